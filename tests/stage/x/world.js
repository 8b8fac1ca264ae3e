// What the page knows: accounts and posts, as the server gave them.

/** @type {{me: any, authors: any[], posts: any[]}} */
let world = { me: { handle: '', name: '' }, authors: [], posts: [] };
/** @type {Map<string, any>} */
let accounts = new Map();

export async function load() {
  world = await (await fetch('/__stage/posts')).json();
  accounts = new Map([world.me, ...world.authors].map((it) => [it.handle.toLowerCase(), it]));
}

export const me = () => world.me;

/** @param {string} handle */
export const account = (handle) => accounts.get(handle.toLowerCase()) ?? { handle, name: handle, followers: 0, bio: '' };

/** @param {any} it */
export function addAccount(it) {
  accounts.set(it.handle.toLowerCase(), it);
}

/** @param {string|null|undefined} id */
export const post = (id) => world.posts.find((it) => it.id === id);

/** Our new posts first, then the day's, each with our answers given since below it. */
export function home() {
  const answers = Map.groupBy(world.posts.filter((it) => it.to && it.fresh), (it) => it.to);
  return world.posts.filter((it) => !it.to).flatMap((it) => [it, ...(answers.get(it.id) ?? [])]);
}

/** @param {string} id */
export const repliesTo = (id) => world.posts.filter((it) => it.to === id);

/** @param {string} handle */
export const postsBy = (handle) => world.posts.filter((it) => it.by.toLowerCase() === handle.toLowerCase() && !it.promoted);

/** @param {any[]} posts @param {boolean} [last] */
export function add(posts, last = false) {
  if (last) world.posts.push(...posts);
  else world.posts.unshift(...posts);
}

/**
 * Posts as the logged-in account; answers with the new post.
 * @param {string} text
 * @param {string|null} to the post it answers
 */
export async function send(text, to) {
  const answer = await fetch('/__stage/reply', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, to }) });
  if (!answer.ok) throw new Error(`niet geplaatst: ${answer.status}`);
  const kept = await answer.json();
  const made = { ...kept, by: world.me.handle, lang: 'nl', replies: 0, reposts: 0, likes: 0, bookmarks: 0, views: 0, fresh: true };
  add([made]);
  const parent = post(to);
  if (parent) parent.replies += 1;
  return made;
}
