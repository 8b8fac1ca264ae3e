"use strict";

toonvast.reading = (() => {
  /** Elements that begin and end a line in running text. */
  const BLOCKS = new Set(
    ("ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE " +
      "FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY " +
      "TD TFOOT TH THEAD TR UL").split(" "),
  );
  const UNREAD = new Set(
    "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT SVG OBJECT IFRAME TOONVAST-BADGE TOONVAST-COMPOSER"
      .split(" "),
  );

  /**
   * The text of an element as its reader sees it, independent of styles: a page is read before
   * its style sheets are there, and those of a saved page never come. Not recursive: a hostile
   * page nests deeper than a stack.
   * @param {Element} element
   * @param {{ lines?: Lines, skip?: Set<Element> }} [how]
   */
  const textOf = (element, { lines = "flow", skip } = {}) => {
    let text = "";
    let fresh = true;
    let preformatted = 0;
    const flow = lines === "flow";
    /** @param {string} words */
    const add = (words) => {
      const kept = flow && fresh ? words.replace(/^ +/, "") : words;
      text += kept;
      if (kept) fresh = kept.endsWith("\n");
    };
    /** @param {Element} element */
    const edge = (element) => {
      const plain = element.tagName === "DIV" && !element.hasAttribute("data-block");
      if (!fresh && BLOCKS.has(element.tagName) && (flow || !plain)) add("\n");
    };
    /** @type {Node | null} */
    let node = element.firstChild;
    while (node && text.length < toonvast.TEXT_LONGEST) {
      let inside = null;
      if (node instanceof Text) {
        add(flow && !preformatted ? node.data.replace(/\s+/g, " ") : node.data);
      } else if (node instanceof Element && !skip?.has(node)) {
        const tag = node.tagName.toUpperCase();
        if (tag === "BR") add("\n");
        else if (tag === "IMG") add(node.getAttribute("alt") ?? "");
        else if (!UNREAD.has(tag)) {
          inside = node.firstChild;
          edge(node);
          if (inside && tag === "PRE") preformatted += 1;
        }
      }
      if (inside) {
        node = inside;
        continue;
      }
      while (node && node !== element && !node.nextSibling) {
        node = node.parentNode;
        if (node instanceof Element && node !== element) {
          edge(node);
          if (node.tagName === "PRE") preformatted -= 1;
        }
      }
      node = node && node !== element ? node.nextSibling : null;
    }
    if (flow) text = text.replace(/ +\n/g, "\n").replace(/\n{3,}/g, "\n\n");
    // Half an emoji, cut here or put there by the page, could not be sent.
    return text.slice(0, toonvast.TEXT_LONGEST).toWellFormed().trim();
  };

  /** @param {string} text */
  const oneLine = (text) => text.replace(/\s+/g, " ").trim();

  /** @param {Element} element */
  const lastText = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let last = "";
    while (walker.nextNode()) last = oneLine(walker.currentNode.nodeValue ?? "") || last;
    return last.replace(/^[»›|,:\s-]+/, "");
  };

  /**
   * The first whole number in a text: `1.264 antwoorden` is 1264, `2.3K` is 2300.
   * @param {string | null} text
   */
  const countIn = (text) => {
    const short = text?.match(/(\d+(?:[.,]\d+)?)\s?([KM])(?!\p{L})/iu);
    if (short) {
      const unit = short[2].toUpperCase() === "K" ? 1e3 : 1e6;
      return Math.round(Number(short[1].replace(",", ".")) * unit);
    }
    const plain = text?.match(/\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+(?!\d)|\d+/);
    const count = plain ? Number(plain[0].replace(/\D/g, "")) : NaN;
    return Number.isSafeInteger(count) ? count : null;
  };

  /** Reads one site's pages as its pack says. */
  class Reader {
    /**
     * @param {SitePack} pack
     * @param {Document} page
     */
    constructor(pack, page) {
      this.pack = pack;
      this.page = page;
      /** Selectors this browser refuses; told with the health checks. @type {Set<string>} */
      this.refused = new Set();
      /** The strategy for posts that holds for this page. @type {string | null} */
      this.chosen = null;
    }

    /**
     * @param {ParentNode} root
     * @param {string} selector
     * @returns {Element[]}
     */
    all(root, selector) {
      try {
        return [...root.querySelectorAll(selector)];
      } catch {
        this.refused.add(selector);
        return [];
      }
    }

    /**
     * @param {Element} element
     * @param {string} selector
     */
    closest(element, selector) {
      try {
        return element.closest(selector);
      } catch {
        this.refused.add(selector);
        return null;
      }
    }

    /** Whether the pack fits the page; only asked of software that stands under any host. */
    fits() {
      return this.pack.detect.some((selector) => this.all(this.page, selector).length > 0);
    }

    get postSelector() {
      this.chosen ??=
        this.pack.post.select.find((selector) => this.all(this.page, selector).length > 0) ?? null;
      return this.chosen;
    }

    /**
     * The post elements at, in and round an element that was added to the page.
     * @param {Document | Element} root
     */
    posts(root) {
      const selector = this.postSelector;
      if (!selector) return [];
      const found = this.all(root, selector);
      const round = root instanceof Element ? this.closest(root, selector) : null;
      if (round && !found.includes(round)) found.unshift(round);
      const { exclude } = this.pack.post;
      return found.filter((post) => !exclude.some((not) => this.closest(post, not)));
    }

    /**
     * What matches inside a post and belongs to it, not to a post it quotes or holds.
     * @param {Element} post
     * @param {string} selector
     */
    own(post, selector) {
      const { foreign } = this.pack.post;
      return this.all(post, selector).filter((element) => {
        for (const part of foreign) {
          const other = this.closest(element, part);
          if (other && other !== post && post.contains(other)) return false;
        }
        return this.closest(element, this.postSelector ?? "*") === post || !this.postSelector;
      });
    }

    /**
     * @param {Strategy[]} picks
     * @param {Element} [post] Absent: the whole page.
     * @returns {string | null}
     */
    pick(picks, post) {
      for (const pick of picks) {
        const found =
          pick.select === null
            ? [post ?? this.page.documentElement]
            : post
              ? this.own(post, pick.select)
              : this.all(this.page, pick.select);
        for (const element of found) {
          const from = pick.closest ? this.closest(element, pick.closest) : element;
          const value = from && this.value(from, pick);
          if (value) return (pick.prefix ?? "") + value;
        }
      }
      return null;
    }

    /**
     * @param {Element} element
     * @param {Strategy} pick
     */
    value(element, { attr, last, pattern }) {
      const whole = attr
        ? element.getAttribute(attr)
        : last
          ? lastText(element)
          : textOf(element);
      const value = oneLine((whole ?? "").slice(0, toonvast.TEXT_LONGEST)).toWellFormed();
      return pattern ? (value.match(new RegExp(pattern, "u"))?.[1] ?? null) : value;
    }

    /** @param {Element} post */
    id(post) {
      return this.pick(this.pack.post.id, post);
    }

    /** @param {Element} post */
    text(post) {
      const { select, drop, until, lines } = this.pack.post.text;
      for (const selector of select) {
        const parts = this.own(post, selector);
        if (parts.length === 0) continue;
        const skip = new Set(drop.flatMap((unwanted) => this.all(post, unwanted)));
        const outer = parts.filter((part) => !parts.some((o) => o !== part && o.contains(part)));
        const words = outer.filter((part) => !skip.has(part));
        const text = words.map((part) => textOf(part, { lines, skip })).join("\n");
        return (until ? text.split(new RegExp(until, "u"))[0] : text).trim();
      }
      return "";
    }

    /** @param {Element} post */
    permalink(post) {
      const link = this.pick(this.pack.post.permalink, post);
      if (link === null) return null;
      try {
        const url = new URL(link, post.baseURI);
        return /^https?:$/.test(url.protocol) ? url.href : null;
      } catch {
        return null;
      }
    }

    /**
     * @param {Element} post
     * @returns {SeenPost | null} Nothing, if this is no post after all.
     */
    read(post) {
      const how = this.pack.post;
      const id = this.id(post);
      const author = this.pick(how.author, post);
      const text = this.text(post);
      if (!id || (!author && !text)) return null;
      /** @param {string[]} marks */
      const shows = (marks) => marks.some((mark) => this.own(post, mark).length > 0);
      /** @param {Strategy[]} picks */
      const count = (picks) => countIn(this.pick(picks, post));
      return {
        post_id: id,
        author: author ?? "",
        author_name: this.pick(how.author_name, post),
        verified: shows(how.verified),
        followers: count(how.followers),
        text,
        partial: shows(how.partial) || text.length >= toonvast.TEXT_LONGEST,
        timestamp: this.pick(how.time, post),
        permalink: this.permalink(post),
        likes: count(how.likes),
        replies: count(how.replies),
        shares: count(how.shares),
        views: count(how.views),
        promoted: how.promoted.some((mark) => this.closest(post, mark)),
      };
    }

    /** Where a badge goes. @param {Element} post */
    place(post) {
      for (const selector of this.pack.post.badge) {
        const [place] = this.own(post, selector);
        if (place) return place;
      }
      return post;
    }

    /** The editors on the page that can be seen. @returns {Map<HTMLElement, ComposerReader>} */
    editors() {
      /** @type {Map<HTMLElement, ComposerReader>} */
      const editors = new Map();
      for (const how of this.pack.composers) {
        if (how.url && !new RegExp(how.url, "u").test(location.href)) continue;
        for (const editor of this.all(this.page, how.select)) {
          const seen = editor instanceof HTMLElement && editor.checkVisibility();
          if (seen && !editors.has(editor)) editors.set(editor, how);
        }
      }
      return editors;
    }

    /**
     * @param {HTMLElement} editor
     * @param {ComposerReader} how
     */
    beside(editor, { beside }) {
      for (const selector of beside) {
        const place = this.closest(editor, selector);
        if (place) return place;
      }
      return null;
    }

    /**
     * The post a composer answers.
     * @param {ComposerReader} how
     * @param {HTMLElement} editor
     * @param {string} draft
     */
    answered(how, editor, draft) {
      for (const answers of how.answers) {
        if (answers.from === "link") {
          const id = this.linked(answers.select);
          if (id) return id;
          continue;
        }
        if (answers.from !== "post") {
          const text = answers.from === "url" ? location.href : draft;
          const id = text.match(new RegExp(answers.pattern, "u"))?.[1];
          if (id) return (answers.prefix ?? "") + id;
          continue;
        }
        const within = answers.within === null ? this.page : this.closest(editor, answers.within);
        if (!within) continue;
        const { select } = answers;
        const posts = this.posts(within).filter((post) => !select || this.closest(post, select) === post);
        const post = answers.order === "first" ? posts[0] : posts.at(-1);
        const id = post ? this.id(post) : null;
        if (id || answers.within !== null) return id;
      }
      return null;
    }

    /** The post whose permalink a link of the composer is. @param {string} select */
    linked(select) {
      const link = this.all(this.page, select).find((found) => found instanceof HTMLAnchorElement);
      const href = link instanceof HTMLAnchorElement ? link.href : null;
      const post = href && this.posts(this.page).find((found) => this.permalink(found) === href);
      return post ? this.id(post) : null;
    }

    /** The account the agent is signed in with. */
    account() {
      return this.pick(this.pack.account);
    }

    /** What the page should show and does not. */
    faults() {
      const missing = this.pack.health
        .filter(({ url }) => !url || new RegExp(url, "u").test(location.href))
        .filter(({ select }) => !select.some((selector) => this.all(this.page, selector).length))
        .map(({ name }) => name);
      return [...missing, ...[...this.refused].map((selector) => `selector refused: ${selector}`)];
    }
  }

  /**
   * The pack for this page: the host's own, else the first that meets its marks. One for no site
   * in particular waits until no other fits.
   * @param {SitePack | null} pack
   * @param {SitePack[]} candidates
   */
  const choose = (pack, candidates) => {
    const fitting = candidates.filter((candidate) => new Reader(candidate, document).fits());
    return pack ?? fitting.find(({ site }) => site !== "other") ?? fitting[0] ?? null;
  };

  return { Reader, textOf, countIn, choose };
})();

/**
 * All posts on a page, in the page's order.
 * @param {SitePack} pack
 * @param {Document} page
 * @returns {SeenPost[]}
 */
toonvast.readAll = (pack, page) => {
  const reader = new toonvast.reading.Reader(pack, page);
  return reader.posts(page).flatMap((post) => reader.read(post) ?? []);
};
