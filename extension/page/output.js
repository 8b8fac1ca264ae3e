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

  /** Whether a key chooses in a closed list. @param {KeyboardEvent} event */
  const chooses = ({ key, altKey }) => !altKey && (MOVES.includes(key) || (key.length === 1 && key !== " "));

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
      this.said = "";
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
      this.said = set_right ? words.setRight : "";
      this.note.textContent = this.said;
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
      this.note.textContent = this.said;
    }

    /** A list of values. In an open list a choice is meant; in a closed one every key chooses, and Enter means it. */
    list() {
      const list = toonvast.make("select");
      let browsing = false;
      list.addEventListener("keydown", (event) => {
        browsing = chooses(event);
        if (!this.value || list.value === key(this.value)) return;
        if (event.key === "Enter") this.choose(event, list.value);
        if (event.key === "Escape") this.restore();
        // Neither opens the list nor closes the panel.
        if (["Enter", "Escape"].includes(event.key)) event.preventDefault();
      });
      list.addEventListener("keyup", () => (browsing = false));
      list.addEventListener("blur", () => this.restore());
      list.addEventListener("change", (event) => {
        if (browsing) this.note.textContent = toonvast.words.enter;
        else this.choose(event, list.value);
      });
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
