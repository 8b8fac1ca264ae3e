// The English pack's Worker: reads the dictionary once, then answers one text at a time.
import init, { Pack } from "./english.js";

async function open() {
  await init({ module_or_path: new URL("english_bg.wasm", import.meta.url) });
  return new Pack();
}

const pack = open();

addEventListener("message", async ({ data: { number, text } }) => {
  try {
    postMessage({ number, faults: (await pack).faults(text) });
  } catch (error) {
    // What failed once in WebAssembly is in no state to go on: whoever asked starts anew.
    postMessage({ number, why: String(error) });
  }
});
