// The popup: what the extension does on this site, and the way to everything else.
import { connect } from "./ask.js";
import { allow, allowed } from "./origin.js";
import { element, fill, texts } from "./texts.js";

const where = element("host", HTMLSpanElement);
const state = element("state", HTMLParagraphElement);
const allowHere = element("allow", HTMLButtonElement);
const pause = element("pause", HTMLButtonElement);
const openPanel = element("panel", HTMLButtonElement);
const openOptions = element("options", HTMLButtonElement);
const outbox = element("outbox", HTMLElement);
const outboxText = element("outbox-text", HTMLSpanElement);

/** Firefox has a sidebar where Chromium has a side panel. */
const sidebar = /** @type {{ sidebarAction?: { open: () => Promise<void> } }} */ (
  /** @type {unknown} */ (chrome)
).sidebarAction;

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const host = hostOf(tab?.url);
let paused = false;
let text = await texts("nl");

/**
 * The host of a page that could be read at all.
 * @param {string | undefined} address
 */
function hostOf(address) {
  if (address === undefined || !URL.canParse(address)) return "";
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? hostname : "";
}

async function draw() {
  fill(text);
  where.textContent = host;
  const may = host !== "" && (await allowed(host));
  allowHere.hidden = host === "" || may;
  pause.hidden = !may;
  pause.textContent = text(paused ? "resumeHere" : "pauseHere", host);
  if (host === "") state.textContent = text("noSite");
  else if (!may) state.textContent = text("notAllowed", host);
  else state.textContent = text(paused ? "paused" : "working", host);
}

/** @param {Outbox} how */
function drawOutbox(how) {
  outbox.hidden = false;
  outbox.dataset.outbox = how.outbox;
  if (how.outbox === "local-only") outboxText.textContent = text("outboxLocal", String(how.kept));
  else if (how.outbox === "pending") outboxText.textContent = text("outboxPending", String(how.waiting));
  else outboxText.textContent = text("outboxEmpty");
}

async function refresh() {
  if (ask === null) return;
  const settings = await ask({ ask: "settings" });
  if (settings.answer === "settings") {
    text = await texts(settings.locale);
    paused = settings.paused.includes(host);
  }
  await draw();
  const overview = await ask({ ask: "overview" });
  if (overview.answer === "overview") drawOutbox(overview.outbox);
}

allowHere.addEventListener("click", () => {
  // In Firefox the question closes the popup; the permission counts all the same.
  allow(host).then(() => draw(), () => draw());
});
pause.addEventListener("click", async () => {
  pause.disabled = true;
  await chrome.runtime.sendMessage({ to: "background", do: paused ? "resume" : "pause", host });
  pause.disabled = false;
  await refresh();
});
openPanel.addEventListener("click", () => {
  const opened = sidebar ? sidebar.open() : chrome.sidePanel.open({ windowId: tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT });
  void opened.then(() => window.close());
});
openOptions.addEventListener("click", () => {
  void chrome.runtime.openOptionsPage().then(() => window.close());
});

await draw();
const ask = await connect(() => void refresh()).catch(() => null);
if (ask === null) state.textContent = text("lost");
else await refresh();
