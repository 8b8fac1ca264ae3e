// The English pack: grammar of English drafts, in a Worker of its own. It takes a second
// and much memory to make ready, so it is started at the first English draft, once for all
// tabs, and ended when nobody has written English for a while.

/** After so long without an English draft its memory is given back; ms. */
const IDLE = 15 * 60 * 1000;
/** A pack that fails so often is left alone until the browser starts anew. */
const MOST_FAILURES = 3;

/**
 * @typedef {object} Question
 * @property {(faults: GrammarFault[]) => void} resolve
 * @property {(error: Error) => void} reject
 */

/** @type {Map<number, Question>} */
const questions = new Map();
/** @type {Worker | null} */
let worker = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let lastQuestion = 0;
let failures = 0;

function end() {
  clearTimeout(timer);
  worker?.terminate();
  worker = null;
}

/** @param {string} why */
function fail(why) {
  failures += 1;
  end();
  console.warn("Toonvast: English grammar:", why);
  for (const { reject } of questions.values()) reject(new Error(why));
  questions.clear();
}

function start() {
  const started = new Worker(chrome.runtime.getURL("english/worker.js"), { type: "module", name: "toonvast-english" });
  started.addEventListener("message", ({ data }) => {
    if (data.why) return fail(data.why);
    questions.get(data.number)?.resolve(data.faults);
    questions.delete(data.number);
  });
  started.addEventListener("error", (event) => fail(event.message || "the Worker could not start"));
  return started;
}

/**
 * The grammar faults of an English text.
 * @param {string} text
 * @returns {Promise<GrammarFault[]>}
 */
export function english(text) {
  if (failures >= MOST_FAILURES) return Promise.resolve([]);
  clearTimeout(timer);
  timer = setTimeout(end, IDLE);
  worker ??= start();
  lastQuestion += 1;
  const number = lastQuestion;
  const answer = new Promise((resolve, reject) => questions.set(number, { resolve, reject }));
  worker.postMessage({ number, text });
  return answer;
}
