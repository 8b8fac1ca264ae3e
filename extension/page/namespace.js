"use strict";

/**
 * What the files in this folder share. They are classic scripts listed in order in the manifest
 * (a content script cannot be a module) and so share one scope; `var`, because an injection may
 * meet an earlier one in the same page.
 */
var toonvast = toonvast || {};

/** True in the build for tests only: open shadow roots, and attributes a driver can look for. */
toonvast.hooks = false;

/** Most posts in one message. */
toonvast.POSTS_A_MESSAGE = 200;
/** Most posts remembered; the oldest that left the page go first. */
toonvast.POSTS_KNOWN = 5000;
/** Longest text read from a post or draft, in UTF-16 units. */
toonvast.TEXT_LONGEST = 10000;

/**
 * An element with properties and children. Text is only ever set as text: nothing in this folder
 * writes HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
toonvast.make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
};

/**
 * Marks an element for a test driver; the product carries no mark.
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, string>} marks
 * @returns {E}
 */
toonvast.mark = (element, marks) => {
  if (toonvast.hooks) {
    for (const [name, value] of Object.entries(marks)) element.setAttribute(name, value);
  }
  return element;
};

/**
 * What other checkers and we ourselves put among an editor's words: no words of the agent's.
 * @param {Node} node
 */
toonvast.isStranger = (node) => /^(?:GRAMMARLY-|LT-|TOONVAST-)/.test(node.nodeName);

/**
 * One of our elements with its shadow root. Events end here, so that neither the site's shortcuts
 * nor a card that navigates on click hears what is meant for us.
 * @param {"toonvast-badge" | "toonvast-composer"} tag
 * @param {CSSStyleSheet} sheet
 * @returns {{ host: HTMLElement, root: ShadowRoot }}
 */
toonvast.host = (tag, sheet) => {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: toonvast.hooks ? "open" : "closed" });
  root.adoptedStyleSheets = [sheet];
  const ours = [
    "click", "dblclick", "auxclick", "contextmenu", "mousedown", "mouseup", "pointerdown",
    "pointerup", "touchstart", "touchend", "keydown", "keypress", "keyup", "input", "beforeinput",
    "paste", "copy", "cut", "submit", "focusin", "focusout",
  ];
  for (const type of ours) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
};

/**
 * A style sheet that every shadow root of one kind shares.
 * @param {string} css
 */
toonvast.sheet = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/**
 * Whether the page is dark, whatever the system is set to: sites have a switch of their own.
 * Asked once for all that is drawn together, because asking makes the browser lay out the page.
 */
toonvast.isDark = () => {
  const colour = [document.body, document.documentElement]
    .map((element) => (element ? getComputedStyle(element).backgroundColor.match(/[\d.]+/g) : null))
    .find((parts) => parts && parts.length >= 3 && parts[3] !== "0");
  const [red, green, blue] = (colour ?? [255, 255, 255]).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
};

/** The colours of the badge and the composer, light and dark; the page's own styles end here. */
toonvast.PALETTE = `
  :host { all: initial !important; display: block !important; flex: 0 0 auto !important;
    font: 13px/1.4 system-ui, sans-serif !important; color-scheme: light;
    --ink: #14171a; --soft: #536471; --paper: #fff; --line: #cfd9de; --link: #0b5cad;
    --urgent: #b3001b; --high: #a34700; --normal: #0b5cad; --low: #3d5a45; --none: #536471; }
  .dark { color-scheme: dark; --ink: #e7e9ea; --soft: #9aa5ae; --paper: #16181c; --line: #3a3f44;
    --link: #6bb7ff; --urgent: #ff7a8a; --high: #ffab5c; --normal: #6bb7ff; --low: #8fce9f;
    --none: #9aa5ae; }
  * { box-sizing: border-box; }
  .body { color: var(--ink); text-align: start; }
  button { font: inherit; color: var(--ink); background: var(--paper); padding: 1px 8px;
    border: 1px solid var(--line); border-radius: 10px; cursor: pointer; }
  button:hover { border-color: var(--soft); }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
  ul { margin: 4px 0; padding: 0; list-style: none; }
  small { color: var(--soft); font-size: 12px; }
`;
