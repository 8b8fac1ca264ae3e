// The text of a post as X lays it out: mentions and tags in inline blocks, emoji as pictures, links shortened.

import { el } from './element.js';

// Looking ahead saves trying thousands of emoji at every letter.
const EMOJI = /((?=[\p{Extended_Pictographic}\p{Regional_Indicator}0-9#*])\p{RGI_Emoji})/v;
const PIECE = /(?<link>https?:\/\/[^\s]+)|(?<![\w@])@(?<mention>\w{1,15})|(?<![\w#])#(?<tag>[\p{L}\p{N}_]+)|(?<emoji>(?=[\p{Extended_Pictographic}\p{Regional_Indicator}0-9#*])\p{RGI_Emoji})/gv;

/**
 * @param {string} text
 * @returns {Node[]}
 */
export function pieces(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(PIECE)) {
    if (found.index > from) nodes.push(el('span.text', null, text.slice(from, found.index)));
    nodes.push(piece(found.groups));
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push(el('span.text', null, text.slice(from)));
  return nodes;
}

function piece({ link, mention, tag, emoji }) {
  if (link) return shortened(link);
  if (emoji) return picture(emoji);
  const [href, shown] = mention ? [`/${mention}`, `@${mention}`] : [`/hashtag/${tag}?src=hashtag_click`, `#${tag}`];
  return el('div.inline', null, el('span.text', null, el('a.blue', { dir: 'ltr', href, role: 'link' }, shown)));
}

/** X hides the scheme and, of long links, the tail; the address itself is behind t.co. */
function shortened(link) {
  const [, scheme, rest] = /** @type {string[]} */ (/^(https?:\/\/)(.*)$/.exec(link));
  const short = [...link].reduce((sum, c) => (sum * 33 + c.codePointAt(0)) >>> 0, 5381).toString(36);
  const tail = rest.length > 27;
  return el('a.blue', { dir: 'ltr', href: `https://t.co/${short}`, rel: 'noopener noreferrer nofollow', target: '_blank', role: 'link' },
    el('span.hidden', { 'aria-hidden': 'true' }, scheme),
    tail ? rest.slice(0, 27) : rest,
    tail && el('span.hidden', { 'aria-hidden': 'true' }, rest.slice(27)),
    tail && el('span', { 'aria-hidden': 'true' }, '…'));
}

/** @param {string} emoji */
function picture(emoji) {
  const codes = [...emoji].map((c) => c.codePointAt(0).toString(16)).join('-');
  return el('img.emoji', { alt: emoji, draggable: 'false', src: `/__stage/emoji/${codes}.svg`, title: emoji });
}

/** A display name: emoji become pictures, nothing else is special. */
export function name(text) {
  return text.split(EMOJI).filter(Boolean)
    .map((part) => (EMOJI.test(part) ? picture(part) : el('span.text', null, part)));
}
