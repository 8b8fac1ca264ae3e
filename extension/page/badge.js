"use strict";

toonvast.Badge = (() => {
  const sheet = toonvast.sheet(`${toonvast.PALETTE}${toonvast.Judged.CSS}
    .row { display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 4px 0; }
    .level { color: var(--paper); border: 0; font-weight: 600; }
    .level::before { content: "\\25cf\\00a0"; }
    .urgent { background: var(--urgent); } .high { background: var(--high); }
    .normal { background: var(--normal); } .low { background: var(--low); }
    .none { background: var(--none); }
    .panel { margin: 0; max-width: min(380px, 90vw); padding: 8px 12px; color: var(--ink);
      background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
      box-shadow: 0 2px 12px #0004; inset: auto; }
  `);

  /** How long a panel opened by the pointer outlives it, so that it can be reached; ms. */
  const LINGER = 250;

  /** Whether an agent really pressed what they could see; a page can do neither for them. */
  /** @param {Event} event @param {HTMLElement} host */
  const meant = (event, host) =>
    event.isTrusted && host.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });

  /**
   * What an agent presses on a badge.
   * @typedef {Extract<PageSays, { type: "claim" | "correct" }>} Pressed
   */

  /** What is drawn on one post element. */
  class BadgeView {
    /**
     * @param {(says: Pressed) => Promise<string | null>} tell Yields what went wrong, if anything.
     */
    constructor(tell) {
      const { host, root } = toonvast.host("toonvast-badge", sheet);
      const { make } = toonvast;
      this.host = host;
      this.tell = tell;
      /** @type {Badge | null} */
      this.badge = null;
      this.drawn = "";
      this.pinned = false;
      this.returning = false;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.leaving = undefined;
      this.level = make("button", { type: "button", "aria-expanded": "false" });
      this.case = make("small");
      /** What the case holds us to, and how that stands. */
      this.promise = toonvast.mark(make("small"), { "data-promise": "" });
      this.press = toonvast.mark(make("button", { type: "button" }), { "data-act": "claim" });
      this.panel = make("div", { class: "panel", popover: "manual", role: "group" });
      this.said = make("small", { role: "status" });
      /** What stands in the panel, made when it is first opened. @type {InstanceType<typeof toonvast.Judged> | null} */
      this.judged = null;
      const row = make("div", { class: "row" }, this.level, this.case, this.promise, this.press, this.said);
      this.body = make("div", { class: "body" }, row, this.panel);
      root.append(this.body);
      this.listen();
    }

    listen() {
      this.body.addEventListener("pointerenter", () => this.show());
      this.body.addEventListener("pointerleave", () => this.leave());
      this.level.addEventListener("focus", () => {
        if (!this.returning) this.show();
      });
      this.body.addEventListener("focusout", () => this.leave());
      this.level.addEventListener("click", () => {
        this.pinned = !this.pinned;
        if (this.pinned) this.show();
        else this.hide();
      });
      this.body.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        const inside = this.panel.matches(":focus-within");
        this.hide();
        // Back to the button the panel belongs to, without opening it again.
        this.returning = true;
        if (inside) this.level.focus();
        this.returning = false;
      });
      this.press.addEventListener("click", (event) => void this.pressed(event));
    }

    /** @param {Event} event */
    async pressed(event) {
      if (!this.badge || !meant(event, this.host)) return;
      this.press.disabled = true;
      this.said.textContent = await this.tell({ type: "claim", post_id: this.badge.post_id });
      this.press.disabled = false;
    }

    /** @param {Correction} correction */
    async correct(correction) {
      return this.badge ? this.tell({ type: "correct", post_id: this.badge.post_id, correction }) : null;
    }

    show() {
      clearTimeout(this.leaving);
      if (!this.badge || !this.host.isConnected || this.panel.matches(":popover-open")) return;
      this.judged ??= new toonvast.Judged(
        this.panel,
        (event) => meant(event, this.host),
        (correction) => this.correct(correction),
      );
      this.judged.draw(this.badge);
      this.panel.showPopover();
      this.level.setAttribute("aria-expanded", "true");
      const at = this.level.getBoundingClientRect();
      const { width, height } = this.panel.getBoundingClientRect();
      const [under, over] = [innerHeight - at.bottom - 8, at.top - 8];
      const below = height <= under || under >= over;
      const { style } = this.panel;
      style.left = `${Math.max(4, Math.min(at.left, innerWidth - width - 4))}px`;
      style.top = below ? `${at.bottom + 4}px` : "auto";
      style.bottom = below ? "auto" : `${innerHeight - at.top + 4}px`;
      style.maxHeight = `${below ? under : over}px`;
      addEventListener("scroll", this.hide, { capture: true, passive: true });
      addEventListener("pointerdown", this.outside, { capture: true, passive: true });
    }

    /** @param {Event} event */
    outside = (event) => {
      if (event.target !== this.host) this.hide();
    };

    hide = () => {
      this.pinned = false;
      clearTimeout(this.leaving);
      removeEventListener("scroll", this.hide, { capture: true });
      removeEventListener("pointerdown", this.outside, { capture: true });
      if (this.panel.matches(":popover-open")) this.panel.hidePopover();
      this.judged?.scored(false);
      this.level.setAttribute("aria-expanded", "false");
    };

    leave() {
      clearTimeout(this.leaving);
      this.leaving = setTimeout(() => {
        const held = this.body.matches(":hover") || this.body.querySelector(":focus");
        if (!this.pinned && !held) this.hide();
      }, LINGER);
    }

    /**
     * Stands at the end of `place`, which the site may have emptied since.
     * @param {Element} place
     * @param {Badge} badge
     * @param {boolean} dark
     */
    draw(place, badge, dark) {
      if (this.host.parentNode !== place) place.append(this.host);
      this.body.classList.toggle("dark", dark);
      const fingerprint = JSON.stringify(badge);
      if (fingerprint === this.drawn) return;
      this.drawn = fingerprint;
      this.badge = badge;
      const { words } = toonvast;
      toonvast.mark(this.host, { "post-id": badge.post_id, level: badge.level });
      this.level.className = `level ${badge.level}`;
      this.level.textContent = badge.label;
      this.press.textContent = words.claim;
      this.press.hidden = badge.case !== null;
      this.said.textContent = "";
      const line = badge.case && badge.case.line + (badge.case.pending ? ` · ${words.pending}` : "");
      this.case.textContent = line;
      if (badge.case) toonvast.mark(this.case, { "data-case": badge.case.id });
      const promise = badge.case?.promise ?? null;
      this.promise.textContent = promise && promise.text;
      this.promise.className = promise ? toonvast.standing(promise) : "";
      // A closed panel is drawn when it opens: a page has hundreds of them.
      if (this.panel.matches(":popover-open")) this.judged?.draw(badge);
    }

    remove() {
      this.hide();
      this.host.remove();
    }
  }

  return BadgeView;
})();
