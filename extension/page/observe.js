"use strict";

/** Looks at the page: which posts are there, which composers, and what is to be drawn on them. */
toonvast.Watch = (() => {
  /** Longest wait before what was added is looked at, and before the health checks speak; ms. */
  const FLUSH_WITHIN = 100;
  const SETTLED = 4000;

  /**
   * @typedef {InstanceType<typeof toonvast.Badge>} BadgeView
   * @typedef {InstanceType<typeof toonvast.Composer>} ComposerView
   * @typedef {InstanceType<typeof toonvast.Link>} Line
   * @typedef {object} Known A post met on this page.
   * @property {SeenPost} seen
   * @property {string} print What was last judged, to tell a change.
   * @property {boolean} told Whether the engine's home has it on this connection.
   * @property {Badge | null} badge
   * @property {Set<Element>} at Where it stands: a site may show one post twice.
   */

  /** Counters move all the time; only another order of magnitude is news. @param {number | null} n */
  const size = (n) => (n === null ? null : Math.floor(Math.log2(n + 1)));

  /** @param {SeenPost} post */
  const fingerprint = (post) =>
    JSON.stringify([
      post.author, post.text, post.partial, post.timestamp, post.promoted, post.verified,
      size(post.likes), size(post.replies), size(post.shares), size(post.views), size(post.followers),
    ]);

  class Watch {
    /**
     * @param {Line} line
     * @param {SitePack} pack
     */
    constructor(line, pack) {
      this.line = line;
      this.pack = pack;
      this.reader = new toonvast.reading.Reader(pack, document);
      /** By post id; oldest first. @type {Map<string, Known>} */
      this.known = new Map();
      /** Which post an element shows: a site may reuse it for another. @type {WeakMap<Element, string>} */
      this.shows = new WeakMap();
      /** @type {WeakMap<Element, BadgeView>} */
      this.badges = new WeakMap();
      /** @type {Map<HTMLElement, ComposerView>} */
      this.composers = new Map();
      this.lastComposer = 0;
      /** Added and not yet looked at. @type {Set<Element>} */
      this.added = new Set();
      /** Posts found and not yet read. @type {Set<Element>} */
      this.unread = new Set();
      this.url = location.href;
      this.frame = 0;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.timer = undefined;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.health = undefined;
      this.observer = new MutationObserver((records) => this.notice(records));
      this.observer.observe(document, { childList: true, subtree: true });
      document.addEventListener("focusin", this.schedule);
      /** @type {{ navigation?: EventTarget }} */ (window).navigation?.addEventListener("navigatesuccess", this.schedule);
      addEventListener("popstate", this.schedule);
      this.all();
    }

    /** Ends it and takes everything of ours off the page. */
    stop() {
      this.observer.disconnect();
      document.removeEventListener("focusin", this.schedule);
      /** @type {{ navigation?: EventTarget }} */ (window).navigation?.removeEventListener("navigatesuccess", this.schedule);
      removeEventListener("popstate", this.schedule);
      clearTimeout(this.timer);
      clearTimeout(this.health);
      cancelAnimationFrame(this.frame);
      for (const { at } of this.known.values()) for (const post of at) this.badges.get(post)?.remove();
      for (const composer of this.composers.values()) composer.close();
    }

    /** Looks at the whole page. */
    all() {
      if (document.documentElement) this.added.add(document.documentElement);
      clearTimeout(this.health);
      this.health = setTimeout(() => this.checkHealth(), SETTLED);
      this.schedule();
    }

    /** @param {MutationRecord[]} records */
    notice(records) {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          const element = node instanceof Element ? node : node.parentElement;
          if (element && !element.tagName.startsWith("TOONVAST-")) this.added.add(element);
        }
      }
      if (this.added.size > 0 || this.composers.size > 0) this.schedule();
    }

    /** In the next frame; a tab in the background has none. */
    schedule = () => {
      if (this.timer !== undefined) return;
      this.timer = setTimeout(this.flush, FLUSH_WITHIN);
      this.frame = requestAnimationFrame(this.flush);
    };

    flush = () => {
      clearTimeout(this.timer);
      cancelAnimationFrame(this.frame);
      this.timer = undefined;
      if (location.href !== this.url) {
        this.url = location.href;
        this.all();
        for (const composer of this.composers.values()) composer.soon();
      }
      for (const element of this.added) {
        if (element.isConnected) for (const post of this.reader.posts(element)) this.unread.add(post);
      }
      this.added.clear();
      this.meetComposers();
      this.readSome();
      if (this.unread.size > 0) this.schedule();
    };

    readSome() {
      /** @type {SeenPost[]} */
      const news = [];
      let left = toonvast.POSTS_A_MESSAGE;
      const dark = this.unread.size > 0 && toonvast.isDark();
      for (const post of this.unread) {
        if (left === 0) break;
        left -= 1;
        this.unread.delete(post);
        const seen = post.isConnected ? this.meet(post, dark) : null;
        if (seen) news.push(seen);
      }
      if (this.known.size > toonvast.POSTS_KNOWN) this.forget();
      if (news.length > 0) void this.tell(news);
    }

    /**
     * @param {Element} post
     * @param {boolean} dark
     * @returns {SeenPost | null} The post, if it is news.
     */
    meet(post, dark) {
      const seen = this.reader.read(post);
      const before = this.shows.get(post);
      if (before !== undefined && before !== seen?.post_id) {
        this.known.get(before)?.at.delete(post);
        this.badges.get(post)?.remove();
        this.badges.delete(post);
      }
      if (!seen) return null;
      this.shows.set(post, seen.post_id);
      const print = fingerprint(seen);
      const known = this.known.get(seen.post_id) ?? this.remember(seen, print);
      known.at.add(post);
      if (known.badge) this.draw(known, dark);
      if (known.told && known.print === print) return null;
      Object.assign(known, { seen, print, told: true });
      return seen;
    }

    /**
     * @param {SeenPost} seen
     * @param {string} print
     */
    remember(seen, print) {
      /** @type {Known} */
      const known = { seen, print, told: false, badge: null, at: new Set() };
      this.known.set(seen.post_id, known);
      return known;
    }

    /** Drops the oldest tenth that is no longer on the page. */
    forget() {
      let left = toonvast.POSTS_KNOWN / 10;
      for (const [id, { at }] of this.known) {
        if (left === 0) break;
        if ([...at].some((post) => post.isConnected)) continue;
        this.known.delete(id);
        left -= 1;
      }
    }

    /** @param {SeenPost[]} posts */
    async tell(posts) {
      const says = this.line.open
        ? await this.line.ask({ type: "posts", url: this.url, account: this.reader.account(), pack: this.pack.id, posts })
        : null;
      if (says?.type === "judged") this.judged(says.badges);
      else for (const { post_id } of posts) this.untold(post_id);
    }

    /** @param {string} id */
    untold(id) {
      const known = this.known.get(id);
      if (known) known.told = false;
    }

    /** On a new connection: tells again what still stands on the page. */
    again() {
      for (const known of this.known.values()) {
        known.told = false;
        for (const post of known.at) if (post.isConnected) this.unread.add(post);
      }
      for (const composer of this.composers.values()) composer.check(true);
      this.schedule();
    }

    /** @param {Badge[]} badges */
    judged(badges) {
      const dark = toonvast.isDark();
      for (const badge of badges) {
        const known = this.known.get(badge.post_id);
        if (!known) continue;
        known.badge = badge;
        this.draw(known, dark);
      }
      const met = new Set(badges.map(({ post_id }) => post_id));
      for (const composer of this.composers.values()) composer.met(met);
    }

    /**
     * @param {Known} known
     * @param {boolean} dark
     */
    draw({ at, badge, seen }, dark) {
      for (const post of at) {
        if (!post.isConnected || this.shows.get(post) !== seen.post_id || !badge) {
          at.delete(post);
          continue;
        }
        const view = this.badges.get(post) ?? new toonvast.Badge((says) => this.press(post, says));
        this.badges.set(post, view);
        view.draw(this.reader.place(post), badge, dark);
      }
    }

    /**
     * @param {Element} post
     * @param {Extract<PageSays, { type: "claim" | "correct" }>} pressed
     */
    async press(post, pressed) {
      // The site may have put another post here without adding an element.
      if (this.reader.id(post) !== pressed.post_id) {
        this.unread.add(post);
        this.schedule();
        return null;
      }
      const says = await this.line.ask(pressed);
      if (says.type === "judged") this.judged(says.badges);
      return says.type === "failed" ? says.text : null;
    }

    meetComposers() {
      for (const [editor, composer] of this.composers) {
        if (editor.isConnected) {
          if (!composer.host.isConnected) composer.place();
          continue;
        }
        composer.close();
        this.composers.delete(editor);
      }
      for (const [editor, how] of this.reader.editors()) {
        if (this.composers.has(editor)) continue;
        this.lastComposer += 1;
        const composer = new toonvast.Composer(this.lastComposer, editor, how, {
          ask: (says) => this.line.ask(says),
          answers: (reader, field, text) => this.reader.answered(reader, field, text),
          beside: (field, reader) => this.reader.beside(field, reader),
        });
        this.composers.set(editor, composer);
      }
    }

    /** @param {HostSays} says */
    heard(says) {
      if (says.type === "judged") this.judged(says.badges);
      if (says.type !== "checked") return;
      for (const composer of this.composers.values()) {
        if (composer.number === says.composer && composer.answered) composer.hear(says);
      }
    }

    checkHealth() {
      const failed = this.reader.faults();
      if (failed.length > 0 && this.line.open) {
        void this.line.ask({ type: "health", url: this.url, failed });
      }
    }
  }

  return Watch;
})();
