// A topic as Discourse builds it: numbered posts, one reply window at the foot of the page that names the post it
// answers by a link, and ProseMirror in it.

import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { el } from '/assets/x/element.js';
import { age, made, me, posts, send } from './board.js';

const TOPIC = '/t/monteur-komt-niet-opdagen/7';
const stream = el('div.post-stream');
let numbers = 0;
let answering = null;

function post(it) {
  numbers += 1;
  const number = numbers;
  const url = `${TOPIC}/${number}`;
  const shown = { ...it, number, url };
  return el('div.topic-post', { 'data-post-number': number },
    el('article.boxed.onscreen-post', { id: `post_${number}`, 'data-post-id': it.id, 'data-topic-id': 7, 'aria-label': `bericht #${number} door @${it.by}` },
      el('div.topic-meta-data', null,
        el('div.names', null, el('span.first.username', null, el('a', { href: `/u/${it.by}`, 'data-user-card': it.by }, it.by))),
        el('div.post-infos.small', null, el('div.post-info.post-date', null, el('a.post-date', { href: url }, el('span.relative-date', { 'data-time': it.at, title: new Date(it.at).toISOString() }, age(it.at)))))),
      el('div.cooked', null, ...it.text.split(/\n+/).map((line) => el('p', null, line))),
      el('nav.post-controls', null, el('button.btn.reply', { type: 'button', title: 'reageren op dit bericht', onclick: () => open(shown) }, 'Beantwoorden'))));
}

const doc = () => EditorState.create({ schema, plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)] });
const text = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n');

const details = el('span.reply-details');
const place = el('div.d-editor-textarea-wrapper');
const create = el('button.btn.btn-primary.create', { type: 'button', onclick: () => sendIt() }, 'Reactie plaatsen');
const control = el('div.open', { id: 'reply-control', hidden: '' },
  el('div.reply-area', null, el('div.reply-to', null, details), place,
    el('div.save-or-cancel', null, create, ' ', el('button.btn.cancel', { type: 'button', onclick: () => close() }, 'Sluiten'))));
const view = new EditorView(place, { state: doc(), attributes: { class: 'd-editor-input', 'aria-label': 'Typ hier', spellcheck: 'true' } });

function open(it) {
  answering = it;
  details.replaceChildren('Reageer op ', el('a.post-link', { href: it.url }, `bericht ${it.number}`), ` van ${it.by}`);
  control.hidden = false;
  view.focus();
}

function close() {
  control.hidden = true;
  view.updateState(doc());
}

async function sendIt() {
  if (!text().trim()) return;
  const sent = await send(text(), answering.id);
  close();
  stream.append(post(sent));
}

window.__stage = { editorText: () => (control.hidden ? null : text()) };
stream.append(...posts.map(post), ...made.map(post));
const header = el('header.d-header', null, el('span', null, 'Fietsfluit praat'), el('ul.icons', null, el('li', { id: 'current-user' }, el('button.btn', { id: 'toggle-current-user', type: 'button' }, el('img', { alt: '', title: me, width: 24, height: 24, src: `/__stage/avatar/${me}.svg` })))));
document.body.append(header, el('div.wrap', { id: 'main-outlet' }, el('h1', null, 'Monteur komt niet opdagen'), stream), control);
