// The texts of the pages without WebAssembly: those of `_locales`, in the language the agent
// chose in the settings, which need not be that of the browser.

/**
 * @typedef {"sites" | "sitesHint" | "sitesNone" | "siteHost" | "siteAllow" | "siteRemove" | "siteRemoveOf"
 *   | "siteBad" | "siteDenied" | "siteFixed" | "allowHere" | "pauseHere" | "resumeHere"
 *   | "openPanel" | "openOptions" | "noSite" | "notAllowed" | "working" | "paused"
 *   | "outboxEmpty" | "outboxPending" | "outboxLocal" | "lost"} Key
 */
/** @typedef {Record<Key, { message: string }>} Messages */

/**
 * The texts of a language; `$1` stands for what is filled in.
 * @param {Locale} locale
 * @returns {Promise<(key: Key, filled?: string) => string>}
 */
export async function texts(locale) {
  const answer = await fetch(chrome.runtime.getURL(`_locales/${locale}/messages.json`));
  /** @type {Messages} */
  const messages = await answer.json();
  document.documentElement.lang = locale;
  return (key, filled = "") => messages[key].message.replaceAll("$1", () => filled);
}

/**
 * Fills every element that names its text.
 * @param {(key: Key) => string} text
 */
export function fill(text) {
  for (const element of document.querySelectorAll("[data-text]")) {
    const key = /** @type {Key} */ (element.getAttribute("data-text"));
    element.textContent = text(key);
  }
}

/**
 * An element that must be on the page.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function element(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`this page has no ${kind.name} #${id}`);
}
