// One post as X builds it: article > User-Name, tweetText, photo or quote, and the group of buttons.

import { PATHS, el, icon } from './element.js';
import { name, pieces } from './text.js';
import { age, group, labels, moment, shown } from './words.js';
import { account } from './world.js';

let ids = 0;
const unique = () => `id__${(ids += 1).toString(36)}stage`;

/**
 * @param {any} post
 * @param {{focal?: boolean, plain?: boolean, open: (post: any) => void, reply: (post: any) => void}} options
 * `focal`: the post the page is about; `plain`: without buttons, as in the reply window
 */
export function article(post, options) {
  const { focal = false, plain = false } = options;
  const by = account(post.by);
  const body = [
    post.text && el('div', null, tweetText(post, focal)),
    post.partial && !focal && el('a.blue', { href: link(post), role: 'link', 'data-testid': 'tweet-text-show-more-link' }, 'Meer weergeven'),
    post.image && photo(post.image),
    post.quote && quoted(post.quote),
  ];
  const foot = [focal && stamp(post), !plain && buttons(post, options)];
  const head = el('div.row.between', null,
    el('div.head', null, userName(by, post, focal)),
    el('div.row', null, post.promoted && el('div.dim', { dir: 'ltr' }, el('span', null, 'Advertentie')),
      el('button.round', { 'aria-expanded': 'false', 'aria-haspopup': 'menu', 'aria-label': 'Meer', role: 'button', 'data-testid': 'caret', type: 'button' }, icon(PATHS.more))));
  const column = focal ? [head] : [head, ...body, ...foot];
  const node = el(`article.tweet${focal ? '.focal' : ''}`, { role: 'article', tabindex: focal || plain ? '-1' : '0', 'data-testid': 'tweet', 'aria-labelledby': `${unique()} ${unique()}` },
    el('div', null, el('div', null,
      el('div', null, social(post)),
      el('div.row.lead', null, el('div.avatar-column', null, avatar(by.handle, 40)), el('div.content', null, ...column)),
      focal && el('div', null, ...body, ...foot))));
  if (!focal && !plain) openable(node, () => options.open(post));
  return post.promoted ? el('div', { 'data-testid': 'placementTracking' }, node) : node;
}

export const link = (post) => `/${post.by}/status/${post.id}`;

/** The whole card leads to the post, except what is a link or a button of the site's own. */
function openable(node, open) {
  node.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.target.closest('a, button, [role=link]') || String(getSelection())) return;
    open();
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === node) open();
  });
}

function social(post) {
  const text = post.pinned ? 'Vastgemaakt' : post.reposted_by && `${post.reposted_by} heeft gerepost`;
  return text ? el('div.social', null, icon(post.pinned ? PATHS.pin : PATHS.repost), el('div.dim', { dir: 'ltr', 'data-testid': 'socialContext' }, text)) : null;
}

export function avatar(handle, size, linked = true) {
  const image = el('img', { alt: '', draggable: 'true', src: `/__stage/avatar/${encodeURIComponent(handle.replace(/\W/g, '') || 'x')}.svg` });
  const inner = linked
    ? el('a', { href: `/${handle}`, 'aria-hidden': 'true', role: 'link', tabindex: '-1' }, image)
    : el('div', { 'aria-hidden': 'true', role: 'presentation', tabindex: '-1' }, image);
  return el('div', { 'data-testid': 'Tweet-User-Avatar' },
    el('div.avatar', { 'data-testid': `UserAvatar-Container-${handle}`, style: `width: ${size}px; height: ${size}px;` }, inner));
}

function userName(by, post, focal) {
  const time = !focal && !post.promoted && [
    el('div.dim', { dir: 'ltr', 'aria-hidden': 'true' }, el('span', null, '·')),
    el('div', null, el('a.dim', { href: link(post), dir: 'ltr', 'aria-label': moment(post.at), role: 'link' }, el('time', { datetime: post.at }, age(post.at)))),
  ];
  return el('div.user-name', { id: unique(), 'data-testid': 'User-Name' },
    el('div', null, el('div', null, el('a', { href: `/${by.handle}`, role: 'link' }, displayName(by)))),
    el('div', null, el('div.row', null,
      el('div', null, el('a', { href: `/${by.handle}`, role: 'link', tabindex: '-1' }, el('div.dim', { dir: 'ltr' }, el('span', null, `@${by.handle}`)))),
      ...(time || []))));
}

