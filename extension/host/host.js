// The engine's home: one WASM engine for all tabs, reached by ports.
// Everything that decides is Rust; here ports are opened, checked and closed.
import init, { Dictionaries, Home } from "./engine.js";
import { english } from "./grammar.js";

/** @type {Map<number, chrome.runtime.Port>} */
const ports = new Map();
let lastPort = 0;

/**
 * @param {number} port
 * @param {unknown} message
 */
function send(port, message) {
  const open = ports.get(port);
  if (!open) return;
  try {
    open.postMessage(message);
  } catch {
    // The tab closed between the question and the answer.
    ports.delete(port);
  }
}

/** @param {string} path */
async function text(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

async function open() {
  const [, brand, packs, build] = await Promise.all([
    init({ module_or_path: chrome.runtime.getURL("host/engine_bg.wasm") }),
    text("data/brand.json"),
    text("data/sites.json"),
    text("data/build.json"),
  ]);
  return Home.open(brand, packs, build, send, JSON.parse(build).english ? english : undefined);
}

/** @type {Promise<Home>} */
const home = open();
home.catch((error) => console.error("Toonvast:", error));

/** Words read before a message may come between: two or three milliseconds. */
const WORDS_AT_ONCE = 4000;
let spelling = false;

/** @param {string} path */
async function bytes(path) {
  const response = await fetch(chrome.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Lets messages that wait be answered first; timers would wait longer than the work takes. */
function turnOver() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * Reads the dictionaries once somebody writes, a little at a time. Drafts are checked
 * meanwhile; what the dictionaries find follows by itself.
 * @param {Home} engine
 */
async function spell(engine) {
  if (spelling || !engine.wants_dictionaries()) return;
  spelling = true;
  try {
    const [nl, en] = await Promise.all([bytes("data/nl.pack"), bytes("data/en.pack")]);
    const dictionaries = new Dictionaries(nl, en);
    do await turnOver();
    while (dictionaries.step(WORDS_AT_ONCE) > 0);
    engine.spell(dictionaries);
  } catch (error) {
    // Without dictionaries everything else is checked as before; the next draft tries again.
    spelling = false;
    console.error("Toonvast:", error);
  }
}

/** @param {chrome.runtime.Port} port */
function isPage(port) {
  return port.name === "page" && port.sender?.tab !== undefined;
}

/** @param {chrome.runtime.Port} port */
function isScreen(port) {
  return port.name === "screen" && (port.sender?.url ?? "").startsWith(chrome.runtime.getURL(""));
}

chrome.runtime.onConnect.addListener((port) => {
  if (port.sender?.id !== chrome.runtime.id || !(isPage(port) || isScreen(port))) {
    port.disconnect();
    return;
  }
  const id = ++lastPort;
  const screen = isScreen(port);
  const address = port.sender.url ?? "";
  ports.set(id, port);
  // Messages wait for the engine in the order they came.
  let turn = home.then((engine) => engine.connected(id, screen, address));
  port.onMessage.addListener((message) => {
    turn = turn
      .then(() => home)
      .then(async (engine) => {
        await (screen ? engine.screen_asks(id, message) : engine.page_says(id, message));
        void spell(engine);
      })
      .catch((error) => console.error("Toonvast:", error));
  });
  port.onDisconnect.addListener(() => {
    ports.delete(id);
    turn = turn.then(() => home).then((engine) => engine.disconnected(id));
  });
});

/** @param {{do?: string, host?: string}} message */
async function told(message) {
  const engine = await home;
  if (message.do === "sync") engine.sync();
  if (message.do === "pause") await engine.pause(message.host ?? "", true);
  if (message.do === "resume") await engine.pause(message.host ?? "", false);
}

globalThis.toonvastHost = told;
chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id !== chrome.runtime.id || sender.tab || message?.to !== "host") return undefined;
  told(message).then(() => respond({ ok: true }), (error) => respond({ ok: false, why: String(error) }));
  return true;
});

addEventListener("online", () => void home.then((engine) => engine.sync()));
