"use strict";

/** What was found in the draft, most serious first, each with what to do about it. */
toonvast.Findings = (() => {
  const { make, mark, actButton, Items } = toonvast;
  const GRAVITY = { block: 0, warn: 1, hint: 2 };

  /**
   * What the agent may do about a finding.
   * @typedef {object} Acts
   * @property {(finding: PageFinding) => unknown} apply
   * @property {(finding: PageFinding) => unknown} show Goes to its passage in the editor.
   * @property {(rule: string, reason: string) => unknown} overrule
   */

  class Findings {
    /** @param {Acts} acts */
    constructor(acts) {
      this.acts = acts;
      this.element = make("ul", { role: "list" });
      this.items = new Items(this.element);
      /** The reason being written for an override. @type {{ rule: string, text: string } | null} */
      this.reason = null;
      /** As listed. @type {PageFinding[]} */
      this.shown = [];
      /** @type {DraftChecked | null} */
      this.drawn = null;
    }

    /** @param {DraftChecked} drawn */
    draw(drawn) {
      this.drawn = drawn;
      const { checked: { findings }, text } = drawn;
      const { words } = toonvast;
      this.element.setAttribute("aria-label", words.findings);
      this.element.hidden = findings.length === 0;
      const sorted = findings.toSorted((a, b) =>
        Number(a.overridden) - Number(b.overridden) || GRAVITY[a.severity] - GRAVITY[b.severity] || a.start - b.start);
      this.shown = sorted;
      /** @type {Map<string, number>} */
      const times = new Map();
      const entries = sorted.map((finding) => {
        const { rule, start, end } = finding;
        const time = (times.get(rule) ?? 0) + 1;
        times.set(rule, time);
        const quote = text.slice(start, end);
        const print = JSON.stringify([finding, quote, this.reason?.rule === rule, words.apply]);
        return { key: `${rule} ${time}`, print, make: () => this.finding(finding, quote) };
      });
      this.items.draw(entries);
    }

    /** @param {PageFinding} finding @param {string} quote */
    finding(finding, quote) {
      const { words } = toonvast;
      const { rule, severity, message, instead, guideline, overridden } = finding;
      const acts = make("div", { class: "acts" });
      const applies = toonvast.isFixable(finding);
      if (applies) {
        const apply = actButton("apply", { "data-rule": rule }, words.apply, () => this.acts.apply(finding));
        apply.setAttribute("aria-keyshortcuts", "Control+.");
        apply.title = words.applyKey;
        acts.append(apply);
      }
      if (severity !== "hint" && !overridden) {
        acts.append(actButton("override", { "data-rule": rule }, words.override, () => this.ask(rule)));
      }
      if (overridden) acts.append(make("small", {}, words.overridden));
      const item = Items.item(
        overridden ? `${severity} overridden` : severity,
        () => (applies ? this.acts.apply(finding) : this.acts.show(finding)),
        make("small", {}, `${words.severity[severity]} · `),
        make("span", {}, message, quote ? " " : "", quote ? make("q", {}, quote) : ""),
        make("div", {}, instead),
        make("small", {}, guideline),
        acts,
        this.reason?.rule === rule && !overridden ? this.form(rule) : null,
      );
      return mark(item, { "data-rule": rule });
    }

    /** Goes to a finding's item; false when it has none. @param {PageFinding | undefined} finding */
    focus(finding) {
      const at = finding ? this.shown.indexOf(finding) : -1;
      const item = this.element.children[at];
      if (item instanceof HTMLElement) item.focus();
      return item !== undefined;
    }

    /** Asks why a finding may stand. @param {string} rule */
    ask(rule) {
      this.reason = { rule, text: "" };
      if (this.drawn) this.draw(this.drawn);
      this.element.querySelector("input")?.focus();
    }

    /** @param {string} rule */
    form(rule) {
      const { words } = toonvast;
      const input = make("input", { name: "reason", maxlength: "500", "aria-label": words.reason, placeholder: words.reason });
      input.value = this.reason?.text ?? "";
      input.addEventListener("input", () => {
        if (this.reason) this.reason.text = input.value;
      });
      const form = make("form", {}, input, make("button", { type: "submit" }, words.confirm));
      form.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        this.drop(form);
      });
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const reason = input.value.trim();
        if (!event.isTrusted || !reason) return;
        this.drop(form);
        this.acts.overrule(rule, reason);
      });
      return form;
    }

    /** Puts the question for a reason away; the focus stays with the finding. @param {HTMLElement} form */
    drop(form) {
      form.closest("li")?.focus();
      this.reason = null;
      if (this.drawn) this.draw(this.drawn);
    }
  }

  return Findings;
})();
