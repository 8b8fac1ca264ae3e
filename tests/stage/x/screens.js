// The screens: home, one post with its replies, a profile. Each gives its node and how to leave it.

import { mount } from './composer.js';
import { PATHS, el, icon } from './element.js';
import { article, avatar, displayName } from './post.js';
import { followers } from './hover.js';
import { Timeline } from './timeline.js';
import { account, home as homePosts, me, post as postOf, postsBy, repliesTo, send } from './world.js';
import { pieces } from './text.js';

const everything = new URLSearchParams(location.search).get('window') === 'all';

/** @typedef {{title: string, node: Element, refresh: () => void, close: () => void}} Screen */

const item = (post, options) => ({ key: `${post.id}${options.focal ? '-focal' : ''}`, draw: () => article(post, options) });

/** @returns {Screen} */
export function home(go) {
  const timeline = new Timeline('Je startpagina', { everything });
  const place = el('div.top-composer');
  const refresh = () => timeline.show(homePosts().map((post) => item(post, go)));
  const node = el('div', { 'aria-label': 'Startpagina', tabindex: '0' },
    bar(el('h2', { dir: 'ltr', 'aria-level': '2', role: 'heading' }, el('span', null, 'Startpagina'))),
    place, timeline.node);
  const unmount = mount(place, {
    placeholder: 'Wat gebeurt er?', button: 'Posten', testid: 'tweetButtonInline',
    send: async (text) => { go.sent(await send(text, null)); refresh(); },
  });
  return { title: 'Startpagina / X', node, refresh, close: () => { unmount(); timeline.close(); } };
}

/** @returns {Screen} */
export function conversation(go, id) {
  const focal = postOf(id);
  if (!focal) return missing(go);
  const timeline = new Timeline('Gesprek', { everything });
  const place = el('div.top-composer', { 'data-testid': 'inline_reply_offscreen' });
  const parent = postOf(focal.to);
  const refresh = () => timeline.show([
    parent && item(parent, go),
    item(focal, { ...go, focal: true }),
    { key: 'composer', draw: () => place },
    ...repliesTo(id).map((reply) => item(reply, go)),
  ].filter(Boolean));
  const node = el('div', { 'aria-label': 'Startpagina', tabindex: '0' }, bar(back(go), heading('Post')), timeline.node);
  const unmount = mount(place, {
    placeholder: 'Post je antwoord', button: 'Antwoorden', testid: 'tweetButtonInline',
    send: async (text) => { go.sent(await send(text, id)); refresh(); timeline.redraw(`${id}-focal`); },
  });
  return { title: `${account(focal.by).name} op X / X`, node, refresh, close: () => { unmount(); timeline.close(); } };
}

/** @returns {Screen} */
export function profile(go, handle) {
  const by = account(handle);
  const timeline = new Timeline(`Posts van ${by.name}`, { everything });
  const refresh = () => timeline.show(postsBy(handle).map((post) => item(post, go)));
  const node = el('div', { 'aria-label': 'Startpagina', tabindex: '0' }, bar(back(go), heading(by.name)),
    el('div.profile', null, avatar(by.handle, 96, false),
      el('div', { 'data-testid': 'UserName' }, displayName(by), el('div.dim', { dir: 'ltr' }, el('span', null, `@${by.handle}`))),
      el('div', { 'data-testid': 'UserDescription', dir: 'auto' }, ...pieces(by.bio ?? '')),
      el('div.dim', { 'data-testid': 'UserProfileHeader_Items' }, 'Lid geworden in maart 2019'),
      followers(by)),
    timeline.node);
  return { title: `${by.name} (@${by.handle}) / X`, node, refresh, close: () => timeline.close() };
}

function missing(go) {
  const node = el('div', null, bar(back(go), heading('Post')), el('div.error', { 'data-testid': 'error-detail' }, 'Hmm... deze pagina bestaat niet.'));
  return { title: 'X', node, refresh: () => {}, close: () => {} };
}

