// What both pages of this folder share: the invented posts, their ages, and a place to post to.

const { board, started, replies } = await (await fetch('/__stage/posts')).json();
const start = Date.parse(started);

export const me = board.me;
export const posts = board.posts.map((it) => ({ ...it, at: start - it.minutes * 60_000 }));

/** What was posted on this host since the stage started. */
export const made = replies.map((it) => ({ ...it, by: me, at: Date.parse(it.at) }));

export function age(at) {
  const minutes = Math.max(0, Math.floor((Date.now() - at) / 60_000));
  return minutes < 60 ? `${minutes}m` : `${Math.floor(minutes / 60)}u`;
}

/** Sends what the agent wrote; yields the post as the site gave it back. */
export async function send(text, to) {
  const answer = await fetch('/__stage/reply', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, to: String(to) }) });
  if (!answer.ok) throw new Error(`niet geplaatst: ${answer.status}`);
  const post = await answer.json();
  return { ...post, by: me, at: Date.parse(post.at) };
}
