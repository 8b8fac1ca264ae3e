// Builds elements. Text only ever becomes a text node: the page enforces trusted types.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag a name, optionally with classes: `div.cell.wide`
 * @param {Record<string, unknown>|null} [attributes] `on…` are listeners; null, undefined and false are left out
 * @param {...(Node|string|number|null|undefined|false|Array<Node|string|null>)} children
 * @returns {any}
 */
export function el(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(key, String(value));
  }
  node.append(...children.flat().filter((it) => it !== null && it !== undefined && it !== false).map(asNode));
  return node;
}

function asNode(child) {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

/** An icon of one path in a square of 24. */
export function icon(path, attributes = { 'aria-hidden': 'true' }, box = '0 0 24 24') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', box);
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const group = svg.appendChild(document.createElementNS(SVG, 'g'));
  group.appendChild(document.createElementNS(SVG, 'path')).setAttribute('d', path);
  return svg;
}

// Drawn for this stage; the real site's shapes are its own.
export const PATHS = {
  reply: 'M4 5h16v11H12l-5 4v-4H4z',
  repost: 'M4 9l3.500-4L11 9M7.500 5v11h6M20 15l-3.500 4L13 15M16.500 19V8h-6',
  like: 'M12 20C5 15 3 12 3 8.800A4.700 4.700 0 0 1 12 7a4.700 4.700 0 0 1 9 1.800C21 12 19 15 12 20z',
  views: 'M5 20v-8M10 20V4M15 20V9M20 20v-5',
  bookmark: 'M6 3h12v18l-6-4.500L6 21z',
  share: 'M8 7l4-4 4 4M12 3v11M5 14v6h14v-6',
  more: 'M4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4z',
  back: 'M10 5l2 2-4 4h12v2H8l4 4-2 2-7-7z',
  close: 'M6 4.500L12 10.500 18 4.500 19.500 6 13.500 12l6 6-1.500 1.500-6-6-6 6L4.500 18l6-6-6-6z',
  verified: 'M11 1l3 2 3.500.5.5 3.500 3 4-3 4-.5 3.500-3.500.5-3 2-3-2-3.500-.5-.5-3.500-3-4 3-4 .5-3.500L8 3zm-1 14l6-6-1.400-1.400L10 12.200 7.900 10.100 6.500 11.500z',
  home: 'M12 3l9 8h-3v9h-5v-6h-2v6H6v-9H3z',
  search: 'M10 3a7 7 0 1 1-4.400 12.400A7 7 0 0 1 10 3zm0 2a5 5 0 1 0 0 10 5 5 0 0 0 0-10zm5.500 9l6 6-1.500 1.500-6-6z',
  bell: 'M12 2a6 6 0 0 1 6 6v5l2 4H4l2-4V8a6 6 0 0 1 6-6zm-2 17h4a2 2 0 0 1-4 0z',
  mail: 'M3 5h18v14H3zm2 2v1l7 5 7-5V7zm14 3.400l-7 5-7-5V17h14z',
  person: 'M12 3a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM4 21c0-5 3.500-7 8-7s8 2 8 7z',
  pin: 'M8 2h8v2l-1 1v5l3 4v2h-5v6h-2v-6H6v-2l3-4V5L8 4z',
  image: 'M3 4h18v16H3zm2 2v9l4-4 4 4 2-2 4 4V6zm10 1.500a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z',
};
