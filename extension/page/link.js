"use strict";

toonvast.Link = (() => {
  /** First and longest wait before connecting again, and the longest for an answer; ms. */
  const FIRST_WAIT = 200;
  const LONGEST_WAIT = 30000;
  const ANSWER_WITHIN = 20000;

  /**
   * @typedef {object} Listener
   * @property {(says: HostSays) => void} heard News, and the welcome of every new connection.
   * @property {() => void} ended The extension was reloaded or removed: this script is orphaned.
   *
   * @typedef {object} Question
   * @property {(says: HostSays) => void} resolve
   * @property {(error: Error) => void} reject
   * @property {ReturnType<typeof setTimeout>} timer
   */

  /** The line to the engine's home. It comes back by itself when the home was put to sleep. */
  class Link {
    /** @param {Listener} listener */
    constructor(listener) {
      this.listener = listener;
      /** @type {chrome.runtime.Port | null} */
      this.port = null;
      /** @type {Map<number, Question>} */
      this.questions = new Map();
      this.seq = 0;
      this.wait = FIRST_WAIT;
      /** Whether the home has said welcome on this connection. */
      this.open = false;
    }

    async connect() {
      /** @type {chrome.runtime.Port | null} */
      let port = null;
      try {
        await chrome.runtime.sendMessage({ to: "background", do: "ensure-host" });
        port = chrome.runtime.connect({ name: "page" });
        this.port = port;
        port.onMessage.addListener((message) => this.hear(message));
        port.onDisconnect.addListener(() => this.drop(port));
        const welcome = await this.send({ type: "hello", url: location.href });
        if (welcome.type !== "welcome") throw new Error("not welcome");
        this.wait = FIRST_WAIT;
        this.open = true;
        this.listener.heard(welcome);
      } catch {
        this.drop(port);
      }
    }

    /** @param {HostMessage} message */
    hear({ seq, says }) {
      const question = this.questions.get(seq);
      if (!question) {
        if (seq === 0) this.listener.heard(says);
        return;
      }
      this.questions.delete(seq);
      clearTimeout(question.timer);
      question.resolve(says);
    }

    /** @param {chrome.runtime.Port | null} port */
    drop(port) {
      // Unread, the browser would write it to the page's console.
      void chrome.runtime?.lastError;
      if (port !== this.port) return;
      this.port = null;
      this.open = false;
      port?.disconnect();
      for (const { reject, timer } of this.questions.values()) {
        clearTimeout(timer);
        reject(new Error("the connection closed"));
      }
      this.questions.clear();
      if (!chrome.runtime?.id) {
        this.listener.ended();
        return;
      }
      setTimeout(() => void this.connect(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    }

    /**
     * @param {PageSays} says
     * @returns {Promise<HostSays>}
     */
    send(says) {
      return new Promise((resolve, reject) => {
        if (!this.port) throw new Error("no connection");
        this.seq += 1;
        const seq = this.seq;
        const timer = setTimeout(() => {
          this.questions.delete(seq);
          reject(new Error("no answer"));
        }, ANSWER_WITHIN);
        this.questions.set(seq, { resolve, reject, timer });
        this.port.postMessage(/** @type {PageMessage} */ ({ seq, says }));
      });
    }

    /**
     * Asks; never throws. Without an answer it is `failed`, in the agent's language.
     * @param {PageSays} says
     * @returns {Promise<HostSays>}
     */
    async ask(says) {
      try {
        return await this.send(says);
      } catch {
        return { type: "failed", text: toonvast.words.lost };
      }
    }
  }

  return Link;
})();
