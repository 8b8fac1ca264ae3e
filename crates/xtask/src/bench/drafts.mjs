// One run of Node.js: drafts that grow by a keystroke, checked in WebAssembly with and without dictionaries, and by harper.js.
// node drafts.mjs ENGINE.cjs INPUT.json PACKS PACKAGES prints JSON: microseconds a keystroke, milliseconds to load.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [engineFile, inputFile, packs, packages] = process.argv.slice(2);
const { brand, typed, misspelt, repeats, words } = JSON.parse(readFileSync(inputFile, "utf8"));
const ours = createRequire(resolve(engineFile));
const { Dictionaries, Measure } = ours(resolve(engineFile));
const pack = (lang) => new Uint8Array(readFileSync(join(packs, `${lang}.pack`)));

const since = (started) => Number(process.hrtime.bigint() - started) / 1000;

/** Milliseconds of processor time of this process: reading takes long enough for it, and waiting does not count. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Reads both dictionaries as the extension does. @returns the dictionaries and how long each step took, in ms */
function load() {
  const steps = [];
  const timed = (call) => {
    const started = processor();
    const value = call();
    steps.push(processor() - started);
    return value;
  };
  const dictionaries = timed(() => new Dictionaries(pack("nl"), pack("en")));
  let left = Infinity;
  let dutch = 0;
  for (let before = Infinity; left > 0; before = left) {
    left = timed(() => dictionaries.step(words));
    if (left > before && dutch === 0) dutch = steps.length - 1;
  }
  return { dictionaries, steps, dutch };
}

const loading = { both: Infinity, dutch: Infinity, step: Infinity };
for (let turn = 0; turn < 8; turn += 1) {
  const { steps, dutch, dictionaries } = load();
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  loading.both = Math.min(loading.both, sum(steps));
  loading.dutch = Math.min(loading.dutch, sum(steps.slice(0, dutch || steps.length)));
  loading.step = Math.min(loading.step, Math.max(...steps));
  dictionaries.free();
}

/** A fresh engine each time: what it remembers of a word must not make the next repeat look fast. */
function keystrokes({ post, draft }, spelt) {
  const best = Array.from(draft, () => Infinity);
  for (let turn = 0; turn < repeats; turn += 1) {
    const engine = new Measure(brand);
    if (spelt) engine.spell(load().dictionaries);
    engine.check(post, post);
    for (let at = 1; at <= draft.length; at += 1) {
      const text = draft.slice(0, at);
      const started = process.hrtime.bigint();
      engine.check(text, post);
      best[at - 1] = Math.min(best[at - 1], since(started));
    }
    engine.free();
  }
  return best;
}

const plain = typed.flatMap((draft) => keystrokes(draft, false));
const spelt = typed.flatMap((draft) => keystrokes(draft, true));
const english = typed.filter((draft) => draft.lang === "en");
const speltEnglish = english.flatMap((draft) => keystrokes(draft, true));

const engine = new Measure(brand);
engine.spell(load().dictionaries);
const suggestions = misspelt.map((word) => {
  let best = Infinity;
  for (let turn = 0; turn < repeats; turn += 1) {
    const started = process.hrtime.bigint();
    engine.corrections(word);
    best = Math.min(best, since(started));
  }
  return best;
});

/** harper.js, warm: the draft is linted whole before it is typed. */
async function harper() {
  try {
    const file = (name) => pathToFileURL(join(packages, "node_modules/harper.js/dist", name));
    const { LocalLinter } = await import(file("index.js"));
    const { binaryInlined } = await import(file("binaryInlined.js"));
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    const times = [];
    for (const { draft } of english) {
      await linter.lint(draft);
      const best = Array.from(draft, () => Infinity);
      for (let turn = 0; turn < repeats; turn += 1) {
        for (let at = 1; at <= draft.length; at += 1) {
          const text = draft.slice(0, at);
          const started = process.hrtime.bigint();
          await linter.lint(text);
          best[at - 1] = Math.min(best[at - 1], since(started));
        }
      }
      times.push(...best);
    }
    return times;
  } catch (error) {
    process.stderr.write(`harper.js is left out: ${error}\n`);
    return null;
  }
}

const peer = await harper();
const said = { node: process.version, loading, plain, spelt, speltEnglish, suggestions, harper: peer };
process.stdout.write(JSON.stringify(said), () => process.exit(0));
