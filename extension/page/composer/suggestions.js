"use strict";

/** Canned replies that fit the post, each with why. */
toonvast.Suggestions = class {
  /** @param {(text: string) => unknown} insert */
  constructor(insert) {
    const { make } = toonvast;
    this.insert = insert;
    this.list = make("ul");
    this.title = make("summary");
    this.element = make("details", { open: "" }, this.title, this.list);
  }

  /** @param {DraftChecked} drawn */
  draw({ checked: { suggestions } }) {
    this.title.textContent = toonvast.words.suggestions;
    this.element.hidden = suggestions.length === 0;
    this.list.replaceChildren(...suggestions.map((suggestion) => this.suggestion(suggestion)));
  }

  /** @param {PageSuggestion} suggestion */
  suggestion({ reply, text, why }) {
    const { make, words, actButton } = toonvast;
    const use = actButton("insert", { "data-suggestion": reply }, words.insert, () => this.insert(text));
    return make("li", {}, make("div", { class: "words" }, text), make("div", { class: "acts" }, use, make("small", {}, why)));
  }
};
