"use strict";

/** The head of the card: the verdict, the length, and which post is answered. */
toonvast.Verdict = class {
  constructor() {
    const { make } = toonvast;
    this.label = make("strong", { role: "status" });
    this.count = make("span");
    this.answering = make("small");
    this.element = make("div", {}, make("div", { class: "head" }, this.label, this.count), this.answering);
  }

  /** @param {DraftChecked} drawn */
  draw({ checked: { label, length, limit, answering } }) {
    // Said again only when it is another one: a screen reader reads out every change.
    if (this.label.textContent !== label) this.label.textContent = label;
    this.count.textContent = limit === null ? `${length}` : `${length}/${limit}`;
    this.count.className = limit !== null && length > limit ? "over" : "";
    this.answering.textContent = answering;
  }
};
