// The site's own words and numbers, in Dutch. Labels begin with the exact number; what is shown is rounded.

const compact = new Intl.NumberFormat('nl', { notation: 'compact', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('nl', { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat('nl', { hour: 'numeric', minute: '2-digit', day: 'numeric', month: 'short', year: 'numeric' });

const many = (n, one, more) => `${n} ${n === 1 ? one : more}`;

/** @param {number} n */
export const shown = (n) => (n === 0 ? '' : compact.format(n));

export const labels = {
  reply: (n) => `${many(n, 'antwoord', 'antwoorden')}. Beantwoorden`,
  retweet: (n) => `${many(n, 'repost', 'reposts')}. Reposten`,
  like: (n) => `${many(n, 'vind-ik-leuk', 'vind-ik-leuks')}. Vind ik leuk`,
  bookmark: (n) => `${many(n, 'bladwijzer', 'bladwijzers')}. Bladwijzer`,
  views: (n) => `${many(n, 'weergave', 'weergaven')}. Postanalyses weergeven`,
};

/** What the group of buttons says as a whole: only what is above zero. */
export function group(post) {
  return [
    [post.replies, 'antwoord', 'antwoorden'], [post.reposts, 'repost', 'reposts'],
    [post.likes, 'vind-ik-leuk', 'vind-ik-leuks'], [post.bookmarks, 'bladwijzer', 'bladwijzers'],
    [post.views, 'weergave', 'weergaven'],
  ].filter(([n]) => n > 0).map(([n, one, more]) => many(n, one, more)).join(', ');
}

/** @param {string} at */
export function age(at) {
  const minutes = Math.floor((Date.now() - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'nu';
  if (minutes < 60) return `${minutes}m`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}u`;
  return day.format(new Date(at));
}

/** @param {string} at */
export const moment = (at) => full.format(new Date(at));
