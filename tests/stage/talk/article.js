// A newspaper's article with comments: schema.org's marks, and a plain contenteditable without any framework.

import { el } from '/assets/x/element.js';
import { age, made, posts, send } from './board.js';

let last = null;

function comment(it) {
  const all = el('article.comment', { id: `comment-${it.id}`, itemscope: '', itemtype: 'https://schema.org/Comment', itemprop: 'comment' },
    el('div.small', null, el('span', { itemprop: 'author', itemscope: '', itemtype: 'https://schema.org/Person' }, el('span.names', { itemprop: 'name' }, it.by)),
      el('a', { href: `#comment-${it.id}` }, el('time', { itemprop: 'dateCreated', datetime: new Date(it.at).toISOString() }, age(it.at)))),
    el('div', { itemprop: 'text' }, ...it.text.split(/\n+/).map((line) => el('p', null, line))),
    el('button.btn.answer', { type: 'button', onclick: () => write(all, it) }, 'Reageer'));
  return all;
}

function write(under, it) {
  last?.form.remove();
  const box = el('div.box', { role: 'textbox', contenteditable: 'true', 'aria-multiline': 'true', 'aria-label': `Reactie op ${it.by}` });
  const form = el('form.reply', { onsubmit: async (e) => {
    e.preventDefault();
    const text = box.innerText.replace(/\n$/, '');
    if (!text.trim()) return;
    const sent = await send(text, it.id);
    form.remove();
    document.querySelector('.comments').append(comment(sent));
  } }, box, el('button.btn.btn-primary', { type: 'submit' }, 'Plaatsen'));
  last = { form, box };
  under.append(form);
  box.focus();
}

window.__stage = { editorText: () => (last?.form.isConnected ? last.box.innerText.replace(/\n$/, '') : null) };
document.body.append(el('main.wrap', null, el('h1', null, 'Bakfietsen wachten op monteurs'),
  el('p', null, 'De vraag naar bakfietsen groeit sneller dan het aantal mensen dat ze kan repareren.'),
  el('section.comments', null, el('h2', null, 'Reacties'), ...posts.map(comment), ...made.map(comment))));
