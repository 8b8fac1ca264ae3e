"use strict";

/** What the draft promises as it would be logged, and that a holding reply is one too many where the answer is known. */
toonvast.Promised = class {
  constructor() {
    const { make } = toonvast;
    this.promise = make("p", { class: "promise" });
    this.advice = make("p", { class: "advice" });
    this.element = make("div", {}, this.promise, this.advice);
  }

  /** @param {DraftChecked} drawn */
  draw({ checked: { promise, advice } }) {
    this.tell(this.promise, promise);
    this.tell(this.advice, advice);
    this.element.hidden = promise === null && advice === null;
  }

  /** @param {HTMLElement} line @param {string | null} text */
  tell(line, text) {
    line.textContent = text;
    line.hidden = text === null;
  }
};
