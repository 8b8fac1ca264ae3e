"use strict";

/** What was found in the draft, each with what to do about it. */
toonvast.Findings = (() => {
  const { make, mark, actButton } = toonvast;

  /**
   * What the agent may do about a finding.
   * @typedef {object} Acts
   * @property {(finding: PageFinding) => unknown} apply
   * @property {(rule: string, reason: string) => unknown} overrule
   */

  class Findings {
    /** @param {Acts} acts */
    constructor(acts) {
      this.acts = acts;
      this.element = make("ul");
      /** The reason being written for an override. @type {{ rule: string, text: string } | null} */
      this.reason = null;
      /** @type {DraftChecked | null} */
      this.drawn = null;
    }

    /** @param {DraftChecked} drawn */
    draw(drawn) {
      const wrote = this.element.querySelector("input:focus") !== null;
      this.drawn = drawn;
      this.element.replaceChildren(...drawn.checked.findings.map((finding) => this.finding(finding, drawn.text)));
      if (wrote) this.element.querySelector("input")?.focus();
    }

    /** @param {PageFinding} finding @param {string} text */
    finding(finding, text) {
      const { words } = toonvast;
      const { rule, severity, message, instead, guideline, replacement, overridden } = finding;
      const quote = text.slice(finding.start, finding.end);
      const acts = make("div", { class: "acts" });
      if (replacement !== null && quote && !overridden) {
        acts.append(actButton("apply", { "data-rule": rule }, words.apply, () => this.acts.apply(finding)));
      }
      if (severity === "block" && !overridden) {
        acts.append(actButton("override", { "data-rule": rule }, words.override, () => this.ask(rule)));
      }
      if (overridden) acts.append(make("small", {}, words.overridden));
      const item = make(
        "li",
        { class: overridden ? `${severity} overridden` : severity },
        make("small", {}, `${words.severity[severity]} · `),
        make("span", {}, message, quote ? " " : "", quote ? make("q", {}, quote) : ""),
        make("div", {}, instead),
        make("small", {}, guideline),
        acts,
        this.reason?.rule === rule && !overridden ? this.form(rule) : null,
      );
      return mark(item, { "data-rule": rule });
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
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!event.isTrusted || !input.value.trim()) return;
        this.reason = null;
        this.acts.overrule(rule, input.value.trim());
      });
      return form;
    }
  }

  return Findings;
})();
