// Which origins the agent has allowed. The browser shows its question only while it handles a
// click, so nothing may be awaited before `chrome.permissions.request`.

/**
 * The match pattern of a host on both schemes, or of one server's origin. Patterns have no port.
 * @param {string} typed a host name, or an address
 * @returns {string | null} null for what is neither
 */
export function pattern(typed) {
  const text = typed.trim().toLowerCase();
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  const named = /^[a-z0-9.\-[\]:]+$/.test(hostname) && (hostname.includes(".") || hostname.includes(":") || hostname === "localhost");
  if (!named) return null;
  return address === text ? `${protocol}//${hostname}/*` : `*://${hostname}/*`;
}

/**
 * Asks for an origin; to be called first thing in a click handler.
 * @param {string} typed a host name, or an address
 * @returns {Promise<boolean>} whether it is allowed now
 */
export async function allow(typed) {
  const origin = pattern(typed);
  if (origin === null) return false;
  return chrome.permissions.request({ origins: [origin] });
}

/**
 * Whether the extension may read a site.
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export async function allowed(host) {
  const origin = pattern(host);
  return origin !== null && chrome.permissions.contains({ origins: [origin.replace("*:", "https:")] });
}
