// Prints how many calls a second the engine answers here, in the browser. Open it as a page
// of the build for tests: chrome-extension://ID/measure/measure.html
import init, { Measure } from "../host/engine.js";

const POSTS = [
  "Fluitslot gaat niet open en ik sta met twee tassen in de regen bij het station.",
  "@FietsfluitNL kan ik halverwege de maand overstappen naar de bakfiets?",
  "WAAR BLIJFT MIJN FIETS?!?! Vier keer gebeld, vier keer 'morgen meneer'.",
  "Credit where it's due: Fenna sorted my flat tyre and my invoice in one message.",
  "Al drie weken wacht ik op de reparatie. Volgende week zeg ik op en ga ik naar Trapspeed.",
];
const DRAFTS = [
  "Wat vervelend dat je slot niet opengaat. Ik kijk meteen voor je mee, stuur je ons een DM? ^Noor",
  "Bel ons even op 0900-1234, dan helpen we u z.s.m. verder.",
  "Thanks for letting us know! I will get back to you before noon. ^Sem",
];

/**
 * Calls a second: the best of five rounds, so that what else runs here counts least.
 * @param {(turn: number) => unknown} call
 */
function rate(call) {
  const TURNS = 2000;
  let best = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    for (let turn = 0; turn < TURNS; turn += 1) call(turn);
    best = Math.min(best, performance.now() - start);
  }
  return Math.round((TURNS / best) * 1000);
}

const brand = await (await fetch("../data/brand.json")).text();
await init({ module_or_path: new URL("../host/engine_bg.wasm", import.meta.url) });
const opened = performance.now();
const engine = new Measure(brand);
const figures = {
  "engine ready, ms": Math.round((performance.now() - opened) * 10) / 10,
  "triage, calls a second": rate((turn) => engine.triage(POSTS[turn % POSTS.length])),
  "triage as an object, calls a second": rate((turn) => engine.judge(POSTS[turn % POSTS.length])),
  "check, calls a second": rate((turn) =>
    engine.check(DRAFTS[turn % DRAFTS.length], POSTS[turn % POSTS.length]),
  ),
  "suggest, calls a second": rate((turn) => engine.suggest(POSTS[turn % POSTS.length])),
};
const out = document.querySelector("#out");
if (out) out.textContent = JSON.stringify(figures, null, 1);
document.title = "measured";
