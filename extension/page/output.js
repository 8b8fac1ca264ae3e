"use strict";

/** What can be set right on a badge, as the engine's home names it. @type {OutputField[]} */
toonvast.fields = [];

/** One output of a judgement: its name, its value, and how it is set right. */
toonvast.OutputRow = (() => {
  const CSS = `
    .fields { display: grid; grid-template-columns: auto 1fr auto; gap: 3px 8px; align-items: center;
      margin-top: 8px; padding-top: 8px; border-top: 1px solid var(--line); }
    select { font: inherit; color: var(--ink); background: var(--paper); width: 100%; min-width: 0;
      border: 1px solid var(--line); border-radius: 6px; padding: 1px 4px; }
    .fields button { justify-self: start; min-width: 4em; }
    [aria-checked="true"] { border-color: var(--ink); font-weight: 600; }
  `;

  const MOVES = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

  /** @param {Correction} correction */
  const key = ({ field, value }) => JSON.stringify([field, value]);

  /**
   * Whether a key would choose in a closed list. Every choice is a correction, so the list opens first.
   * @param {KeyboardEvent} event
   */
  const chooses = ({ key, ctrlKey, metaKey, altKey }) =>
    !ctrlKey && !metaKey && !altKey && (MOVES.includes(key) || (key.length === 1 && key !== " "));

  /** @param {HTMLSelectElement} list */
  const isOpen = (list) => {
    try {
      return list.matches(":open");
    } catch {
      // A browser without the selector keeps the keys of an open list to itself.
      return false;
    }
  };

  class OutputRow {
    static CSS = CSS;

    /**
     * @param {OutputField} field
     * @param {(event: Event, to: Correction) => void} chosen What the agent, or a page, chose.
     */
    constructor(field, chosen) {
      const { make, mark } = toonvast;
      this.field = field;
      this.chosen = chosen;
      /** The value that stands. @type {Correction | null} */
      this.value = null;
      /** The choices offered, by their key. @type {Map<string, Correction>} */
      this.choices = new Map();
      const first = field.values[0]?.correction;
      const id = first?.field ?? "";
      this.name = make("span", { id });
      this.control = typeof first?.value === "boolean" ? this.flag() : this.list();
      this.control.setAttribute("aria-labelledby", id);
      mark(this.control, { "data-act": "correct", "data-field": id });
      this.note = make("small");
    }

    /** The cells of the row. */
    get cells() {
      return [this.name, this.control, this.note];
    }

    /**
     * Draws the row; its control stays, and with it the focus.
     * @param {OutputField} field
     * @param {Output} output
     * @param {Alternative[]} likely The likeliest first.
     */
    draw(field, { value, set_right }, likely) {
      const { words } = toonvast;
      this.value = value;
      this.choices = new Map(field.values.map(({ correction }) => [key(correction), correction]));
      this.name.textContent = field.label;
      this.note.textContent = set_right ? words.setRight : "";
      if (this.control instanceof HTMLSelectElement) {
        this.control.replaceChildren(...this.options(field, value, likely));
        this.restore();
        return;
      }
      const now = field.values.find(({ correction }) => key(correction) === key(value));
      this.control.textContent = now?.label ?? "";
      this.control.setAttribute("aria-checked", String(value.value));
    }

    /**
     * The value that stands first, then what is likely, then the rest in order.
     * @param {OutputField} field
     * @param {Correction} value
     * @param {Alternative[]} likely
     */
    options(field, value, likely) {
      const percents = new Map(likely.map(({ correction, percent }) => [key(correction), percent]));
      /** @param {OutputValue} one */
      const rank = ({ correction }) => (key(correction) === key(value) ? 101 : (percents.get(key(correction)) ?? -1));
      return [...field.values]
        .sort((one, other) => rank(other) - rank(one))
        .map(({ correction, label }) => {
          const percent = percents.get(key(correction));
          const text = percent === undefined ? label : `${label} · ${percent} %`;
          return toonvast.make("option", { value: key(correction) }, text);
        });
    }

    /** Shows the value that stands. */
    restore() {
      if (this.value && this.control instanceof HTMLSelectElement) this.control.value = key(this.value);
    }

    /** A list of values. */
    list() {
      const list = toonvast.make("select");
      list.addEventListener("keydown", (event) => {
        if (!chooses(event) || isOpen(list)) return;
        try {
          list.showPicker();
          event.preventDefault();
        } catch {
          // A browser that cannot open it here chooses in the closed list, as it always does.
        }
      });
      list.addEventListener("change", (event) => this.choose(event, list.value));
      return list;
    }

    /** Yes or no. */
    flag() {
      const button = toonvast.make("button", { type: "button", role: "switch" });
      button.addEventListener("click", (event) => {
        const other = [...this.choices].find(([name]) => this.value && name !== key(this.value));
        if (other) this.choose(event, other[0]);
      });
      return button;
    }

    /**
     * @param {Event} event
     * @param {string} name
     */
    choose(event, name) {
      const to = this.choices.get(name);
      if (to) this.chosen(event, to);
    }
  }

  return OutputRow;
})();
