"use strict";

/** A plain text field, as forums have. */
toonvast.textareaEditor = (() => {
  /** What decides where a field breaks its lines. */
  const SHAPE = /** @type {const} */ ([
    "font", "fontKerning", "fontFeatureSettings", "letterSpacing", "wordSpacing", "lineHeight", "textIndent",
    "textTransform", "textAlign", "direction", "tabSize", "wordBreak", "overflowWrap", "lineBreak",
    "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  ]);

  /** @param {HTMLElement} editor */
  const field = (editor) => /** @type {HTMLTextAreaElement} */ (editor);

  /** @param {HTMLElement} editor */
  const read = (editor) => field(editor).value;

  /**
   * @param {HTMLElement} editor
   * @returns {[number, number] | null}
   */
  const selection = (editor) => [field(editor).selectionStart, field(editor).selectionEnd];

  /**
   * @param {HTMLElement} editor
   * @param {number} start
   * @param {number} end
   */
  const select = (editor, start, end) => {
    editor.focus();
    field(editor).setSelectionRange(start, end);
  };

  /**
   * Puts `text` in place of `start..end`; false when the field did not take it.
   * @param {HTMLElement} editor
   * @param {number} start
   * @param {number} end
   * @param {string} text
   */
  const replace = async (editor, start, end, text) => {
    const area = field(editor);
    const wanted = area.value.slice(0, start) + text + area.value.slice(end);
    select(editor, start, end);
    // Keeps the browser's undo and fires the site's own events.
    document.execCommand(text ? "insertText" : "delete", false, text);
    if (area.value !== wanted) {
      // Past a framework that replaced the property on this very element.
      const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
      native?.set?.call(area, wanted);
      area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      area.setSelectionRange(start + text.length, start + text.length);
    }
    return area.value === wanted;
  };

  /**
   * The text, and where its passages stand on the screen: the field does not tell, so the same
   * words are laid out once more in `mirror`, an element of ours with the field's own shape.
   * @param {HTMLElement} editor
   * @param {HTMLElement} mirror
   */
  const survey = (editor, mirror) => {
    const text = read(editor);
    const shape = () => {
      const { left, top } = editor.getBoundingClientRect();
      const style = getComputedStyle(editor);
      for (const name of SHAPE) mirror.style[name] = style[name];
      Object.assign(mirror.style, {
        left: `${left + editor.clientLeft}px`,
        top: `${top + editor.clientTop}px`,
        width: `${editor.clientWidth}px`,
        height: `${editor.clientHeight}px`,
      });
      if (mirror.textContent !== `${text}\n`) mirror.textContent = `${text}\n`;
      mirror.scrollTo(editor.scrollLeft, editor.scrollTop);
    };
    let shaped = false;
    /** @param {number} start @param {number} end */
    const rects = (start, end) => {
      if (!shaped) shape();
      shaped = true;
      const words = mirror.firstChild;
      if (!words) return [];
      const range = document.createRange();
      range.setStart(words, start);
      range.setEnd(words, end);
      return [...range.getClientRects()];
    };
    return { text, rects };
  };

  return { read, replace, survey, selection, select };
})();
