// A group's feed as Facebook builds it: posts by their place in the feed, comments as nested articles with links that
// carry their ids, a Lexical editor under every post that sends on Enter.

import { el } from '/assets/x/element.js';
import { name as withPictures } from '/assets/x/text.js';
import { editor, current } from './editor.js';

const { feed, started, comments: made } = await (await fetch('/__stage/posts')).json();
const start = Date.parse(started);
const full = new Intl.DateTimeFormat('nl', { dateStyle: 'full', timeStyle: 'short' });

const time = (it) => (it.at ? Date.parse(it.at) : start - it.minutes * 60_000);
const slug = (name) => name.toLowerCase().replace(/[^a-z]+/g, '.');
const base = (post) => `/groups/fietsers/posts/${post.id}/`;

function age(at) {
  const minutes = Math.max(0, Math.floor((Date.now() - at) / 60_000));
  if (minutes < 1) return 'Zojuist';
  if (minutes < 60) return `${minutes} min.`;
  return minutes < 1440 ? `${Math.floor(minutes / 60)} u` : `${Math.floor(minutes / 1440)} d`;
}

const face = (name, size) => el('a', { href: `/${slug(name)}`, role: 'link', tabindex: '-1', 'aria-hidden': 'true' },
  el('img.face', { alt: '', width: size, height: size, src: `/__stage/avatar/${name.replace(/[^A-Za-z]/g, '')}.svg` }));

const counted = (n) => (n === 1 ? '1 opmerking' : `${n} opmerkingen`);

const paragraphs = (text) => text.split('\n').map((line) => el('div', { dir: 'auto', style: 'text-align: start;' }, ...withPictures(line)));

function post(it, place, all) {
  const id = `:r${place}:`;
  const list = el('div.comments', null, ...it.comments.map((comment) => thread(it, comment)));
  for (const mine of all.filter((x) => x.to === it.id)) list.append(thread(it, { ...mine, by: feed.me }));
  return el('div', { 'aria-posinset': place, 'aria-setsize': '-1', 'aria-labelledby': id, class: 'card' },
    el('div.head', null, face(it.by, 40), el('div', null,
      el('div', { 'data-ad-rendering-role': 'profile_name' }, el('h3', { id, dir: 'auto' }, el('a', { href: `/${slug(it.by)}`, role: 'link' }, el('strong', null, el('span', null, it.by))))),
      el('div.small', null, it.sponsored
        ? el('a', { href: `/ads/about/?__cft__[0]=${'AZ'.repeat(170)}`, role: 'link' }, 'Gesponsord')
        : el('a', { href: `${base(it)}?__cft__[0]=AZ1`, role: 'link', 'aria-label': full.format(time(it)) }, el('span', null, age(time(it))))))),
    el('div', { 'data-ad-rendering-role': 'story_message' }, el('div.message', { 'data-ad-comet-preview': 'message', 'data-ad-preview': 'message' },
      el('div', null, el('span', { dir: 'auto' }, ...paragraphs(it.text))))),
    el('div.bar', null, el('span', { 'aria-label': `Vind ik leuk: ${it.likes} personen`, role: 'button', tabindex: '0' }, ...withPictures(`👍 ${it.likes}`)), el('span', null, counted(list.querySelectorAll('[role=article]').length))),
    el('div.bar.actions', null, ...['Vind ik leuk', 'Opmerking plaatsen', 'Delen'].map((name) => el('div', { role: 'button', tabindex: '0', 'aria-label': name }, name))),
    list,
    el('div.write', null, face(feed.me, 32), editor(`Opmerking plaatsen als ${feed.me}`, (text) => send(it, list, text))));
}

function thread(of, comment) {
  return el('div', null, article(of, comment, null), ...(comment.replies ?? []).map((reply) => el('div.reply', null, article(of, reply, comment))));
}

/** Only the address tells a comment from a post, and a reply from a comment, in every language. */
function article(of, it, under) {
  const query = under ? `comment_id=${under.id}&reply_comment_id=${it.id}` : `comment_id=${it.id}`;
  const what = under ? `Antwoord van ${it.by} op de opmerking van ${under.by}` : `Opmerking van ${it.by}`;
  return el('div', { role: 'article', 'aria-label': `${what} ${age(time(it))} geleden`, tabindex: '-1', class: 'comment' }, face(it.by, 32),
    el('div', null,
      el('div.bubble', null, el('span', null, el('a', { href: `/${slug(it.by)}?${query}`, role: 'link' }, el('span', { dir: 'auto' }, el('strong', null, it.by)))),
        el('div', null, el('span', { dir: 'auto', lang: 'nl' }, el('div', null, ...paragraphs(it.text))))),
      el('ul.small', null, el('li', null, el('a', { href: `${base(of)}?${query}`, role: 'link' }, age(time(it)))),
        el('li', null, el('div', { role: 'button', tabindex: '0' }, 'Leuk')), el('li', null, el('div', { role: 'button', tabindex: '0' }, 'Beantwoorden')))));
}

async function send(it, list, text) {
  const answer = await fetch('/__stage/reply', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, to: it.id }) });
  if (!answer.ok) throw new Error(`niet geplaatst: ${answer.status}`);
  list.append(thread(it, { ...(await answer.json()), by: feed.me }));
}

window.__stage = { editorText: () => current()?.text() ?? null };
document.body.append(
  el('div.top', { role: 'banner' }, el('a.logo', { href: '/', 'aria-label': 'Facebook' }, 'f'), el('input', { type: 'search', placeholder: 'Zoeken op Facebook', 'aria-label': 'Zoeken op Facebook' }), face(feed.me, 40)),
  el('div', { role: 'main' }, el('h1', null, feed.group), el('div', { role: 'feed' }, ...feed.posts.map((it, i) => post(it, i + 1, made)))));
