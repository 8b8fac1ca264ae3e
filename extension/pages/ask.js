// Questions to the engine's home over a port of their own.

/** @typedef {{ seq: number, answer: ScreenAnswer }} Numbered */

/**
 * Connects, creating the engine's home where it does not run.
 * @param {() => void} changed called when something changed: ask again
 * @returns {Promise<(ask: ScreenAsk) => Promise<ScreenAnswer>>}
 */
export async function connect(changed) {
  await chrome.runtime.sendMessage({ to: "background", do: "ensure-host" });
  const port = chrome.runtime.connect({ name: "screen" });
  /** @type {Map<number, { heard: (answer: ScreenAnswer) => void, gone: (why: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  port.onMessage.addListener((/** @type {Numbered} */ message) => {
    if (message.seq === 0) changed();
    waiting.get(message.seq)?.heard(message.answer);
    waiting.delete(message.seq);
  });
  port.onDisconnect.addListener(() => {
    for (const { gone } of waiting.values()) gone(new Error("the engine's home is gone"));
    waiting.clear();
  });
  return (ask) =>
    new Promise((heard, gone) => {
      last += 1;
      waiting.set(last, { heard, gone });
      port.postMessage({ seq: last, ask });
    });
}
