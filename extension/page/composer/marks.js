"use strict";

/** Lines under the passages of findings, drawn over the page in a layer of our own. */
toonvast.Marks = (() => {
  /** How often it is looked whether the words moved without an event that tells; ms. */
  const LOOK_EVERY = 300;
  /** Measuring makes the browser lay out the page: not while keys come in faster than this; ms. */
  const BETWEEN_KEYS = 400;

  /** @typedef {{ passage: Passage, rect: DOMRect }} Line */

  /** @param {Passage[]} passages */
  const places = (passages) => passages.map(({ finding: { rule }, start, end }) => `${rule} ${start} ${end}`).join();

  class Marks {
    /**
     * @param {HTMLElement} editor
     * @param {EditorKind} kind
     */
    constructor(editor, kind) {
      const { make } = toonvast;
      this.editor = editor;
      this.kind = kind;
      this.element = make("div", { class: "marks", popover: "manual", "aria-hidden": "true" });
      /** Where a text field's words are laid out once more, to be measured. */
      this.mirror = make("div", { class: "mirror", "aria-hidden": "true" });
      /** @type {DraftChecked | null} */
      this.drawn = null;
      /** @type {Line[]} */
      this.lines = [];
      /** What was measured, and what was drawn of it: the same again is left alone. */
      this.measured = "";
      this.print = "";
      this.typedAt = 0;
      this.frame = 0;
      /** @type {ReturnType<typeof setInterval> | undefined} */
      this.looking = undefined;
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
      clearInterval(this.looking);
    }

    /** @param {DraftChecked} drawn */
    draw(drawn) {
      this.drawn = drawn;
      this.follow();
    }

    /** A key changed the text: behind the last mark nothing moves. */
    typed = () => {
      this.typedAt = performance.now();
      const { drawn, editor } = this;
      if (!drawn || (this.lines.length === 0 && drawn.checked.findings.length === 0)) return;
      if (places(toonvast.passages(drawn, this.kind.read(editor))) !== this.measured) this.follow();
    };

    /** Draws the marks anew where the words stand now, in the next frame. */
    follow = () => {
      if (this.frame || !this.drawn?.checked.findings.length && this.lines.length === 0) return;
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.redraw();
      });
    };

    redraw() {
      const { editor, drawn } = this;
      const there = drawn && editor.isConnected && editor.checkVisibility({ visibilityProperty: true });
      const seen = there ? this.kind.survey(editor, this.mirror) : null;
      const passages = drawn && seen ? toonvast.passages(drawn, seen.text) : [];
      this.measured = places(passages);
      const box = editor.getBoundingClientRect();
      this.lines = passages.flatMap((passage) =>
        (seen?.rects(passage.start, passage.end) ?? [])
          .filter((rect) => this.isSeen(rect, box))
          .map((rect) => ({ passage, rect })));
      this.show();
      this.look(drawn !== null && drawn.checked.findings.some(({ start, end }) => start < end));
    }

    /**
     * Whether a line lies within the editor and nothing of the page lies over it.
     * @param {DOMRect} rect
     * @param {DOMRect} box
     */
    isSeen(rect, box) {
      if (rect.width <= 0 || rect.bottom <= box.top || rect.bottom > box.bottom + 2) return false;
      const x = Math.min(Math.max((rect.left + rect.right) / 2, box.left + 1), box.right - 1);
      const root = /** @type {Document | ShadowRoot} */ (this.editor.getRootNode());
      const hit = root.elementFromPoint(x, rect.bottom - Math.min(3, rect.height / 2));
      return hit !== null && (this.editor.contains(hit) || toonvast.isStranger(hit));
    }

    show() {
      const { element, lines } = this;
      const print = JSON.stringify(lines.map(({ passage: { finding }, rect }) =>
        [finding.severity, rect.left, rect.top, rect.width, rect.height]));
      if (print !== this.print) {
        this.print = print;
        element.replaceChildren(...lines.map((line) => this.line(line)));
      }
      const open = element.matches(":popover-open");
      if (lines.length > 0 && !open && element.isConnected) element.showPopover();
      if (lines.length === 0 && open) element.hidePopover();
    }

    /** @param {Line} line */
    line({ passage: { finding }, rect: { left, top, width, height } }) {
      const line = toonvast.make("i", { class: finding.severity });
      Object.assign(line.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
      return toonvast.mark(line, { "data-rule": finding.rule });
    }

    /** A window laid over the editor, or a style that hides it, is no event. @param {boolean} wanted */
    look(wanted) {
      if (wanted === (this.looking !== undefined)) return;
      clearInterval(this.looking);
      const look = () => {
        if (performance.now() - this.typedAt > BETWEEN_KEYS) this.follow();
      };
      this.looking = wanted ? setInterval(look, LOOK_EVERY) : undefined;
    }

    /**
     * The finding whose mark stands under a point of the window.
     * @param {number} x
     * @param {number} y
     */
    at(x, y) {
      const line = this.lines.find(({ rect }) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
      return line?.passage.finding ?? null;
    }
  }

  return Marks;
})();
