// What tests may turn: many posts at once, hostile posts, posts that vanish. Also by address: ?insert=500.

import { current } from './composer.js';
import { add, addAccount, home } from './world.js';

let made = 0;
/** Ids of our own making, later than the invented posts and earlier than real ones. */
const nextId = () => String(2_110_000_000_000_000_000n + BigInt((made += 1)));

function copies(n) {
  const base = home().filter((it) => !it.promoted && !it.fresh && it.text && it.key);
  return Array.from({ length: n }, (_, i) => {
    const { key, ...post } = base[i % base.length];
    return { ...post, pinned: false, id: nextId(), at: new Date(Date.now() - i * 1000).toISOString() };
  });
}

function one(handle, name, text) {
  addAccount({ handle, name, followers: 1, bio: '' });
  return { id: nextId(), by: handle, lang: 'nl', text, at: new Date().toISOString(), replies: 0, reposts: 0, likes: 0, bookmarks: 0, views: 0 };
}

/** @param {() => any} screen */
export function installKnobs(screen) {
  /** Adds posts to the timeline; answers with their ids and when they entered the document. */
  const put = (posts, last = false) => {
    add(posts, last);
    const at = performance.now();
    screen().refresh();
    return { ids: posts.map((it) => it.id), at };
  };
  const knobs = {
    insert: (n, { last = false } = {}) => put(copies(n), last),
    hugeText: (length = 200_000) => put([one('langeadem', 'Lange Adem', 'Mijn fiets is stuk en niemand komt. '.repeat(Math.ceil(length / 36)).slice(0, length))]),
    hostileNames: () => put([
      one('hoekhaak', '<img src=x onerror="window.__pwned=1">', '<script>window.__pwned=1</script> @FietsfluitNL mijn slot <b>gaat niet open</b> &amp; "help"'),
      one('omgekeerd', '\u202Etsiferefeb\u202C\u200B', '\u202Enepo tein taag tols nijm\u202C \u0000\uFFFE @FietsfluitNL'),
      one('Z̴̡a', 'Z̵̢̛a̷̧͠l̸̡̕g̷̢͝o̵ ', 'H̷̢̛e̴̡͠l̵̢̕p̶̧͝ @FietsfluitNL'),
    ]),
    /** Nodes that are in the document for one turn, one frame or ten frames, and then are not. */
    removeWhileRead: async (n = 60) => {
      const { ids } = put(copies(n));
      const cells = () => ids.map((id) => document.querySelector(`[data-testid=cellInnerDiv][data-key="${id}"]`)).filter(Boolean);
      await null;
      cells().filter((_, i) => i % 3 === 0).forEach((cell) => cell.remove());
      await new Promise(requestAnimationFrame);
      cells().filter((_, i) => i % 2 === 0).forEach((cell) => cell.querySelector('[data-testid=User-Name]')?.remove());
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
      cells().forEach((cell) => cell.querySelector('article')?.replaceChildren());
      return { ids };
    },
    /** The text the editor's state holds, not what its DOM shows; null without an editor. */
    editorText: () => current()?.text() ?? null,
    ids: () => [...document.querySelectorAll('article[data-testid=tweet]')].map((it) => it.querySelector('a[href*="/status/"]')?.getAttribute('href').split('/')[3] ?? null),
  };
  window.__stage = knobs;
  const wanted = Number(new URLSearchParams(location.search).get('insert'));
  if (wanted > 0) add(copies(Math.min(wanted, 5000)));
}
