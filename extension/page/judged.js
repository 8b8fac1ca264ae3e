"use strict";

/**
 * How something due stands: late, nearly due, or neither.
 * @param {{ at: number, warn_at: number | null }} due
 */
toonvast.standing = ({ at, warn_at }) => {
  const now = Date.now();
  if (at <= now) return "late";
  return warn_at !== null && warn_at <= now ? "near" : "";
};

/** What an opened badge tells: the level, what is due, why, and what was judged. */
toonvast.Judged = (() => {
  const CSS = `${toonvast.OutputRow.CSS}
    .panel { overflow: auto; overscroll-behavior: contain; }
    .head { display: flex; gap: 8px; align-items: baseline; }
    .head strong { flex: 1; font-size: 14px; }
    p { margin: 4px 0; }
    li { display: flex; gap: 12px; justify-content: space-between; }
    .undo { position: sticky; bottom: -8px; margin: 0 -12px -8px; padding: 4px 12px; background: var(--paper); }
    .undo:has([hidden]) small:empty { display: none; }
    .late { color: var(--urgent); font-weight: 600; } .near { color: var(--high); font-weight: 600; }
    .points { font-variant-numeric: tabular-nums; color: var(--soft); }
    .unscored .points { display: none; }
  `;

  /** How long a correction can be taken back with one click; ms. */
  const UNDO_FOR = 8000;

  /** @typedef {InstanceType<typeof toonvast.OutputRow>} Row */

  class Judged {
    static CSS = CSS;

    /**
     * @param {HTMLElement} panel
     * @param {(event: Event) => boolean} meant Whether the agent did it.
     * @param {(correction: Correction) => Promise<string | null>} correct Yields what went wrong, if anything.
     */
    constructor(panel, meant, correct) {
      const { make, mark } = toonvast;
      this.panel = panel;
      this.meant = meant;
      this.correct = correct;
      /** What is drawn, by part: what did not change is left alone. @type {Map<string, string>} */
      this.drawn = new Map();
      /** @type {Map<string, Row>} */
      this.rows = new Map();
      /** What the last correction replaced. @type {Correction | null} */
      this.before = null;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.forgetting = undefined;
      this.label = make("strong");
      this.score = make("small", { class: "points" });
      this.toggle = mark(make("button", { type: "button" }), { "data-act": "score" });
      this.case = make("small");
      this.due = make("p");
      this.ruling = make("p");
      this.reasons = make("ul");
      this.changes = make("ul");
      this.fields = make("div", { class: "fields" });
      this.said = make("small", { role: "status" });
      this.undo = mark(make("button", { type: "button", hidden: "" }), { "data-act": "undo" });
      panel.append(
        make("div", { class: "head" }, this.label, this.score, this.toggle),
        this.case, this.due, this.ruling, this.reasons, this.changes, this.fields,
        make("p", { class: "undo" }, this.said, " ", this.undo),
      );
      this.toggle.addEventListener("click", () => this.scored(panel.classList.contains("unscored")));
      this.undo.addEventListener("click", (event) => void this.takenBack(event));
      this.scored(false);
    }

    /** @param {boolean} shown Whether points are shown: on demand, for as long as the panel is open. */
    scored(shown) {
      const { words } = toonvast;
      this.panel.classList.toggle("unscored", !shown);
      this.toggle.setAttribute("aria-pressed", String(shown));
      this.toggle.textContent = shown ? words.hideScore : words.showScore;
    }

    /** @param {Badge} badge */
    draw({ label, score, reasons, case: held, judgement }) {
      const { make, words } = toonvast;
      this.label.textContent = label;
      this.panel.setAttribute("aria-label", label);
      this.score.textContent = `${words.score} ${score}`;
      this.case.textContent = held ? held.line : "";
      this.part("reasons", reasons, () => {
        const lines = reasons.map(({ text, points }) => {
          const signed = (points > 0 ? "+" : "") + points;
          return make("li", {}, make("span", {}, text), make("span", { class: "points" }, signed));
        });
        this.reasons.replaceChildren(...lines);
      });
      if (!judgement) return;
      this.ruling.textContent = judgement.ruling;
      const lines = judgement.due.map(({ text, at, warn_at }) => ({ text, standing: toonvast.standing({ at, warn_at }) }));
      this.part("due", lines, () => {
        const parts = lines.map(({ text, standing }) => make("span", { class: standing }, text));
        this.due.replaceChildren(...parts.flatMap((part, at) => (at > 0 ? [" · ", part] : [part])));
      });
      this.part("changes", judgement.changes, () => {
        this.changes.replaceChildren(...judgement.changes.map((text) => make("li", {}, make("small", {}, text))));
      });
      for (const output of judgement.outputs) this.output(output, judgement.alternatives);
    }

    /**
     * Draws a part when it changed.
     * @param {string} part
     * @param {unknown} what
     * @param {() => void} draw
     */
    part(part, what, draw) {
      const print = JSON.stringify(what);
      if (this.drawn.get(part) === print) return;
      this.drawn.set(part, print);
      draw();
    }

    /**
     * @param {Output} output
     * @param {Alternative[]} alternatives
     */
    output(output, alternatives) {
      const name = output.value.field;
      const field = toonvast.fields.find(({ values }) => values[0]?.correction.field === name);
      if (!field) return;
      const row = this.rows.get(name) ?? this.row(name, field);
      const likely = alternatives.filter(({ correction }) => correction.field === name);
      this.part(name, [field, output, likely], () => row.draw(field, output, likely));
    }

    /**
     * @param {string} name
     * @param {OutputField} field
     * @returns {Row}
     */
    row(name, field) {
      /** @type {Row} */
      const row = new toonvast.OutputRow(field, (event, to) => void this.chosen(row, event, to));
      this.rows.set(name, row);
      this.fields.append(...row.cells);
      return row;
    }

    /**
     * @param {Row} row
     * @param {Event} event
     * @param {Correction} to
     */
    async chosen(row, event, to) {
      const before = row.value;
      if (before && this.meant(event)) {
        const wrong = await this.correct(to);
        this.offer(wrong === null ? before : null, wrong ?? toonvast.words.corrected);
      }
      row.restore();
    }

    /** @param {Event} event */
    async takenBack(event) {
      const before = this.before;
      if (!before || !this.meant(event)) return;
      // The button goes; the focus stays with what it was about.
      this.rows.get(before.field)?.control.focus();
      this.offer(null, "");
      this.offer(null, (await this.correct(before)) ?? "");
    }

    /**
     * Says what came of a correction, with the button that takes it back for as long as that is offered.
     * @param {Correction | null} before
     * @param {string} said
     */
    offer(before, said) {
      clearTimeout(this.forgetting);
      this.before = before;
      this.said.textContent = said;
      this.undo.textContent = toonvast.words.undo;
      this.undo.hidden = before === null;
      if (before) this.forgetting = setTimeout(() => this.offer(null, ""), UNDO_FOR);
    }
  }

  return Judged;
})();
