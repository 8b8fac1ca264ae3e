// The sites the agent has allowed. The rest of the page is drawn by the screens.
import { connect } from "./ask.js";
import { allow, pattern } from "./origin.js";
import { element, fill, texts } from "./texts.js";

const list = element("granted", HTMLUListElement);
const none = element("none", HTMLParagraphElement);
const form = element("add", HTMLFormElement);
const host = element("host", HTMLInputElement);
const told = element("told", HTMLParagraphElement);

// The screens ask for the server's origin through this, from within the click.
globalThis.toonvastAskOrigin = allow;

/** Fixed by the package itself: the browser does not let go of these. */
const required = new Set(chrome.runtime.getManifest().host_permissions ?? []);

let text = await texts("nl");

async function draw() {
  const { origins = [] } = await chrome.permissions.getAll();
  none.hidden = origins.length > 0;
  list.replaceChildren(...origins.sort().map(line));
}

/** @param {string} origin */
function line(origin) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  name.className = "host";
  name.textContent = origin.replace(/^\*:\/\//, "").replace(/\/\*$/, "");
  item.append(name);
  if (required.has(origin)) {
    const fixed = document.createElement("span");
    fixed.className = "meta";
    fixed.textContent = text("siteFixed");
    item.append(fixed);
    return item;
  }
  const remove = document.createElement("button");
  remove.className = "small";
  remove.textContent = text("siteRemove");
  remove.setAttribute("aria-label", text("siteRemoveOf", name.textContent));
  remove.addEventListener("click", () => void chrome.permissions.remove({ origins: [origin] }));
  item.append(remove);
  return item;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (pattern(host.value) === null) {
    told.textContent = text("siteBad");
    return;
  }
  allow(host.value).then(
    (given) => {
      told.textContent = given ? "" : text("siteDenied");
      if (given) form.reset();
    },
    (error) => {
      told.textContent = `${text("siteDenied")} (${error instanceof Error ? error.message : error})`;
    },
  );
});

chrome.permissions.onAdded.addListener(() => void draw());
chrome.permissions.onRemoved.addListener(() => void draw());

async function speak() {
  const settings = await ask({ ask: "settings" });
  if (settings.answer === "settings") text = await texts(settings.locale);
  fill(text);
  await draw();
}

fill(text);
await draw();
const ask = await connect(() => void speak());
await speak();
