"use strict";

/** A plain text field, as forums have. */
toonvast.textareaEditor = (() => {
  /** @param {HTMLElement} editor */
  const read = (editor) => /** @type {HTMLTextAreaElement} */ (editor).value;

  /**
   * Puts `text` in place of `start..end`; false when the field did not take it.
   * @param {HTMLElement} editor
   * @param {number} start
   * @param {number} end
   * @param {string} text
   */
  const replace = async (editor, start, end, text) => {
    const field = /** @type {HTMLTextAreaElement} */ (editor);
    const wanted = field.value.slice(0, start) + text + field.value.slice(end);
    field.focus();
    field.setSelectionRange(start, end);
    // Keeps the browser's undo and fires the site's own events.
    document.execCommand(text ? "insertText" : "delete", false, text);
    if (field.value !== wanted) {
      // Past a framework that replaced the property on this very element.
      const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
      native?.set?.call(field, wanted);
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      field.setSelectionRange(start + text.length, start + text.length);
    }
    return field.value === wanted;
  };

  /** A text field does not tell where its words stand: no marks are drawn over it. */
  /** @returns {DOMRect[]} */
  const rects = () => [];

  return { read, replace, rects };
})();