const bar = (...children) => el('div.bar', null, ...children);
const heading = (text) => el('h2', { dir: 'ltr', 'aria-level': '2', role: 'heading' }, el('span', null, text));
const back = (go) => el('button.round', { 'aria-label': 'Terug', role: 'button', 'data-testid': 'app-bar-back', type: 'button', onclick: go.back }, icon(PATHS.back));

/** The reply window of /compose/post, in #layers above the screen it came from. */
export function modal(go, to) {
  const parent = postOf(to);
  const place = el('div');
  const dialog = el('div.dialog', { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'modal-header' },
    el('div.bar', { id: 'modal-header' }, el('button.round', { 'aria-label': 'Sluiten', role: 'button', 'data-testid': 'app-bar-close', type: 'button', onclick: go.back }, icon(PATHS.close))),
    parent && el('div', null, article(parent, { ...go, plain: true })),
    parent && el('div.dim.answering', null, 'Antwoord aan ', el('a.blue', { href: `/${parent.by}`, role: 'link' }, `@${parent.by}`)),
    place);
  const layer = el('div.layer', null, el('div.mask', { 'data-testid': 'mask', onclick: go.back }), dialog);
  document.getElementById('layers').append(layer);
  const unmount = mount(place, {
    placeholder: parent ? 'Post je antwoord' : 'Wat gebeurt er?', button: parent ? 'Antwoorden' : 'Posten', testid: 'tweetButton', eager: true,
    send: async (text) => { const made = await send(text, to); go.back(); go.sent(made); },
  });
  return { close: () => { unmount(); layer.remove(); } };
}

/** The frame around every screen: the menu on the left, the column, the rest. */
export function frame() {
  const entry = (path, href, testid, text) => el('a.menu', { href, role: 'link', 'data-testid': testid, 'aria-label': text },
    el('div', null, icon(path), el('div.menu-text', { dir: 'ltr' }, el('span', null, text))));
  const column = el('div', { 'data-testid': 'primaryColumn', class: 'primary' });
  const node = el('div.frame', null,
    el('div', { id: 'layers' }),
    el('header.side', { role: 'banner' },
      el('h1.logo', { role: 'heading' }, el('a', { href: '/home', role: 'link', 'aria-label': 'X' }, '𝕏')),
      el('nav', { 'aria-label': 'Hoofdmenu', role: 'navigation' },
        entry(PATHS.home, '/home', 'AppTabBar_Home_Link', 'Startpagina'),
        entry(PATHS.search, '/explore', 'AppTabBar_Explore_Link', 'Ontdekken'),
        entry(PATHS.bell, '/notifications', 'AppTabBar_Notifications_Link', 'Meldingen'),
        entry(PATHS.mail, '/messages', 'AppTabBar_DirectMessage_Link', 'Berichten'),
        entry(PATHS.person, `/${me().handle}`, 'AppTabBar_Profile_Link', 'Profiel')),
      el('a.menu.send', { href: '/compose/post', role: 'link', 'data-testid': 'SideNav_NewTweet_Button', 'aria-label': 'Posten' }, el('span', null, 'Posten')),
      el('button.account', { type: 'button', role: 'button', 'data-testid': 'SideNav_AccountSwitcher_Button', 'aria-label': 'Accountmenu' },
        avatar(me().handle, 40, false), el('div', null, displayName(me()), el('div.dim', null, `@${me().handle}`)))),
    el('main', { role: 'main' }, el('div.columns', null, column,
      el('div', { 'data-testid': 'sidebarColumn', class: 'sidebar' },
        el('form', { role: 'search', onsubmit: (e) => e.preventDefault() }, el('input', { 'data-testid': 'SearchBox_Search_Input', type: 'text', placeholder: 'Zoeken', 'aria-label': 'Zoekopdracht' })),
        el('div.box', { 'aria-label': 'Populair', tabindex: '0' }, el('h2', null, 'Nu in jouw omgeving'),
          ...[['Weer · Populair', 'Code geel'], ['Populair in Nederland', '#zonderauto'], ['Vervoer · Populair', 'Fluitslot']].map(([a, b]) =>
            el('div.trend', { 'data-testid': 'trend' }, el('div.dim', null, a), el('div.name', null, b))))))));
  return { node, column };
}
