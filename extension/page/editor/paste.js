"use strict";

/**
 * Rich editors: Draft.js (X), Lexical (Facebook), ProseMirror, and a bare contenteditable. The
 * state of the first three lives outside the DOM, so text only goes in by the path a person's
 * paste takes; the DOM itself is never written.
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
        if (toonvast.isStranger(next)) continue;
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
  const pieces = (editor) => {
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
        if (toonvast.isStranger(node)) continue;
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
   * @param {Piece[]} pieces
   * @param {number} start UTF-16 units of the text as read.
   * @param {number} end
   */
  const range = (editor, pieces, start, end) => {
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

  /**
   * The offset of a place in the document, in UTF-16 units of the text as read.
   * @param {Piece[]} pieces
   * @param {Node} node
   * @param {number} at
   */
  const offset = (pieces, node, at) => {
    const here = node instanceof Text ? pieces.find((piece) => piece.node === node) : undefined;
    if (here) return here.start + Math.min(at, here.length);
    const child = node.childNodes[at];
    const next = child && pieces.find((piece) =>
      child.contains(piece.node) || child.compareDocumentPosition(piece.node) & Node.DOCUMENT_POSITION_FOLLOWING);
    const last = pieces.findLast((piece) => node.contains(piece.node)) ?? pieces.at(-1);
    return next ? next.start : last ? last.start + last.length : 0;
  };

  /**
   * What is chosen in the editor, or where the caret stands; nothing when that is elsewhere.
   * @param {HTMLElement} editor
   * @returns {[number, number] | null}
   */
  const selection = (editor) => {
    const chosen = getSelection();
    if (!chosen?.rangeCount) return null;
    const { startContainer, startOffset, endContainer, endOffset } = chosen.getRangeAt(0);
    if (!editor.contains(startContainer) || !editor.contains(endContainer)) return null;
    const all = pieces(editor).pieces;
    return [offset(all, startContainer, startOffset), offset(all, endContainer, endOffset)];
  };

  /**
   * @param {HTMLElement} editor
   * @param {number} start
   * @param {number} end
   */
  const select = (editor, start, end) => {
    editor.focus();
    const chosen = getSelection();
    chosen?.removeAllRanges();
    chosen?.addRange(range(editor, pieces(editor).pieces, start, end));
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
    const before = read(editor);
    const wanted = alike(before.slice(0, start) + text + before.slice(end));
    const shown = () => alike(read(editor));
    select(editor, start, end);
    // Told too soon, every one of these editors appends instead of replacing.
    await pause(SELECTION_NOTICED);
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    const taken = !editor.dispatchEvent(paste);
    for (let waited = 0; taken && waited < PASTE_SHOWN && shown() !== wanted; waited += 25) await pause(25);
    if (shown() !== alike(before)) return shown() === wanted;
    // Into an empty Draft.js, or over several lines, this would lose what is typed next.
    if (taken && (!before || text.includes("\n"))) return shown() === wanted;
    document.execCommand("insertText", false, text);
    // A bare field has it at once; the agent may be typing on already.
    if (taken) await pause(SELECTION_NOTICED);
    return shown() === wanted;
  };

  /** @param {HTMLElement} editor */
  const read = (editor) => pieces(editor).text;

  /**
   * The text, and where its passages stand on the screen.
   * @param {HTMLElement} editor
   */
  const survey = (editor) => {
    const { text, pieces: all } = pieces(editor);
    /** @param {number} start @param {number} end */
    const rects = (start, end) => [...range(editor, all, start, end).getClientRects()];
    return { text, rects };
  };

  return { read, replace, survey, selection, select };
})();
