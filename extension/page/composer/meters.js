"use strict";

/** One line of chips under the verdict, each opening what is behind it. */
toonvast.Meters = (() => {
  /** The name under which an open chip's lines stand. */
  const BEHIND = "toonvast-behind-meter";

  class Meters {
    constructor() {
      const { make } = toonvast;
      this.chips = make("div", { class: "chips", role: "group" });
      this.behind = make("div", { class: "behind", id: BEHIND, role: "region", hidden: "" });
      this.element = make("div", {}, this.chips, this.behind);
      /** What is open; it stays open while the agent types on. @type {Meter | null} */
      this.open = null;
      /** @type {PageMeter[]} */
      this.meters = [];
      /** What the chips stand for, in order. @type {Meter[]} */
      this.names = [];
      this.shown = "";
      this.element.addEventListener("keydown", (event) => this.pressed(event));
    }

    /** @param {DraftChecked} drawn */
    draw({ checked: { meters } }) {
      const shown = JSON.stringify([meters, toonvast.words.meters]);
      if (shown === this.shown) return;
      this.shown = shown;
      this.meters = meters;
      this.show();
    }

    /** Draws chips and lines; the focus stays on its chip. */
    show() {
      const { words } = toonvast;
      const held = this.names[[...this.chips.children].findIndex((chip) => chip.matches(":focus"))];
      this.element.hidden = this.meters.length === 0;
      this.chips.setAttribute("aria-label", words.meters);
      this.names = this.meters.map(({ meter }) => meter);
      this.chips.replaceChildren(...this.meters.map((meter) => this.button(meter)));
      if (held) this.chip(held)?.focus();
      const open = this.meters.find(({ meter }) => meter === this.open);
      this.behind.hidden = !open;
      this.behind.setAttribute("aria-label", open?.label ?? "");
      this.behind.replaceChildren(...(open?.lines ?? []).map((line) => this.line(line)));
    }

    /** @param {PageMeter} meter */
    button({ meter, label, standing }) {
      const { make, mark } = toonvast;
      const open = meter === this.open;
      const attributes = { type: "button", class: standing, "aria-expanded": String(open), "aria-controls": BEHIND };
      const button = make("button", attributes, label);
      button.addEventListener("click", (event) => {
        if (event.isTrusted) this.toggle(meter);
      });
      return mark(button, { "data-act": "meter", "data-meter": meter });
    }

    /** @param {PageMeterLine} line */
    line({ text, quotes, advice }) {
      const { make } = toonvast;
      const words = quotes.map((quote) => make("q", {}, quote));
      return make("p", { class: advice ? "advice" : "" }, text, words.length > 0 ? " " : null, ...words);
    }

    /** Opens what is behind a chip, or closes it; one is open at a time. @param {Meter} meter */
    toggle(meter) {
      this.open = this.open === meter ? null : meter;
      this.show();
    }

    /** Arrows go from chip to chip; Escape closes, and leads back only when nothing is open. */
    /** @param {KeyboardEvent} event */
    pressed(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape" && this.open) {
        this.toggle(this.open);
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const chips = /** @type {HTMLButtonElement[]} */ ([...this.chips.children]);
      const at = chips.findIndex((chip) => chip.matches(":focus"));
      /** @type {Record<string, number>} */
      const steps = { ArrowRight: 1, ArrowLeft: -1 };
      const step = steps[event.key];
      if (at < 0 || !step) return;
      chips[(at + step + chips.length) % chips.length]?.focus();
      event.preventDefault();
    }

    /** @param {Meter} meter */
    chip(meter) {
      const chip = this.chips.children[this.names.indexOf(meter)];
      return chip instanceof HTMLElement ? chip : null;
    }
  }

  return Meters;
})();
