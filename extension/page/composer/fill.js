"use strict";

/** Puts words into an editor by its own input path. */
toonvast.Fill = class {
  /**
   * @param {HTMLElement} editor
   * @param {EditorKind} kind
   */
  constructor(editor, kind) {
    this.editor = editor;
    this.kind = kind;
    /** What we last put in: another suggestion may take its place. */
    this.inserted = "";
    /** Where the caret stood when the agent left the editor; nothing while they are in it. @type {[number, number] | null} */
    this.caret = null;
    /** What is being put in. @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /**
   * One thing at a time: an editor needs a moment to take words, and its caret is put back after.
   * @param {() => Promise<string | null> | null} act
   * @returns {Promise<string | null>}
   */
  inTurn(act) {
    const turn = this.turn.then(act);
    this.turn = turn.catch(() => {});
    return turn;
  }

  /**
   * Puts a finding's replacement in the passage's place; the caret stays where the agent had it.
   * @param {Passage} passage As it stands in the text now.
   * @returns {Promise<string | null>} What to tell the agent when the editor did not take it.
   */
  async apply({ finding, start, end }) {
    const text = this.kind.read(this.editor);
    const replacement = finding.replacement ?? "";
    const caret = this.caret ?? this.kind.selection(this.editor);
    const said = await this.swap(text, start, end, replacement);
    if (said !== null || !caret || caret[0] !== caret[1]) return said;
    const at = caret[0];
    if (at <= start) this.kind.select(this.editor, at, at);
    else if (at > end) {
      const moved = at + replacement.length - (end - start);
      this.kind.select(this.editor, moved, moved);
    }
    return said;
  }

  /** @param {string} text @param {number} start @param {number} end @param {string} replacement */
  swap(text, start, end, replacement) {
    if (replacement) return this.put(start, end, replacement);
    // No editor takes an empty paste: a neighbour is pasted back over itself.
    const before = start > 0 && text[start - 1] !== "\n";
    if (before) return this.put(start - 1, end, text[start - 1]);
    const after = end < text.length ? end + 1 : end;
    return this.put(start, after, text.slice(after - 1, after));
  }

  /**
   * Puts a suggestion in; it takes the place of an earlier one only, never of own words.
   * @param {string} text
   */
  async insert(text) {
    const now = this.kind.read(this.editor);
    const ours = now.trim() === "" || now.trim() === this.inserted;
    const said = await this.put(ours ? 0 : now.length, now.length, ours || now.endsWith("\n") ? text : `\n${text}`);
    this.inserted = this.kind.read(this.editor).trim() === text.trim() ? text.trim() : "";
    return said;
  }

  /** @param {number} start @param {number} end @param {string} text */
  async put(start, end, text) {
    if (await this.kind.replace(this.editor, start, end, text)) return null;
    const { words } = toonvast;
    const copied = navigator.clipboard?.writeText(text).then(() => true, () => false);
    return (await copied) ? words.copied : words.failed;
  }
};
