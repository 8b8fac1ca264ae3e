// The single page: addresses to screens by pushState, as X does; the reply window is an address as well.

import { el } from './element.js';
import { installHover } from './hover.js';
import { installKnobs } from './knobs.js';
import { conversation, frame, home, modal, profile } from './screens.js';
import { load } from './world.js';

const root = document.getElementById('react-root');
let column = el('div');
/** @type {any} */
let screen = null;
/** @type {any} */
let window_ = null;
/** Where each address was scrolled to. */
const scrolled = new Map();

const go = {
  open: (post) => visit(`/${post.by}/status/${post.id}`),
  reply: (post) => visit('/compose/post', { to: post.id }),
  back: () => (history.state?.inside ? history.back() : visit('/home')),
  sent: (made) => {
    screen.refresh();
    toast(made);
  },
};

function visit(path, state = {}) {
  scrolled.set(location.pathname, scrollY);
  history.pushState({ ...state, inside: true }, '', path);
  show();
}

function show() {
  const path = location.pathname;
  if (window_) window_.close();
  window_ = null;
  if (path === '/compose/post') {
    if (!screen) open('/home');
    window_ = modal(go, history.state?.to ?? null);
    return;
  }
  if (screen?.path !== path) open(path);
}

function open(path) {
  if (screen) screen.close();
  const [, handle, status, id] = path.split('/');
  if (path === '/' || path === '/home') screen = home(go);
  else if (status === 'status' && id) screen = conversation(go, id);
  else screen = profile(go, handle);
  screen.path = path;
  document.title = screen.title;
  column.replaceChildren(screen.node);
  screen.refresh();
  scrollTo(0, scrolled.get(path) ?? 0);
}

function toast(made) {
  const note = el('div.toast', { role: 'alert', 'data-testid': 'toast' }, el('span', null, 'Je post is geplaatst.'), ' ',
    el('a', { href: `/${made.by}/status/${made.id}`, role: 'link' }, 'Weergeven'));
  document.getElementById('layers').append(note);
  setTimeout(() => note.remove(), 4000);
}

/** Links of the site's own stay on this page. */
function follow(event) {
  const link = event.target instanceof Element && event.target.closest('a[href^="/"]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.button !== 0) return;
  event.preventDefault();
  visit(link.getAttribute('href'));
}

await load();
if (location.pathname === '/') history.replaceState(null, '', '/home');
const built = frame();
column = built.column;
root.append(built.node);
document.addEventListener('click', follow);
addEventListener('popstate', show);
addEventListener('keydown', (event) => event.key === 'Escape' && window_ && go.back());
installHover();
installKnobs(() => screen);
show();
document.documentElement.dataset.ready = 'true';
