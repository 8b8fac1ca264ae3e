//! What a tab says, and what it hears.

use crate::conversation::Turn;
use crate::kept::Waiting;
use crate::known::{self, KnownPost, Met};
use crate::state::{Shared, State};
use crate::{act, badge, compose, correct, edge, grammar, judging, overrides, posted, words};
use toonvast_casework::check::HANDLE_BYTES;
use toonvast_casework::queue::Lookup;
use toonvast_model::id::PostId;
use toonvast_model::link::{Badge, HostSays, PageMessage, PageSays, SeenPost};
use toonvast_model::post::Site;
use toonvast_model::site::SitePack;

/// So many posts are taken from one message.
const POSTS_A_MESSAGE: usize = 500;

/// The host name in an address; empty when there is none.
#[must_use]
pub fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    host.split(':').next().unwrap_or("")
}

/// Answers one message of a tab.
pub async fn answer(shared: &Shared, port: u32, message: PageMessage) {
    let says = match message.says {
        PageSays::Hello { .. } => welcome(&shared.borrow(), port),
        PageSays::Posts {
            url,
            account,
            pack,
            posts,
        } => {
            note_account(&mut shared.borrow_mut(), port, account.as_deref());
            let (badges, fresh) = meet(shared, port, pack.as_deref(), &url, &posts);
            // The agent sees the badges first; what the panel and the log need comes after.
            shared
                .borrow()
                .to_page(port, message.seq, HostSays::Judged { badges });
            posted::keep_waiting(shared, fresh).await;
            posted::look(shared, port, account.as_deref(), &posts).await;
            return;
        }
        PageSays::Claim { post_id } => claim(shared, port, &PostId(post_id)).await,
        PageSays::Correct {
            post_id,
            correction,
        } => correct::correct(shared, port, &PostId(post_id), correction).await,
        PageSays::Draft {
            composer,
            text,
            answers,
            public,
            ..
        } => {
            let answers = answers.as_deref();
            let says = compose::check(shared, port, composer, &text, answers, public).await;
            shared.borrow().to_page(port, message.seq, says);
            grammar::follow(shared, port, composer);
            return;
        }
        PageSays::Override {
            composer,
            rule,
            reason,
        } => overrides::overrule(shared, port, composer, rule, reason).await,
        PageSays::Discard { composer } => compose::discard(shared, port, composer).await,
        // Which check failed is shown by the page itself; nothing of it is kept.
        PageSays::Health { .. } => HostSays::Noted,
    };
    shared.borrow().to_page(port, message.seq, says);
}

/// Remembers who the agent is signed in as; a page that does not show it says nothing new.
fn note_account(state: &mut State, port: u32, account: Option<&str>) {
    let account = account
        .map(|name| known::cut(name.trim(), HANDLE_BYTES))
        .filter(|name| !name.is_empty());
    if let (Some(account), Some(page)) = (account, state.pages.get_mut(&port)) {
        page.account = Some(account.to_owned());
    }
}

fn welcome(state: &State, port: u32) -> HostSays {
    let host = state.pages.get(&port).map_or("", |page| page.host.as_str());
    let pack = state.packs.iter().find(|pack| pack.is_for(host)).cloned();
    let candidates = if pack.is_none() {
        state
            .packs
            .iter()
            .filter(|pack| pack.hosts.is_empty())
            .cloned()
            .collect()
    } else {
        Vec::new()
    };
    HostSays::Welcome {
        pack: pack.map(Box::new),
        candidates,
        paused: is_paused(state, host),
        locale: state.locale(),
        fields: badge::fields(state.locale()),
    }
}

/// Where the agent paused us, and on the server's own pages, which show posts of their own.
fn is_paused(state: &State, host: &str) -> bool {
    let server = state.settings.server.as_ref();
    state.settings.paused.iter().any(|paused| paused == host)
        || server.is_some_and(|server| host_of(&server.address) == host)
}

/// The kind of site: what the pack says, if that pack may speak for this host.
fn site_of(packs: &[SitePack], pack: Option<&str>, host: &str) -> Site {
    packs
        .iter()
        .find(|known| {
            Some(known.id.as_str()) == pack && (known.hosts.is_empty() || known.is_for(host))
        })
        .or_else(|| packs.iter().find(|known| known.is_for(host)))
        .map_or(Site::Other, |known| known.site)
}

