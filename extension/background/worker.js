// The service worker (Chromium) or part of the event page (Firefox): creates the engine's
// home, registers the page scripts where the agent allows them, wakes synchronisation.
// It holds no state: the browser stops it after half a minute of idleness.
import { pageScripts } from "./page-scripts.js";

const HOST_PAGE = "host/offscreen.html";
const SCRIPTS_ID = "toonvast-page";
const SYNC_ALARM = "toonvast-sync";

/** @type {Promise<void> | null} */
let creating = null;

/** Makes sure the engine's home exists; in Firefox it is this very event page. */
async function ensureHost() {
  if (!chrome.offscreen) return;
  const existing = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  if (existing.length > 0) return;
  creating ??= chrome.offscreen
    .createDocument({
      url: HOST_PAGE,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: "Runs the triage and tone engine (WebAssembly) once for all tabs.",
    })
    .finally(() => {
      creating = null;
    });
  await creating;
}

/** Registers the page scripts for exactly the origins the agent has granted. */
async function registerPages() {
  const declared = chrome.runtime.getManifest().content_scripts;
  if (declared) return;
  const { origins = [] } = await chrome.permissions.getAll();
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPTS_ID] });
  if (origins.length === 0) {
    if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPTS_ID] });
    return;
  }
  const script = {
    id: SCRIPTS_ID,
    js: pageScripts,
    matches: origins,
    runAt: /** @type {const} */ ("document_idle"),
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await chrome.scripting.updateContentScripts([script]);
  else await chrome.scripting.registerContentScripts([script]);
}

/**
 * Runs the page scripts in tabs that were open before the agent allowed their site.
 * @param {string[]} origins
 */
async function injectOpenTabs(origins) {
  const tabs = await chrome.tabs.query({ url: origins });
  for (const tab of tabs) {
    if (tab.id === undefined) continue;
    try {
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: pageScripts });
    } catch (error) {
      // A tab that is gone or shows an error page cannot be read; the next load will be.
      console.debug("Toonvast: tab not ready", error);
    }
  }
}

/**
 * A message to the engine's home, which may have to be created first.
 * @param {Record<string, unknown>} message
 */
async function tellHost(message) {
  await ensureHost();
  if (chrome.offscreen) return chrome.runtime.sendMessage({ to: "host", ...message });
  return globalThis.toonvastHost?.(message);
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id !== chrome.runtime.id || message?.to !== "background") return undefined;
  const fromPage = sender.tab !== undefined && !sender.url?.startsWith(chrome.runtime.getURL(""));
  if (message.do === "ensure-host") {
    ensureHost().then(() => respond({ ok: true }), (error) => respond({ ok: false, why: String(error) }));
    return true;
  }
  if ((message.do === "pause" || message.do === "resume") && !fromPage) {
    const said = { do: message.do, host: String(message.host).slice(0, 255) };
    tellHost(said).then(() => respond({ ok: true }), (error) => respond({ ok: false, why: String(error) }));
    return true;
  }
  return undefined;
});

chrome.permissions.onAdded.addListener(({ origins = [] }) => {
  registerPages().then(() => injectOpenTabs(origins));
});
chrome.permissions.onRemoved.addListener(() => void registerPages());
chrome.runtime.onStartup.addListener(() => void registerPages());
chrome.runtime.onInstalled.addListener(() => void registerPages());

chrome.alarms.create(SYNC_ALARM, { periodInMinutes: 1 });
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === SYNC_ALARM) void tellHost({ do: "sync" });
});
