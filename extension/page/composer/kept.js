"use strict";

/** Words written for the same post before, until the agent puts them back or throws them away. */
toonvast.Kept = (() => {
  const { make, actButton } = toonvast;

  /** How long thrown away words can be had back; ms. */
  const UNDO_FOR = 8000;

  class Kept {
    /**
     * @param {(text: string) => unknown} restore
     * @param {() => unknown} discard
     */
    constructor(restore, discard) {
      this.restore = restore;
      this.discard = discard;
      this.element = make("div", { class: "kept", hidden: "" });
      this.print = "";
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.forgetting = undefined;
    }

    /** @param {DraftChecked} drawn */
    draw({ checked: { kept } }) {
      const print = JSON.stringify(kept);
      if (print === this.print) return;
      this.print = print;
      const { words } = toonvast;
      if (!kept) {
        this.show();
        return;
      }
      this.show(
        make("div", { class: "words" }, kept.text),
        make("div", { class: "acts" },
          actButton("restore", {}, kept.label, () => this.restore(kept.text)),
          actButton("discard", {}, words.discard, () => this.thrown(kept.text))),
      );
    }

    /** @param {string} text */
    thrown(text) {
      const { words } = toonvast;
      const undo = actButton("undo", {}, words.undo, () => {
        this.show();
        this.restore(text);
      });
      this.discard();
      // What the answer to this will say is known: nothing is kept any more.
      this.print = "null";
      this.show(make("div", { class: "acts" }, make("small", {}, words.discarded), undo));
      undo.focus();
      this.forgetting = setTimeout(() => this.show(), UNDO_FOR);
    }

    /** @param {...Node} parts */
    show(...parts) {
      clearTimeout(this.forgetting);
      this.element.hidden = parts.length === 0;
      this.element.replaceChildren(...parts);
    }
  }

  return Kept;
})();
