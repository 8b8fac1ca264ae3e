// The card that appears over a name: the one place in a timeline that tells how many follow somebody.

import { el } from './element.js';
import { avatar, displayName } from './post.js';
import { pieces } from './text.js';
import { shown } from './words.js';
import { account } from './world.js';

/** How long the pointer rests before the card comes, in ms. */
const REST = 250;

let waiting = 0;
/** @type {Element|null} */
let card = null;

export const followers = (by) => el('a.plain', { href: `/${by.handle}/verified_followers`, role: 'link', onclick: (e) => e.preventDefault() },
  el('b', null, shown(by.followers) || '0'), ' ', el('span.dim', null, 'volgers'));

function open(link) {
  const by = account(link.getAttribute('href').slice(1));
  const box = link.getBoundingClientRect();
  card = el('div.hover', { 'data-testid': 'HoverCard', style: `left: ${box.left}px; top: ${box.bottom + 8}px;` },
    avatar(by.handle, 64), displayName(by), el('div.dim', { dir: 'ltr' }, el('span', null, `@${by.handle}`)),
    el('div', { dir: 'auto' }, ...pieces(by.bio ?? '')), followers(by));
  document.getElementById('layers').append(card);
}

function close() {
  clearTimeout(waiting);
  card?.remove();
  card = null;
}

/** Watches every name on the page. */
export function installHover() {
  document.addEventListener('mouseover', (event) => {
    const link = event.target instanceof Element && event.target.closest('[data-testid=User-Name] a[href^="/"]:not([href*="/status/"])');
    if (card?.contains(event.target)) return;
    close();
    if (link) waiting = setTimeout(() => link.isConnected && open(link), REST);
  });
  addEventListener('scroll', close, { passive: true });
  addEventListener('popstate', close);
}
