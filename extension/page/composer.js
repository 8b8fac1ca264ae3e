"use strict";

toonvast.Composer = (() => {
  const sheet = toonvast.sheet(`${toonvast.PALETTE}
    :host { width: 100% !important; }
    .corner { position: fixed; right: 12px; bottom: 12px; width: min(380px, 90vw);
      max-height: 60vh; overflow: auto; z-index: 2147483000; }
    .card { margin: 6px 0; padding: 6px 10px; background: var(--paper); overflow-wrap: anywhere;
      border: 1px solid var(--line); border-radius: 8px; }
    .head { display: flex; flex-wrap: wrap; gap: 8px; align-items: baseline; }
    .head strong { flex: 1; }
    .over { color: var(--urgent); font-weight: 600; }
    li { padding: 4px 0 4px 8px; margin: 4px 0; border-inline-start: 3px solid var(--normal); }
    li.block { border-color: var(--urgent); } li.warn { border-color: var(--high); }
    li.overridden { opacity: 0.6; }
    q { font-style: italic; }
    .acts { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
    .words { white-space: pre-wrap; max-height: 6em; overflow: auto; }
    input { font: inherit; color: var(--ink); background: var(--paper); flex: 1; min-width: 12em;
      border: 1px solid var(--line); border-radius: 6px; padding: 2px 6px; }
    form { display: flex; gap: 6px; margin: 4px 0; }
    .marks { position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0;
      border: 0; background: none; overflow: hidden; pointer-events: none; }
    .marks i { position: fixed; border-bottom: 2px solid var(--normal); }
    .marks .warn { border-color: var(--high); } .marks .block { border-color: var(--urgent); }
  `);

  /** A pause in typing after which a draft is checked, and the longest it goes unchecked; ms. */
  const PAUSE = 250;
  const LONGEST = 1000;
  const EDITORS = { paste: toonvast.pasteEditor, textarea: toonvast.textareaEditor };
  const WATCHING = { capture: true, passive: true };
  const NEWS = ["input", "keyup", "paste", "cut", "drop", "focusin", "compositionend"];

  /**
   * @typedef {object} Surroundings
   * @property {(says: PageSays) => Promise<HostSays>} ask
   * @property {(how: ComposerReader, editor: HTMLElement, text: string) => string | null} answers
   * @property {(editor: HTMLElement, how: ComposerReader) => Element | null} beside
   */

  /** Our layer beside one editor. It reads and fills the editor; sending is the agent's. */
  class Composer {
    /**
     * @param {number} number
     * @param {HTMLElement} editor
     * @param {ComposerReader} how
     * @param {Surroundings} surroundings
     */
    constructor(number, editor, how, surroundings) {
      const { make } = toonvast;
      this.number = number;
      this.editor = editor;
      this.how = how;
      this.around = surroundings;
      this.kind = EDITORS[how.editor];
      const { host, root } = toonvast.host("toonvast-composer", sheet);
      this.host = host;
      this.card = make("div", { class: "card", hidden: "" });
      this.marks = make("div", { class: "marks", popover: "manual", "aria-hidden": "true" });
      this.body = make("div", { class: "body" }, this.card, this.marks);
      root.append(this.body);
      /** @type {Extract<HostSays, { type: "checked" }> | null} */
      this.checked = null;
      this.checkedText = "";
      /** @type {string | null} */
      this.sent = null;
      this.since = 0;
      /** What we last put in: another suggestion may take its place. */
      this.inserted = "";
      /** The reason being written for an override. @type {{ rule: string, text: string } | null} */
      this.reason = null;
      this.said = "";
      /** Whether the agent folded the suggestions away. */
      this.folded = false;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.timer = undefined;
      this.frame = 0;
      this.listen();
      this.place();
      this.check();
    }

    listen() {
      for (const type of NEWS) this.editor.addEventListener(type, this.soon);
      document.addEventListener("selectionchange", this.soon);
      // Whoever presses the site's button or Enter may empty the editor: what is in it is told first.
      document.addEventListener("pointerdown", this.now, WATCHING);
      document.addEventListener("keydown", this.now, WATCHING);
      addEventListener("pagehide", this.now);
      addEventListener("scroll", this.remark, { capture: true, passive: true });
      addEventListener("resize", this.remark, { passive: true });
      this.resized = new ResizeObserver(this.remark);
      this.resized.observe(this.editor);
      // A press must not take the caret out of the editor; a field to type in must.
      this.body.addEventListener("mousedown", (event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      });
    }

    close() {
      for (const type of NEWS) this.editor.removeEventListener(type, this.soon);
      document.removeEventListener("selectionchange", this.soon);
      document.removeEventListener("pointerdown", this.now, WATCHING);
      document.removeEventListener("keydown", this.now, WATCHING);
      removeEventListener("pagehide", this.now);
      removeEventListener("scroll", this.remark, { capture: true });
      removeEventListener("resize", this.remark);
      this.resized?.disconnect();
      clearTimeout(this.timer);
      cancelAnimationFrame(this.frame);
      this.host.remove();
    }

    /** Beside the editor, in the flow, so that it never covers the site's own buttons. */
    place() {
      const beside = this.around.beside(this.editor, this.how);
      const parent = beside ?? document.body;
      if (this.host.parentNode !== parent) parent.append(this.host);
      this.body.classList.toggle("corner", !beside);
      this.body.classList.toggle("dark", toonvast.isDark());
    }

    soon = () => {
      clearTimeout(this.timer);
      this.since ||= performance.now();
      const left = Math.max(0, this.since + LONGEST - performance.now());
      this.timer = setTimeout(() => this.check(), Math.min(PAUSE, left));
    };

    /** @param {Event} event */
    now = (event) => {
      if (!(event instanceof KeyboardEvent) || event.key === "Enter") this.check();
    };

    /** @param {boolean} [again] Even if the text is what was checked last. */
    check(again = false) {
      this.since = 0;
      if (!this.editor.isConnected) return;
      const text = this.kind.read(this.editor);
      const answers = this.around.answers(this.how, this.editor, text);
      const key = `${answers}\n${text}`;
      if (key === this.sent && !again) return;
      this.sent = key;
      this.marks.replaceChildren();
      void this.ask(text, answers, key);
    }

    /** @param {string} text @param {string | null} answers @param {string} key */
    async ask(text, answers, key) {
      const says = await this.around.ask({
        type: "draft",
        composer: this.number,
        url: location.href,
        text: text.toWellFormed(),
        answers,
        public: this.how.public,
      });
      if (key !== this.sent) return;
      if (says.type === "checked") this.hear(says, text);
      else if (says.type === "failed") {
        this.sent = null;
        this.tell(says.text);
      }
    }

    /**
     * @param {Extract<HostSays, { type: "checked" }>} checked
     * @param {string} [text] The text it speaks of; news speaks of the last one.
     */
    hear(checked, text = this.checkedText) {
      this.checked = checked;
      this.checkedText = text;
      this.said = "";
      this.draw();
    }

    /** @param {string} sentence */
    tell(sentence) {
      this.said = sentence;
      this.draw();
    }

    draw() {
      const { make, words } = toonvast;
      const { checked } = this;
      this.place();
      const focus = this.host.shadowRoot?.activeElement ?? this.card.querySelector(":focus");
      const wrote = focus instanceof HTMLInputElement;
      // An empty composer for nobody in particular needs nothing from us yet.
      const idle = !checked || (this.checkedText === "" && checked.suggestions.length === 0);
      this.card.hidden = idle && !this.said;
      const status = this.said ? make("p", { role: "status" }, this.said) : null;
      if (!checked) {
        this.card.replaceChildren(...(status ? [status] : []));
        return;
      }
      const { limit, length } = checked;
      const count = make("span", {}, limit === null ? `${length}` : `${length}/${limit}`);
      count.className = limit !== null && length > limit ? "over" : "";
      const head = make("div", { class: "head" }, make("strong", {}, checked.label), count);
      const answering = checked.answering ? make("small", {}, checked.answering) : null;
      const findings = make("ul", {}, ...checked.findings.map((finding) => this.finding(finding)));
      const suggestions = checked.suggestions.map((suggestion) => this.suggestion(suggestion));
      const below = make("details", {}, make("summary", {}, words.suggestions), make("ul", {}, ...suggestions));
      below.hidden = suggestions.length === 0;
      below.open = !this.folded;
      below.addEventListener("toggle", () => {
        this.folded = !below.open;
      });
      const parts = [head, answering, status, findings, below];
      this.card.replaceChildren(...parts.filter((part) => part !== null));
      if (wrote) this.card.querySelector("input")?.focus();
      this.remark();
    }

    /** @param {PageFinding} finding */
    finding(finding) {
      const { make, words } = toonvast;
      const { rule, severity, message, instead, guideline, replacement, overridden } = finding;
      const quote = this.checkedText.slice(finding.start, finding.end);
      const acts = make("div", { class: "acts" });
      if (replacement !== null && quote && !overridden) {
        acts.append(this.button("apply", { "data-rule": rule }, words.apply, () => this.apply(finding)));
      }
      if (severity === "block" && !overridden) {
        const open = () => {
          this.reason = { rule, text: "" };
          this.draw();
          this.card.querySelector("input")?.focus();
        };
        acts.append(this.button("override", { "data-rule": rule }, words.override, open));
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
      return toonvast.mark(item, { "data-rule": rule });
    }

    /** Asks why a finding may stand. @param {string} rule */
    form(rule) {
      const { make, words } = toonvast;
      const input = make("input", { name: "reason", maxlength: "500", "aria-label": words.reason, placeholder: words.reason });
      input.value = this.reason?.text ?? "";
      input.addEventListener("input", () => {
        if (this.reason) this.reason.text = input.value;
      });
      const form = make("form", {}, input, make("button", { type: "submit" }, words.confirm));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (event.isTrusted && input.value.trim()) void this.overrule(rule, input.value.trim());
      });
      return form;
    }

    /** @param {string} rule @param {string} reason */
    async overrule(rule, reason) {
      this.reason = null;
      const says = await this.around.ask({ type: "override", composer: this.number, rule, reason });
      if (says.type === "failed") this.tell(says.text);
      else if (says.type === "checked") this.hear(says);
      else this.check(true);
    }

    /** @param {PageSuggestion} suggestion */
    suggestion({ reply, text, why }) {
      const { make, words } = toonvast;
      return make(
        "li",
        {},
        make("div", { class: "words" }, text),
        make("div", { class: "acts" },
          this.button("insert", { "data-suggestion": reply }, words.insert, () => this.insert(text)),
          make("small", {}, why)),
      );
    }

    /**
     * @param {string} act
     * @param {Record<string, string>} marks
     * @param {string} label
     * @param {() => unknown} press
     */
    button(act, marks, label, press) {
      const button = toonvast.make("button", { type: "button" }, label);
      button.addEventListener("click", (event) => {
        if (event.isTrusted) press();
      });
      return toonvast.mark(button, { "data-act": act, ...marks });
    }

    /** Puts a finding's replacement in the passage's place. @param {PageFinding} finding */
    async apply({ start, end, replacement }) {
      const text = this.kind.read(this.editor);
      if (text !== this.checkedText) return this.check();
      let into = replacement ?? "";
      if (!into) {
        // No editor takes an empty paste: a neighbour is pasted back over itself.
        const before = start > 0 && text[start - 1] !== "\n";
        if (before) start -= 1;
        else if (end < text.length) end += 1;
        into = before ? text[start] : text.slice(end - 1, end);
      }
      await this.put(start, end, into);
    }

    /** Puts a suggestion in; it takes the place of an earlier one only, never of own words. */
    /** @param {string} text */
    async insert(text) {
      const now = this.kind.read(this.editor);
      const ours = now.trim() === "" || now.trim() === this.inserted;
      const start = ours ? 0 : now.length;
      await this.put(start, now.length, ours || now.endsWith("\n") ? text : `\n${text}`);
      this.inserted = this.kind.read(this.editor).trim() === text.trim() ? text.trim() : "";
    }

    /** @param {number} start @param {number} end @param {string} text */
    async put(start, end, text) {
      if (!(await this.kind.replace(this.editor, start, end, text))) {
        const { words } = toonvast;
        const copied = navigator.clipboard?.writeText(text).then(() => true, () => false);
        this.tell((await copied) ? words.copied : words.failed);
      }
      this.check();
    }

    /** Draws the marks anew where the words stand now. */
    remark = () => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => {
        const { editor, marks, checked } = this;
        const stale = !checked || !editor.isConnected || this.kind.read(editor) !== this.checkedText;
        const box = editor.getBoundingClientRect();
        const lines = stale ? [] : checked.findings.flatMap((finding) => this.lines(finding, box));
        marks.replaceChildren(...lines);
        const open = marks.matches(":popover-open");
        if (lines.length > 0 && !open && this.host.isConnected) marks.showPopover();
        if (lines.length === 0 && open) marks.hidePopover();
      });
    };

    /** @param {PageFinding} finding @param {DOMRect} box */
    lines({ start, end, severity, overridden }, box) {
      if (overridden || start >= end) return [];
      const seen = this.kind.rects(this.editor, start, end).filter((rect) =>
        rect.width > 0 && rect.bottom > box.top && rect.bottom <= box.bottom + 2);
      return seen.map(({ left, top, width, height }) => {
        const line = toonvast.make("i", { class: severity });
        Object.assign(line.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
        return line;
      });
    }
  }

  return Composer;
})();
