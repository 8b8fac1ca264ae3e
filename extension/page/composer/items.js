"use strict";

/** A list of things the agent can go to; drawn anew it keeps the focus where it was. */
toonvast.Items = class {
  /** @param {HTMLUListElement} element */
  constructor(element) {
    this.element = element;
    this.print = "";
    /** @type {WeakMap<Element, string>} */
    this.keys = new WeakMap();
  }

  /** @param {Element} item @returns {HTMLElement[]} */
  static controls(item) {
    return [...item.querySelectorAll("button, input")].filter((control) => control instanceof HTMLElement);
  }

  /**
   * @param {string} print What it shows: the same again draws nothing.
   * @param {Array<[string, () => HTMLLIElement]>} entries Each with a key that stays the same.
   */
  draw(print, entries) {
    if (print === this.print) return;
    this.print = print;
    const before = [...this.element.children];
    const place = before.findIndex((item) => item.matches(":focus-within, :focus"));
    const held = before[place];
    const key = held && this.keys.get(held);
    const control = held ? toonvast.Items.controls(held).findIndex((found) => found.matches(":focus")) : -1;
    const items = entries.map(([name, draw]) => {
      const item = draw();
      this.keys.set(item, name);
      return item;
    });
    this.element.replaceChildren(...items);
    if (!held) return;
    const same = items.find((item) => this.keys.get(item) === key);
    const to = same ?? items[Math.min(place, items.length - 1)];
    if (to) (toonvast.Items.controls(to)[same ? control : -1] ?? to).focus();
    else this.element.dispatchEvent(new Event("toonvast-empty", { bubbles: true }));
  }

  /**
   * One item: arrows reach it, Enter does the most likely thing with it.
   * @param {string} kind
   * @param {() => unknown} enter
   * @param {...(Node | null)} children
   */
  static item(kind, enter, ...children) {
    const item = toonvast.make("li", { class: kind, tabindex: "-1" }, ...children);
    item.addEventListener("keydown", (event) => {
      if (event.target !== item || event.key !== "Enter" || !event.isTrusted) return;
      event.preventDefault();
      enter();
    });
    return item;
  }
};