/// Judges what a tab shows and draws its badges.
fn meet(
    shared: &Shared,
    port: u32,
    pack: Option<&str>,
    url: &str,
    posts: &[SeenPost],
) -> (Vec<Badge>, Vec<Waiting>) {
    let mut state = shared.borrow_mut();
    let Some(page) = state.pages.get(&port) else {
        return (Vec::new(), Vec::new());
    };
    let host = page.host.clone();
    let site = site_of(&state.packs, pack, &host);
    let our_page = is_our_page(&state, site, &host, url);
    let addressed = state.hooks || our_page;
    let own: Vec<bool> = posts
        .iter()
        .map(|seen| is_ours(&state, site, &seen.author))
        .collect();
    let Some(page) = state.pages.get_mut(&port) else {
        return (Vec::new(), Vec::new());
    };
    let turns = page.conversation.turns(url, our_page, posts, &own);
    let place = Place {
        site,
        host,
        addressed,
    };
    let mut fresh = Vec::new();
    let mut keys = Vec::new();
    for (seen, turn) in posts.iter().zip(turns).take(POSTS_A_MESSAGE) {
        if let Some((key, waiting)) = judge(&mut state, &place, seen, turn) {
            keys.push((PostId(seen.post_id.clone()), key));
            fresh.extend(waiting);
        }
    }
    if let Some(page) = state.pages.get_mut(&port) {
        page.site = site;
        page.shown.extend(keys.iter().cloned());
    }
    let contents = state.contents();
    let names = Lookup::new(&contents);
    let badges = keys
        .iter()
        .filter_map(|(_, key)| state.badge(site, key, &names))
        .collect();
    (badges, fresh)
}

/// Judges one post; `None` for our own. The second part is what the panel shows, when new.
fn judge(
    state: &mut State,
    place: &Place,
    seen: &SeenPost,
    turn: Turn,
) -> Option<(PostId, Option<Waiting>)> {
    let site = place.site;
    let now = edge::now();
    let mut met = Met::new(seen, site, &place.host, now);
    met.turn = turn;
    if seen.post_id.is_empty() || is_ours(state, site, &met.snapshot.author) {
        return None;
    }
    let key = met.snapshot.post_id.clone();
    let known = state.known.get(site, &key).map(|known| known.met.seen_at);
    let listed = state.waiting.get(&(site, key.clone()));
    met.seen_at = known.or(listed.map(|row| row.seen_at)).unwrap_or(now);
    met.addressed = place.addressed;
    let sketch = state.engine.sketch(&met.post(&state.engine.brand().id));
    // What was written before today's last hour is no news of this hour.
    met.similar = match met.snapshot.posted_at {
        Some(at) if now.minutes_since(at) > 60 => 0,
        _ => state.recent.note(now, site, &key, sketch),
    };
    let triage = judging::judge(state, &met, now);
    let known = KnownPost { met, triage };
    let waiting = judging::waiting(state, &known)
        .filter(|_| !state.waiting.contains_key(&(site, key.clone())));
    state.known.remember(known);
    Some((key, waiting))
}

/// Where posts stand.
struct Place {
    site: Site,
    host: String,
    /// On the brand's own page or account: about the brand without naming it.
    addressed: bool,
}

/// The brand's own page: the first step of the path is one of its handles, as `x.com/HANDLE/status/1`.
fn is_our_page(state: &State, site: Site, host: &str, url: &str) -> bool {
    let path = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'));
    let first = path.and_then(|(_, path)| path.split(['/', '?', '#']).next());
    host_of(url) == host && first.is_some_and(|name| !name.is_empty() && is_ours(state, site, name))
}

/// Whether one of the brand's own accounts wrote it.
pub fn is_ours(state: &State, site: Site, author: &str) -> bool {
    let author = author.trim_start_matches('@');
    let handles = &state.engine.brand().policy.handles;
    handles.iter().any(|handle| {
        handle.site == site
            && handle
                .name
                .trim_start_matches('@')
                .eq_ignore_ascii_case(author)
    })
}

async fn claim(shared: &Shared, port: u32, post: &PostId) -> HostSays {
    let Some((site, key)) = shown(&shared.borrow(), port, post) else {
        return unknown(shared);
    };
    match act::claim(shared, site, &key).await {
        Ok(_) => judged(&shared.borrow(), site, &key),
        Err(text) => HostSays::Failed { text },
    }
}

/// The post that a tab calls so, if it has shown it.
pub fn shown(state: &State, port: u32, post: &PostId) -> Option<(Site, PostId)> {
    let page = state.pages.get(&port)?;
    Some((page.site, page.shown.get(post)?.clone()))
}

/// A tab names a post it has not shown, or not since the home was started.
pub fn unknown(shared: &Shared) -> HostSays {
    HostSays::Failed {
        text: words::unknown_post(shared.borrow().locale()).to_owned(),
    }
}

/// The badge of one post, as things stand.
pub fn judged(state: &State, site: Site, key: &PostId) -> HostSays {
    let contents = state.contents();
    let badge = state.badge(site, key, &Lookup::new(&contents));
    HostSays::Judged {
        badges: badge.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn a_host_is_what_stands_between() {
        let table = [
            ("https://x.com/home", "x.com"),
            ("https://x.com:8443/home", "x.com"),
            ("https://x.com@evil.test/", "evil.test"),
            ("http://forum.test?x", "forum.test"),
            ("about:blank", ""),
        ];
        for (address, host) in table {
            assert_eq!(host_of(address), host, "{address}");
        }
    }
}
