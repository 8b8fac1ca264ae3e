"use strict";

/** The head of the card: the verdict, the length, and which post is answered. */
toonvast.Verdict = class {
  constructor() {
    const { make } = toonvast;
    this.label = make("strong", { role: "status" });
    this.count = make("span");
    this.answering = make("small");
    this.element = make("div", { class: "head" }, this.label, this.answering, this.count);
  }

  /** @param {DraftChecked} drawn */
  draw({ checked: { label, length, limit, answering }, text }) {
    // Of nothing there is no verdict. Said again only when it is another one: a screen reader
    // reads out every change.
    const said = text.trim() ? label : "";
    if (this.label.textContent !== said) this.label.textContent = said;
    const count = limit === null ? `${length}` : `${length}/${limit}`;
    if (this.count.textContent !== count) this.count.textContent = count;
    this.count.className = limit !== null && length > limit ? "over" : "";
    if (this.answering.textContent !== (answering ?? "")) this.answering.textContent = answering;
  }
};
