"use strict";

/** Canned replies that fit the post, each with why. */
toonvast.Suggestions = class {
  /** @param {(text: string) => unknown} insert */
  constructor(insert) {
    const { make } = toonvast;
    this.insert = insert;
    const list = make("ul", { role: "list" });
    this.items = new toonvast.Items(list);
    this.title = make("summary");
    this.element = make("details", { open: "" }, this.title, list);
  }

  /** @param {DraftChecked} drawn */
  draw({ checked: { suggestions } }) {
    const { words } = toonvast;
    this.title.textContent = words.suggestions;
    this.element.hidden = suggestions.length === 0;
    this.items.draw(suggestions.map((suggestion) => ({
      key: suggestion.reply,
      print: JSON.stringify([suggestion, words.insert]),
      make: () => this.suggestion(suggestion),
    })));
  }

  /** @param {PageSuggestion} suggestion */
  suggestion({ reply, text, why }) {
    const { make, words, actButton } = toonvast;
    const insert = () => this.insert(text);
    const use = actButton("insert", { "data-suggestion": reply }, words.insert, insert);
    const acts = make("div", { class: "acts" }, use, make("small", {}, why));
    return toonvast.Items.item("", insert, make("div", { class: "words" }, text), acts);
  }
};
