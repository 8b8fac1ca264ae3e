// One run of Node.js: the engine in WebAssembly, and npm packages that do a part of its work, on the same texts.
// node speed.mjs ENGINE.cjs INPUT.json PACKAGES prints JSON: microseconds by post, each the minimum of its repeats.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [engineFile, inputFile, packages] = process.argv.slice(2);
const { brands, posts, repeats, sizes } = JSON.parse(readFileSync(inputFile, "utf8"));
const ours = createRequire(resolve(engineFile));
const theirs = createRequire(resolve(packages, "package.json"));

/** The minimum of several calls counts what else runs here least. @returns microseconds by text */
function minima(texts, call) {
  const best = texts.map(() => Infinity);
  for (let turn = 0; turn < repeats; turn += 1) {
    texts.forEach((text, at) => {
      const started = process.hrtime.bigint();
      call(text, at);
      const spent = Number(process.hrtime.bigint() - started) / 1000;
      if (spent < best[at]) best[at] = spent;
    });
  }
  return best;
}

/** From nothing to a first judgement, in milliseconds: a fresh module each time. */
function load(brand) {
  const best = { module: Infinity, brand: Infinity, first: Infinity };
  const file = ours.resolve(resolve(engineFile));
  for (let turn = 0; turn < 8; turn += 1) {
    delete ours.cache[file];
    const started = performance.now();
    const { Measure } = ours(file);
    const loaded = performance.now();
    const engine = new Measure(brand);
    const ready = performance.now();
    engine.judge(posts[0].text);
    const judged = performance.now();
    best.module = Math.min(best.module, loaded - started);
    best.brand = Math.min(best.brand, ready - loaded);
    best.first = Math.min(best.first, judged - ready);
  }
  return best;
}

const loading = load(Object.values(brands)[0]);
const { Measure } = ours(resolve(engineFile));
const engines = Object.fromEntries(Object.entries(brands).map(([id, brand]) => [id, new Measure(brand)]));
const texts = posts.map((post) => post.text);
const any = engines[posts[0].brand];

const judge = minima(texts, (text, at) => engines[posts[at].brand].judge(text));
const triage = minima(texts, (text, at) => engines[posts[at].brand].triage(text));
const long = minima(sizes, (text) => any.judge(text));

const peers = {};
try {
  const { franc } = await import(theirs.resolve("franc-min"));
  peers["franc-min"] = minima(texts, (text) => franc(text));
} catch {
  peers["franc-min"] = null;
}
try {
  const { SentimentIntensityAnalyzer } = theirs("vader-sentiment");
  peers["vader-sentiment"] = minima(texts, (text) => SentimentIntensityAnalyzer.polarity_scores(text));
} catch {
  peers["vader-sentiment"] = null;
}
process.stdout.write(JSON.stringify({ node: process.version, loading, judge, triage, long, peers }));
