"use strict";

/**
 * One thing in a list.
 * @typedef {object} ListEntry
 * @property {string} key Stays the same while it is about the same thing.
 * @property {string} print What it shows: the same again keeps its element.
 * @property {() => HTMLLIElement} make
 */

/** A list of things the agent can go to; drawn anew it keeps the focus where it was. */
toonvast.Items = class {
  /** @param {HTMLUListElement} element */
  constructor(element) {
    this.element = element;
    /** By key. @type {Map<string, { print: string, item: HTMLLIElement }>} */
    this.drawn = new Map();
  }

  /** @param {Element} item @returns {HTMLElement[]} */
  static controls(item) {
    return [...item.querySelectorAll("button, input")].filter((control) => control instanceof HTMLElement);
  }

  /** @param {ListEntry[]} entries */
  draw(entries) {
    const before = [...this.element.children];
    const place = before.findIndex((item) => item.matches(":focus-within, :focus"));
    const held = before[place];
    const key = [...this.drawn].find(([, { item }]) => item === held)?.[0];
    const control = held ? toonvast.Items.controls(held).findIndex((found) => found.matches(":focus")) : -1;
    const drawn = entries.map(({ key, print, make }) => {
      const known = this.drawn.get(key);
      return { key, print, item: known?.print === print ? known.item : make() };
    });
    const items = drawn.map(({ item }) => item);
    this.drawn = new Map(drawn.map((entry) => [entry.key, entry]));
    if (items.length === before.length && items.every((item, at) => item === before[at])) return;
    this.element.replaceChildren(...items);
    if (!held) return;
    const same = drawn.find((entry) => entry.key === key)?.item;
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
