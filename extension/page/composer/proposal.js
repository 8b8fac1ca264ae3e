"use strict";

/** A public draft in two: what may stand there, and what goes to the customer alone (M48, M49). */
toonvast.Proposal = (() => {
  const { make, mark, actButton } = toonvast;

  /** Puts a text on the clipboard, the older way where a page has no other. @param {string} text */
  const copy = async (text) => {
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    if (done) return true;
    let copied = false;
    /** @param {ClipboardEvent} event */
    const fill = (event) => {
      if (!event.isTrusted || !event.clipboardData) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
      event.stopImmediatePropagation();
      copied = true;
    };
    document.addEventListener("copy", fill, { capture: true, once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", fill, { capture: true });
    return copied;
  };

  /** @param {string} name @param {string} title @param {string} text @param {HTMLElement[]} acts */
  const part = (name, title, text, acts) => {
    const words = mark(make("div", { class: "words" }, text), { "data-part": name });
    return make("div", {}, make("small", {}, title), words, make("div", { class: "acts" }, ...acts));
  };

  class Proposal {
    /**
     * @param {(text: string) => Promise<boolean>} replace Puts a text in the whole draft's place.
     * @param {(sentence: string) => void} tell Says a sentence and draws anew.
     */
    constructor(replace, tell) {
      this.replace = replace;
      this.tell = tell;
      /** @type {Extract<HostSays, { type: "checked" }>["proposal"]} */
      this.now = null;
      /** Private words whose public part is in the editor: they wait until the agent is done with them. */
      this.waiting = "";
      /** @type {string | null} */
      this.answering = null;
      this.print = "";
      this.element = mark(make("section", { class: "split", hidden: "" }), { "data-proposal": "" });
    }

    /** Whether words wait here that stand nowhere else. */
    get waits() {
      return this.waiting !== "";
    }

    /** @param {DraftChecked} drawn */
    draw({ checked: { proposal, answering } }) {
      if (answering !== this.answering) this.waiting = "";
      this.answering = answering;
      this.now = proposal;
      const rest = [this.waiting, proposal?.private ?? ""].filter(Boolean).join("\n");
      const { words } = toonvast;
      const print = JSON.stringify([proposal, this.waiting, words.split]);
      if (print === this.print) return;
      this.print = print;
      this.element.hidden = !rest;
      this.element.setAttribute("aria-label", words.split);
      const insert = () => actButton("insert-public", {}, words.intoBox, () => this.insert());
      const open = proposal ? [part("public", words.inPublic, proposal.public, [insert()])] : [];
      const acts = [actButton("copy-private", {}, words.copy, () => this.copy(rest))];
      if (this.waits) acts.push(actButton("private-done", {}, words.done, () => this.done()));
      const closed = part("private", words.inPrivate, rest, acts);
      this.element.replaceChildren(make("h4", {}, words.split), ...open, closed);
    }

    async insert() {
      const { now } = this;
      if (!now || !(await this.replace(now.public))) return;
      this.waiting = [this.waiting, now.private].filter(Boolean).join("\n");
    }

    /** @param {string} text */
    async copy(text) {
      const { words } = toonvast;
      this.tell((await copy(text)) ? words.copiedPart : words.notCopied);
    }

    done() {
      this.waiting = "";
      this.tell("");
    }
  }

  return Proposal;
})();
