"use strict";

/** Lines under the passages of findings, drawn over the page in a layer of our own. */
toonvast.Marks = class {
  /**
   * @param {HTMLElement} editor
   * @param {EditorKind} kind
   */
  constructor(editor, kind) {
    this.editor = editor;
    this.kind = kind;
    this.element = toonvast.make("div", { class: "marks", popover: "manual", "aria-hidden": "true" });
    /** @type {DraftChecked | null} */
    this.drawn = null;
    this.frame = 0;
    addEventListener("scroll", this.follow, { capture: true, passive: true });
    addEventListener("resize", this.follow, { passive: true });
    this.resized = new ResizeObserver(this.follow);
    this.resized.observe(editor);
  }

  close() {
    removeEventListener("scroll", this.follow, { capture: true });
    removeEventListener("resize", this.follow);
    this.resized.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** @param {DraftChecked} drawn */
  draw(drawn) {
    this.drawn = drawn;
    this.follow();
  }

  /** The text is another one: what was marked is no longer known. */
  clear() {
    this.element.replaceChildren();
  }

  /** Draws the marks anew where the words stand now. */
  follow = () => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const { editor, element, drawn } = this;
      const stale = !drawn || !editor.isConnected || this.kind.read(editor) !== drawn.text;
      const box = editor.getBoundingClientRect();
      const lines = stale ? [] : drawn.checked.findings.flatMap((finding) => this.lines(finding, box));
      element.replaceChildren(...lines);
      const open = element.matches(":popover-open");
      if (lines.length > 0 && !open && element.isConnected) element.showPopover();
      if (lines.length === 0 && open) element.hidePopover();
    });
  };

  /** @param {PageFinding} finding @param {DOMRect} box */
  lines({ start, end, severity, overridden }, box) {
    if (overridden || start >= end) return [];
    const seen = this.kind.rects(this.editor, start, end).filter((rect) =>
      rect.width > 0 && rect.bottom > box.top && rect.bottom <= box.bottom + 2);
    return seen.map(({ left, top, width, height }) => {
      const line = toonvast.make("i", { class: severity });
      Object.assign(line.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
      return line;
    });
  }
};
