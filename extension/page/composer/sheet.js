"use strict";

/** The styles of our layer beside a composer. */
toonvast.composerSheet = toonvast.sheet(`${toonvast.PALETTE}
  :host { width: 100% !important; }
  .corner { position: fixed; right: 12px; bottom: 12px; width: min(380px, 90vw); z-index: 2147483000; }
  /* In a window that hangs from the foot of the page, more would push the editor out at the top. */
  .card { margin: 6px 0; padding: 0 10px 6px; background: var(--paper); overflow-wrap: anywhere;
    border: 1px solid var(--line); border-radius: 8px; max-height: max(140px, 42vh); overflow: auto;
    overscroll-behavior: contain; scroll-padding-top: 3em; }
  [hidden] { display: none !important; }
  .head { position: sticky; top: 0; padding: 6px 0 2px; background: var(--paper);
    display: flex; flex-wrap: wrap; gap: 8px; align-items: baseline; }
  .head small { flex: 1; }
  .head strong:empty { display: none; }
  /* Never more than one line: a chip that has no room shows less of its name. */
  .chips { display: flex; gap: 6px; overflow: hidden; margin: 2px 0 4px; }
  .chips button { flex: 0 1 auto; min-width: 0; font-size: 12px; padding: 0 8px; overflow: hidden;
    white-space: nowrap; text-overflow: ellipsis; outline-offset: -2px; }
  .chips .fair { border-color: var(--high); color: var(--high); }
  .chips .poor { border-color: var(--urgent); color: var(--urgent); }
  .chips [aria-expanded="true"] { border-color: var(--ink); font-weight: 600; }
  .behind { margin: 0 0 6px; padding-inline-start: 8px; border-inline-start: 3px solid var(--line); }
  .behind p { margin: 2px 0; }
  .behind .advice { font-weight: 600; }
  .behind q { margin-inline-end: 4px; }
  .over { color: var(--urgent); font-weight: 600; }
  p { margin: 4px 0; } p:empty { margin: 0; }
  li { padding: 4px 0 4px 8px; margin: 4px 0; border-inline-start: 3px solid var(--normal); }
  li.block { border-color: var(--urgent); } li.warn { border-color: var(--high); }
  li.overridden { opacity: 0.6; }
  q { font-style: italic; }
  .acts { margin-top: 2px; display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
  .words { white-space: pre-wrap; max-height: 6em; overflow: auto; }
  input { font: inherit; color: var(--ink); background: var(--paper); flex: 1; min-width: 12em;
    border: 1px solid var(--line); border-radius: 6px; padding: 2px 6px; }
  form { display: flex; gap: 6px; margin: 4px 0; }
  li { scroll-margin: 6px; }
  li:focus-visible { outline-offset: 2px; border-radius: 2px; }
  .kept .words { max-height: 3em; border-inline-start: 3px solid var(--line); padding-inline-start: 8px; }
  .split { margin: 6px 0; padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; }
  .split h4 { margin: 0 0 4px; font: inherit; font-weight: 600; }
  .split .words { margin: 2px 0 4px; padding-inline-start: 8px; border-inline-start: 3px solid var(--line); }
  .mirror { position: fixed; visibility: hidden; overflow: hidden; pointer-events: none;
    white-space: pre-wrap; overflow-wrap: break-word; contain: strict; }
  .marks { position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0;
    border: 0; background: none; overflow: hidden; pointer-events: none; }
  .marks i { position: fixed; border-bottom: 2px solid var(--normal); }
  .marks .warn { border-color: var(--high); } .marks .block { border-color: var(--urgent); }
`);

/**
 * A button of the card; only a press by the agent counts, never one by the page.
 * @param {string} act
 * @param {Record<string, string>} marks
 * @param {string} label
 * @param {() => unknown} press
 */
toonvast.actButton = (act, marks, label, press) => {
  const button = toonvast.make("button", { type: "button" }, label);
  button.addEventListener("click", (event) => {
    if (event.isTrusted) press();
  });
  return toonvast.mark(button, { "data-act": act, ...marks });
};
