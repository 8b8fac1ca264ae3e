// Hunspell itself (compiled to WebAssembly), asked word by word.
// node hunspell.mjs WORDS.json prints { version, nl: [bool], en: [bool] }.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { loadModule } = require("hunspell-asm");
const { version } = require("hunspell-asm/package.json");
const tasks = JSON.parse(readFileSync(process.argv[2], "utf8"));
const factory = await loadModule();

const said = { version: `hunspell-asm ${version}` };
for (const [lang, { aff, dic, words }] of Object.entries(tasks)) {
  const mount = (file) => factory.mountBuffer(readFileSync(file), `${lang}-${file.split("/").pop()}`);
  const hunspell = factory.create(mount(aff), mount(dic));
  said[lang] = words.map((word) => hunspell.spell(word));
  hunspell.dispose();
}
process.stdout.write(JSON.stringify(said));