export function displayName(by) {
  return el('div.row', null,
    el('div.name', { dir: 'ltr' }, el('span', null, el('span', null, ...name(by.name)))),
    el('div', { dir: 'ltr' }, el('span', null, by.verified && icon(PATHS.verified, { 'aria-label': 'Geverifieerd account', role: 'img', 'data-testid': 'icon-verified', class: 'verified' }, '0 0 22 22'))));
}

function tweetText(post, focal) {
  return el(`div.tweet-text${focal ? '.large' : ''}`, { dir: 'auto', lang: post.lang, id: unique(), 'data-testid': 'tweetText' }, ...pieces(post.text));
}

function photo(image) {
  return el('div.media', { id: unique() }, el('a', { href: '#photo', role: 'link', onclick: (e) => e.preventDefault() },
    el('div', { 'data-testid': 'tweetPhoto', 'aria-label': image.alt }, el('img', { alt: image.alt, draggable: 'true', src: `/__stage/photo/${image.hue}.svg` }))));
}

/** In a quoted post nothing but the card itself leads anywhere: no links, a time without an address. */
function quoted(quote) {
  const by = account(quote.by);
  return el('div', { 'aria-labelledby': unique() }, el('div', { id: unique() },
    el('div.unseen', { dir: 'ltr' }, el('span', null, 'Geciteerd')),
    el('div.quote', { tabindex: '0', role: 'link' },
      el('div.row', null, avatar(by.handle, 24, false),
        el('div.user-name', { 'data-testid': 'User-Name' }, el('div', null, displayName(by)),
          el('div.row', null,
            el('div', { tabindex: '-1' }, el('div.dim', { dir: 'ltr' }, el('span', null, `@${by.handle}`))),
            el('div.dim', { dir: 'ltr', 'aria-hidden': 'true' }, el('span', null, '·')),
            el('div.dim', { dir: 'ltr', 'aria-label': moment(quote.at) }, el('time', { datetime: quote.at }, age(quote.at)))))),
      el('div', null, el('div.tweet-text', { dir: 'auto', lang: quote.lang, 'data-testid': 'tweetText' }, ...pieces(quote.text))))));
}

function stamp(post) {
  return el('div.stamp', null, el('div.dim', { dir: 'ltr' },
    el('a.dim', { href: link(post), 'aria-label': moment(post.at), role: 'link' }, el('time', { datetime: post.at }, moment(post.at))),
    ' · ', el('span', null, el('b', null, shown(post.views) || '0'), ' weergaven')));
}

function buttons(post, { focal, reply }) {
  const button = (kind, path, n, act) => el('div', null,
    el(`button.act.${kind}`, { 'aria-label': labels[kind](n), role: 'button', 'data-testid': kind, type: 'button', onclick: act },
      el('div.row', { dir: 'ltr' }, el('div', null, icon(path)), el('div', null, el('span', { 'data-testid': 'app-text-transition-container' }, el('span', null, el('span', null, shown(n))))))));
  const views = el('div', null, el('a.act', { href: `${link(post)}/analytics`, 'aria-label': labels.views(post.views), role: 'link', onclick: (e) => e.preventDefault() },
    el('div.row', { dir: 'ltr' }, el('div', null, icon(PATHS.views)), el('div', null, el('span', { 'data-testid': 'app-text-transition-container' }, el('span', null, shown(post.views)))))));
  return el('div.buttons', { 'aria-label': group(post), role: 'group', id: unique() },
    button('reply', PATHS.reply, post.replies, () => reply(post)),
    button('retweet', PATHS.repost, post.reposts, null),
    button('like', PATHS.like, post.likes, toggleLike),
    !focal && !post.promoted && views,
    button('bookmark', PATHS.bookmark, post.bookmarks, null),
    el('div', null, el('button.act', { 'aria-label': 'Post delen', 'aria-haspopup': 'menu', 'aria-expanded': 'false', role: 'button', type: 'button' }, icon(PATHS.share))));
}

/** A liked post's button has another name. */
function toggleLike(event) {
  const button = event.currentTarget;
  const liked = button.dataset.testid === 'like';
  button.dataset.testid = liked ? 'unlike' : 'like';
  button.classList.toggle('liked', liked);
}
