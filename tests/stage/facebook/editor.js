// The comment field: the real Lexical editor, for plain text as on Facebook (`?rich`: for rich text, as elsewhere).
// Enter sends, Shift+Enter breaks the line.

import { $createParagraphNode, $getRoot, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, createEditor } from 'lexical';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import { el } from '/assets/x/element.js';

let last = null;
const rich = new URLSearchParams(location.search).has('rich');

/** The editor that has or last had the focus. */
export const current = () => last;

/**
 * @param {string} label
 * @param {(text: string) => Promise<void>} send
 */
export function editor(label, send) {
  const field = el('div.field', { role: 'textbox', contenteditable: 'true', 'aria-label': label, 'aria-placeholder': label, spellcheck: 'true', tabindex: '0', 'data-lexical-editor': 'true' });
  const hint = el('div.hint', { 'aria-hidden': 'true' }, label);
  const button = el('div.send', { role: 'button', tabindex: '0', 'aria-label': 'Opmerking plaatsen', 'aria-disabled': 'true' }, '➤');
  const lexical = createEditor({ namespace: 'CometUFI', onError: (error) => { throw error; } });
  lexical.setRootElement(field);
  if (rich) registerRichText(lexical);
  else registerPlainText(lexical);
  registerHistory(lexical, createEmptyHistoryState(), 300);
  const text = () => lexical.getEditorState().read(() => $getRoot().getTextContent());
  const post = async () => {
    const written = text();
    if (!written.trim()) return;
    await send(written);
    lexical.update(() => $getRoot().clear().append($createParagraphNode()).selectEnd());
  };
  lexical.registerCommand(KEY_ENTER_COMMAND, (event) => {
    if (event?.shiftKey) return false;
    event?.preventDefault();
    post();
    return true;
  }, COMMAND_PRIORITY_HIGH);
  lexical.registerUpdateListener(() => {
    hint.hidden = text() !== '';
    button.setAttribute('aria-disabled', String(!text().trim()));
  });
  button.addEventListener('click', post);
  field.addEventListener('focus', () => { last = { text }; });
  return el('form.composer', { role: 'presentation', onsubmit: (e) => e.preventDefault() }, el('div.box', null, field, hint), button);
}
