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
 * @typedef {typeof toonvast.textareaEditor} EditorKind
 */

/** Our layer beside one editor. It reads and fills the editor; sending is the agent's. */
toonvast.Composer = (() => {
  /** A pause in typing after which a draft is checked, and the longest it goes unchecked; ms. */
  const PAUSE = 250;
  const LONGEST = 1500;
  /** How long the page is taken to keep its colours; ms. */
  const LOOK_AGAIN = 3000;
  /** @type {Record<ComposerReader["editor"], EditorKind>} */
  const EDITORS = { paste: toonvast.pasteEditor, textarea: toonvast.textareaEditor };
  const WATCHING = { capture: true, passive: true };
  const NEWS = ["input", "keyup", "paste", "cut", "drop", "focusin"];

  /**
   * At the end of a place; below it where it lays its children out in a row, which we would squeeze.
   * @param {Element} place
   * @param {HTMLElement} host
   */
  const below = (place, host) => {
    const { display, flexDirection, flexWrap } = getComputedStyle(place);
    const row = display.endsWith("flex") && flexDirection.startsWith("row") && flexWrap === "nowrap";
    if (!row || !place.parentElement) place.append(host);
    else {
      below(place.parentElement, host);
      if (host.parentElement === place.parentElement) place.after(host);
    }
  };

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
        show: (finding) => this.show(finding),
        overrule: (rule, reason) => this.overrule(rule, reason),
      });
      this.proposal = new toonvast.Proposal((text) => this.replace(text), (sentence) => this.tell(sentence));
      /** What the card shows, from top to bottom: whatever tells more of a draft goes in here. @type {CardPart[]} */
      this.parts = [
        new toonvast.Verdict(),
        new toonvast.Meters(),
        new toonvast.Kept((text) => this.insert(text), () => this.discard()),
        new toonvast.Promised(),
        this.findings,
        this.proposal,
        new toonvast.Suggestions((text) => this.insert(text)),
      ];
      const [head, ...rest] = this.parts.map(({ element }) => element);
      this.card = make("div", { class: "card", role: "group", "aria-label": "Toonvast", hidden: "" }, head, this.said, ...rest);
      this.body = make("div", { class: "body" }, this.card, this.marks.mirror, this.marks.element);
      this.keys = new toonvast.Keys(editor, this.card, this.marks, {
        quick: () => this.quick(),
        apply: (finding) => this.apply(finding),
        back: () => this.back(),
      });
      const { host, root } = toonvast.host("toonvast-composer", toonvast.composerSheet);
      this.host = host;
      root.append(this.body);
      /** Where the pack wants it. @type {Element | null} */
      this.beside = null;
      /** @type {DraftChecked | null} */
      this.drawn = null;
      /** What was last sent to be checked. @type {string | null} */
      this.sent = null;
      /** Whether what was sent last has been answered; news that comes before is about older words. */
      this.answered = false;
      /** The post it answers, as last told. @type {string | null} */
      this.answers = null;
      /** Whether an input method is at work: until it is done nothing of ours moves or writes. */
      this.composing = false;
      /** Whether the agent has been in the editor. */
      this.entered = editor.matches(":focus-within");
      /** When something happened last, and first since the last check. */
      this.last = 0;
      this.since = 0;
      /** When the page's colours were looked at. */
      this.looked = -LOOK_AGAIN;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.timer = undefined;
      this.listen();
      this.place();
      this.check();
    }

    listen() {
      for (const type of NEWS) this.editor.addEventListener(type, this.soon);
      document.addEventListener("selectionchange", this.chosen);
      this.editor.addEventListener("input", this.marks.typed);
      this.editor.addEventListener("compositionstart", this.compose);
      this.editor.addEventListener("compositionend", this.compose);
      this.editor.addEventListener("focusin", this.come);
      this.editor.addEventListener("focusout", this.leave);
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
      document.removeEventListener("selectionchange", this.chosen);
      this.editor.removeEventListener("input", this.marks.typed);
      this.editor.removeEventListener("compositionstart", this.compose);
      this.editor.removeEventListener("compositionend", this.compose);
      this.editor.removeEventListener("focusin", this.come);
      this.editor.removeEventListener("focusout", this.leave);
      document.removeEventListener("pointerdown", this.now, WATCHING);
      document.removeEventListener("keydown", this.now, WATCHING);
      removeEventListener("pagehide", this.now);
      this.marks.close();
      this.keys.close();
      clearTimeout(this.timer);
      this.host.remove();
    }

    /** Beside the editor, in the flow, so that it never covers the site's own buttons. */
    place() {
      const beside = this.around.beside(this.editor, this.how);
      if (!this.host.isConnected || beside !== this.beside) {
        this.beside = beside;
        below(beside ?? document.body, this.host);
      }
      this.body.classList.toggle("corner", !beside);
      if (performance.now() - this.looked < LOOK_AGAIN) return;
      this.looked = performance.now();
      this.body.classList.toggle("dark", toonvast.isDark());
    }

    /** Checks after a pause; one timer for all events of a keypress, because there are many. */
    soon = () => {
      this.last = performance.now();
      if (this.timer !== undefined) return;
      this.since = this.last;
      this.timer = setTimeout(this.pause, PAUSE);
    };

    /** The site may empty an editor without an event; a page has many in which nobody has been. */
    chosen = () => {
      if (this.entered) this.soon();
    };

    pause = () => {
      this.timer = undefined;
      const now = performance.now();
      const left = Math.min(this.last + PAUSE, this.since + LONGEST) - now;
      if (left > 1) this.timer = setTimeout(this.pause, left);
      else this.check();
    };

    /** @param {Event} event */
    compose = ({ type }) => {
      this.composing = type === "compositionstart";
      if (this.composing) return;
      if (this.drawn) this.draw();
      this.soon();
    };

    come = () => {
      this.fill.caret = null;
      if (this.entered) return;
      this.entered = true;
      this.draw();
    };

    leave = () => {
      this.fill.caret = this.kind.selection(this.editor);
    };

    /** @param {Event} event */
    now = (event) => {
      if (this.entered && (!(event instanceof KeyboardEvent) || event.key === "Enter")) this.check();
    };

    /** @param {boolean} [again] Even if the text is what was checked last. */
    check(again = false) {
      clearTimeout(this.timer);
      this.timer = undefined;
      if (!this.editor.isConnected || this.composing) return;
      const text = this.kind.read(this.editor);
      const answers = this.around.answers(this.how, this.editor, text);
      const key = `${answers}\n${text}`;
      if (key === this.sent && !again) return;
      this.sent = key;
      this.answers = answers;
      this.answered = false;
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
      this.answered = true;
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

    /** Something is known of posts that was not: perhaps of the one that is answered. @param {Set<string>} posts */
    met(posts) {
      if (this.answers !== null && posts.has(this.answers)) this.check(true);
    }

    /** @param {string} sentence */
    tell(sentence) {
      this.said.textContent = sentence;
      this.draw();
    }

    draw() {
      const { drawn } = this;
      if (this.composing) return;
      this.place();
      // An empty editor that nobody has gone to needs nothing from us yet, nor one that answers nobody.
      const help = this.entered && drawn !== null && drawn.checked.suggestions.length > 0;
      const idle = !drawn || (drawn.text === "" && !help && !drawn.checked.kept && !this.proposal.waits);
      this.card.hidden = idle && !this.said.textContent;
      if (!drawn) return;
      for (const part of this.parts) part.draw(drawn);
      this.keys.rove();
      this.marks.draw(drawn);
    }

    /**
     * A finding's passage where it stands now; nothing when it was written over since. What is drawn
     * may be of an earlier check that found the same.
     * @param {PageFinding} finding
     */
    passage({ rule, start, end }) {
      const passages = this.drawn ? toonvast.passages(this.drawn, this.kind.read(this.editor)) : [];
      const same = passages.find(({ finding: known }) => known.rule === rule && known.start === start && known.end === end);
      return same ?? null;
    }

    /** @param {PageFinding} finding */
    async apply(finding) {
      if (this.composing) return;
      const said = await this.fill.inTurn(() => {
        const passage = this.passage(finding);
        return passage ? this.fill.apply(passage) : null;
      });
      this.filled(said);
    }

    /** Chooses a finding's passage in the editor; one for what is missing leads to the editor's caret. */
    /** @param {PageFinding} finding */
    show(finding) {
      const passage = this.passage(finding);
      if (passage) this.kind.select(this.editor, passage.start, passage.end);
      else this.back();
    }

    /** Applies the fix of the finding at the caret; without one, leads to the findings. @returns {boolean} */
    quick() {
      if (!this.drawn || this.composing || this.card.hidden) return false;
      const [from, to] = this.kind.selection(this.editor) ?? [-1, -1];
      const at = toonvast.passages(this.drawn, this.kind.read(this.editor))
        .filter(({ start, end }) => start <= to && end >= from)
        .map(({ finding }) => finding);
      const fixable = at.find(toonvast.isFixable);
      if (fixable) void this.apply(fixable);
      else return this.findings.focus(at[0]) || this.keys.focus();
      return true;
    }

    /** To the editor, with the caret where it was. */
    back() {
      const { caret } = this.fill;
      this.editor.focus();
      const now = this.kind.selection(this.editor);
      if (caret && String(now) !== String(caret)) this.kind.select(this.editor, ...caret);
    }

    /** @param {string} text */
    async insert(text) {
      if (!this.composing) this.filled(await this.fill.inTurn(() => this.fill.insert(text)));
    }

    /** Puts a text in the place of the whole draft that was checked. @param {string} text */
    async replace(text) {
      let same = false;
      const said = await this.fill.inTurn(() => {
        const now = this.kind.read(this.editor);
        same = !this.composing && now === this.drawn?.text;
        return same ? this.fill.put(0, now.length, text) : null;
      });
      this.filled(said);
      return same;
    }

    async discard() {
      await this.around.ask({ type: "discard", composer: this.number });
      this.check(true);
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
