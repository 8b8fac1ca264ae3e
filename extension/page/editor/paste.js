"use strict";

/**
 * Rich editors: Draft.js (X), Lexical (Facebook), ProseMirror. Their state lives outside the DOM,
 * so text only goes in by the path a person's paste takes; the DOM itself is never written.
 */
toonvast.pasteEditor = (() => {
  const BLOCKS = /^(?:DIV|P|LI|UL|OL|BLOCKQUOTE|PRE|H[1-6])$/;
  /** How long an editor may take to notice a selection, and to show what was pasted; ms. */
  const SELECTION_NOTICED = 80;
  const PASTE_SHOWN = 500;

  /** @typedef {{ node: Node, start: number, length: number }} Piece Where a text offset stands. */

  /** @param {number} ms */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /**
   * Whether a `<br>` only holds an empty line open.
   * @param {Node} br
   * @param {Element} editor
   */
  const isFiller = (br, editor) => {
    for (let node = br; node !== editor; node = /** @type {Node} */ (node.parentNode)) {
      for (let next = node.nextSibling; next; next = next.nextSibling) {
        if (next.textContent || next.nodeName === "BR") return BLOCKS.test(next.nodeName);
      }
      if (BLOCKS.test(node.nodeName)) return true;
    }
    return true;
  };

  /**
   * The text with line breaks as the agent sees them, and where each piece of it stands.
   * @param {HTMLElement} editor
   */
  const survey = (editor) => {
    /** @type {Piece[]} */
    const pieces = [];
    let text = "";
    let begun = false;
    let broken = false;
    const begin = () => {
      if (broken) text += "\n";
      broken = false;
      begun = true;
    };
    /** @param {Node} parent */
    const walk = (parent) => {
      for (const node of parent.childNodes) {
        if (text.length > toonvast.TEXT_LONGEST) return;
        const block = BLOCKS.test(node.nodeName);
        if (block) broken ||= begun;
        if (node instanceof Text && node.data) {
          begin();
          pieces.push({ node, start: text.length, length: node.data.length });
          text += node.data;
        } else if (node.nodeName === "BR") {
          begin();
          pieces.push({ node, start: text.length, length: 0 });
          if (!isFiller(node, editor)) text += "\n";
        } else walk(node);
        if (block) {
          broken ||= begun;
        }
      }
    };
    walk(editor);
    return { text, pieces };
  };

  /**
   * @param {HTMLElement} editor
   * @param {number} start UTF-16 units of the text as read.
   * @param {number} end
   */
  const range = (editor, start, end) => {
    const { pieces } = survey(editor);
    const range = document.createRange();
    range.selectNodeContents(editor);
    /** @param {Piece} piece @param {number} at @returns {[Node, number]} */
    const point = ({ node, start: from, length }, at) =>
      node instanceof Text
        ? [node, Math.max(0, Math.min(at - from, length))]
        : [/** @type {Node} */ (node.parentNode), [...(node.parentNode?.childNodes ?? [])].indexOf(/** @type {ChildNode} */ (node))];
    const first = pieces.find((piece) => start < piece.start + Math.max(1, piece.length)) ?? pieces.at(-1);
    const last = pieces.findLast((piece) => piece.start <= end && (piece.start < end || end === start)) ?? first;
    if (first && last) {
      range.setStart(...point(first, start));
      range.setEnd(...point(start === end ? first : last, end));
    }
    return range;
  };

  /** What an editor may change in what it is given without its being another text. */
  /** @param {string} text */
  const alike = (text) => text.replace(/\s+/g, " ").trim();

  /**
   * Puts `text` in place of `start..end`; false when the editor did not take it.
   * @param {HTMLElement} editor
   * @param {number} start
   * @param {number} end
   * @param {string} text
   */
  const replace = async (editor, start, end, text) => {
    const before = survey(editor).text;
    const wanted = alike(before.slice(0, start) + text + before.slice(end));
    const shown = () => alike(survey(editor).text);
    editor.focus();
    const selection = getSelection();
    if (!selection) return false;
    selection.removeAllRanges();
    selection.addRange(range(editor, start, end));
    // Told too soon, every one of these editors appends instead of replacing.
    await pause(SELECTION_NOTICED);
    const data = new DataTransfer();
    data.setData("text/plain", text);
    editor.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
    for (let waited = 0; waited < PASTE_SHOWN && shown() !== wanted; waited += 25) await pause(25);
    if (shown() !== alike(before)) return shown() === wanted;
    // Into an empty Draft.js, or over several lines, this would lose what is typed next.
    if (!before || text.includes("\n")) return shown() === wanted;
    document.execCommand("insertText", false, text);
    await pause(SELECTION_NOTICED);
    return shown() === wanted;
  };

  /** @param {HTMLElement} editor */
  const read = (editor) => survey(editor).text;

  /**
   * Where a passage stands on the screen.
   * @param {HTMLElement} editor
   * @param {number} start
   * @param {number} end
   */
  const rects = (editor, start, end) => [...range(editor, start, end).getClientRects()];

  return { read, replace, rects };
})();
