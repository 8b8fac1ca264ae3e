"use strict";

/**
 * The keyboard and our layer: Control+. leads from the editor to the finding at the caret, arrows
 * from one item to the next, Enter does, Escape leads back. No other key is taken from the site.
 */
toonvast.Keys = (() => {
  /** Whether a key is Control+full stop, wherever the keyboard has its full stop. */
  /** @param {KeyboardEvent} event */
  const isOurs = ({ key, code, ctrlKey, altKey, metaKey, shiftKey }) =>
    ctrlKey && !altKey && !metaKey && (key === "." || (code === "Period" && !shiftKey));

  /**
   * @typedef {object} Steered
   * @property {() => boolean} quick Does what Control+. asks for; false when there is nothing to do.
   * @property {(passage: PageFinding) => void} apply
   * @property {() => void} back Gives the editor the focus and its caret back.
   */

  class Keys {
    /**
     * @param {HTMLElement} editor
     * @param {HTMLElement} card
     * @param {InstanceType<typeof toonvast.Marks>} marks
     * @param {Steered} steered
     */
    constructor(editor, card, marks, steered) {
      this.editor = editor;
      this.card = card;
      this.marks = marks;
      this.steered = steered;
      addEventListener("keydown", this.pressed, { capture: true });
      addEventListener("mousedown", this.clicked, { capture: true });
      card.addEventListener("keydown", (event) => this.inside(event));
      card.addEventListener("focusin", ({ target }) => {
        const item = target instanceof Element ? target.closest("li") : null;
        if (item) this.rove(item);
      });
      card.addEventListener("toonvast-empty", () => this.steered.back());
    }

    close() {
      removeEventListener("keydown", this.pressed, { capture: true });
      removeEventListener("mousedown", this.clicked, { capture: true });
    }

    /** @param {KeyboardEvent} event */
    pressed = (event) => {
      if (!event.isTrusted || event.isComposing || !isOurs(event)) return;
      const { editor } = this;
      if (!event.composedPath().includes(editor) || !this.steered.quick()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };

    /** Alt and a click on a mark. @param {MouseEvent} event */
    clicked = (event) => {
      if (!event.isTrusted || !event.altKey || event.button !== 0) return;
      const finding = event.composedPath().includes(this.editor) ? this.marks.at(event.clientX, event.clientY) : null;
      if (!finding || !toonvast.isFixable(finding)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.steered.apply(finding);
    };

    /** The items that can be gone to, from top to bottom. */
    items() {
      return [...this.card.querySelectorAll("li")].filter((item) => item.checkVisibility());
    }

    /** Goes to the first item; false when there is none. */
    focus() {
      const [first] = this.items();
      first?.focus();
      return first !== undefined;
    }

    /** @param {KeyboardEvent} event */
    inside(event) {
      if (!event.isTrusted || event.isComposing || event.defaultPrevented) return;
      if (event.key === "Escape") {
        event.preventDefault();
        this.steered.back();
        return;
      }
      if (event.target instanceof HTMLInputElement) return;
      const items = this.items();
      const at = items.findIndex((item) => item.matches(":focus-within"));
      /** @type {Record<string, number>} */
      const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1 };
      const item = items[to[event.key] ?? -1];
      if (!item) return;
      event.preventDefault();
      item.focus();
    }

    /** One item at a time is reached by Tab, and so are its buttons. @param {HTMLLIElement | null} [current] */
    rove(current = null) {
      const items = [...this.card.querySelectorAll("li")];
      const one = current ?? items.find((item) => item.tabIndex === 0) ?? items.find((item) => !item.closest("details:not([open])"));
      for (const item of items) {
        const tab = item === one ? 0 : -1;
        item.tabIndex = tab;
        for (const control of toonvast.Items.controls(item)) control.tabIndex = tab;
      }
    }
  }

  return Keys;
})();
