"use strict";

/**
 * What was checked, and the text it speaks of.
 * @typedef {object} DraftChecked
 * @property {Extract<HostSays, { type: "checked" }>} checked
 * @property {string} text
 *
 * One part of the card. Its element stands there for good; it redraws what changed.
 * @typedef {object} CardPart
 * @property {HTMLElement} element
 * @property {(drawn: DraftChecked) => void} draw
 *
 * How one kind of editor is read, filled and measured.
 * @typedef {typeof toonvast.pasteEditor} EditorKind
 */

/** Our layer beside one editor. It reads and fills the editor; sending is the agent's. */
toonvast.Composer = (() => {
  /** A pause in typing after which a draft is checked, and the longest it goes unchecked; ms. */
  const PAUSE = 250;
  const LONGEST = 1000;
  /** @type {Record<ComposerReader["editor"], EditorKind>} */
  const EDITORS = { paste: toonvast.pasteEditor, textarea: toonvast.textareaEditor };
  const WATCHING = { capture: true, passive: true };
  const NEWS = ["input", "keyup", "paste", "cut", "drop", "focusin", "compositionend"];

  /**
   * @typedef {object} Surroundings
   * @property {(says: PageSays) => Promise<HostSays>} ask
   * @property {(how: ComposerReader, editor: HTMLElement, text: string) => string | null} answers
   * @property {(editor: HTMLElement, how: ComposerReader) => Element | null} beside
   */

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
      this.fill = new toonvast.Fill(editor, this.kind);
      this.marks = new toonvast.Marks(editor, this.kind);
      this.said = make("p", { role: "status" });
      this.findings = new toonvast.Findings({
        apply: (finding) => this.apply(finding),
        overrule: (rule, reason) => this.overrule(rule, reason),
      });
      /** What the card shows, from top to bottom: whatever tells more of a draft goes in here. @type {CardPart[]} */
      this.parts = [
        new toonvast.Verdict(),
        this.findings,
        new toonvast.Suggestions((text) => this.insert(text)),
      ];
      const [head, ...rest] = this.parts.map(({ element }) => element);
      this.card = make("div", { class: "card", hidden: "" }, head, this.said, ...rest);
      this.body = make("div", { class: "body" }, this.card, this.marks.element);
      const { host, root } = toonvast.host("toonvast-composer", toonvast.composerSheet);
      this.host = host;
      root.append(this.body);
      /** @type {DraftChecked | null} */
      this.drawn = null;
      /** What was last sent to be checked. @type {string | null} */
      this.sent = null;
      this.since = 0;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.timer = undefined;
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
      this.marks.close();
      clearTimeout(this.timer);
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
      this.marks.clear();
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
    hear(checked, text = this.drawn?.text ?? "") {
      this.drawn = { checked, text };
      this.said.textContent = "";
      this.draw();
    }

    /** @param {string} sentence */
    tell(sentence) {
      this.said.textContent = sentence;
      this.draw();
    }

    draw() {
      const { drawn } = this;
      this.place();
      // An empty composer for nobody in particular needs nothing from us yet.
      const idle = !drawn || (drawn.text === "" && drawn.checked.suggestions.length === 0);
      this.card.hidden = idle && !this.said.textContent;
      if (!drawn) return;
      for (const part of this.parts) part.draw(drawn);
      this.marks.draw(drawn);
    }

    /** @param {PageFinding} finding */
    async apply(finding) {
      const text = this.kind.read(this.editor);
      if (text === this.drawn?.text) this.filled(await this.fill.apply(finding, text));
      else this.check();
    }

    /** @param {string} text */
    async insert(text) {
      this.filled(await this.fill.insert(text));
    }

    /** @param {string | null} trouble What to tell when the editor did not take the words. */
    filled(trouble) {
      if (trouble) this.tell(trouble);
      this.check();
    }

    /** @param {string} rule @param {string} reason */
    async overrule(rule, reason) {
      const says = await this.around.ask({ type: "override", composer: this.number, rule, reason });
      if (says.type === "failed") this.tell(says.text);
      else if (says.type === "checked") this.hear(says);
      else this.check(true);
    }
  }

  return Composer;
})();
