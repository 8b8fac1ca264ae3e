//! Posts this browser has met, and what the engine said of them.

use crate::conversation::Turn;
use std::collections::{BTreeMap, VecDeque};
use toonvast_casework::check::{HANDLE_BYTES, PERMALINK_BYTES, POST_ID_BYTES, TEXT_BYTES};
use toonvast_model::command::PostSnapshot;
use toonvast_model::draft::AuthorName;
use toonvast_model::id::{BrandId, PostId};
use toonvast_model::link::SeenPost;
use toonvast_model::post::{Author, Post, Reach, Site};
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::Triage;

/// So many posts are remembered; the oldest go first. A page of 5,000 posts fits.
const REMEMBERED: usize = 10_000;

/// A post's name across all pages: X has one name space, every forum its own.
#[must_use]
pub fn key(site: Site, host: &str, post_id: &str) -> PostId {
    match site {
        Site::X => PostId(post_id.to_owned()),
        _ => PostId(cut(&format!("{host}#{post_id}"), POST_ID_BYTES).to_owned()),
    }
}

/// The beginning of a text, at most so many bytes.
#[must_use]
pub fn cut(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A post as it was met, with what its page told around it: enough to judge it again.
#[derive(Debug, Clone)]
pub struct Met {
    /// The post's own id on its page.
    pub post_id: PostId,
    /// As it would go onto a case.
    pub snapshot: PostSnapshot,
    /// Who wrote it.
    pub author: Author,
    /// The display name, where the page shows one beside the account.
    pub author_name: String,
    /// How far it has travelled.
    pub reach: Reach,
    /// It stands on the brand's own page or account.
    pub addressed: bool,
    /// How it stands in its conversation.
    pub turn: Turn,
    /// Other posts like it that were met within the hour.
    pub similar: u32,
    /// When it was first met.
    pub seen_at: Timestamp,
}

impl Met {
    /// A post a page shows, cut to size.
    #[must_use]
    pub fn new(seen: &SeenPost, site: Site, host: &str, now: Timestamp) -> Self {
        let snapshot = snapshot(seen, site, host);
        Self {
            post_id: PostId(seen.post_id.clone()),
            author: Author {
                handle: snapshot.author.clone(),
                followers: seen.followers,
                verified: seen.verified,
            },
            author_name: cut(
                seen.author_name.as_deref().unwrap_or("").trim(),
                HANDLE_BYTES,
            )
            .to_owned(),
            reach: Reach {
                likes: seen.likes,
                replies: seen.replies,
                shares: seen.shares,
                views: seen.views,
            },
            addressed: false,
            turn: Turn::default(),
            similar: 0,
            seen_at: now,
            snapshot,
        }
    }

    /// What its author is called.
    #[must_use]
    pub fn called(&self) -> AuthorName {
        AuthorName {
            handle: self.author.handle.clone(),
            name: self.author_name.clone(),
        }
    }

    /// The post as the engine judges it.
    #[must_use]
    pub fn post(&self, brand: &BrandId) -> Post {
        Post {
            id: self.snapshot.post_id.clone(),
            text: self.snapshot.text.clone(),
            site: self.snapshot.site,
            brand: Some(brand.clone()),
            author: self.author.clone(),
            reach: self.reach,
            posted_at: self.snapshot.posted_at,
        }
    }

    /// Its site, and its name across all pages.
    #[must_use]
    pub fn key(&self) -> (Site, PostId) {
        (self.snapshot.site, self.snapshot.post_id.clone())
    }
}

/// A post and what was said of it.
#[derive(Debug, Clone)]
pub struct KnownPost {
    /// The post.
    pub met: Met,
    /// What the engine said.
    pub triage: Triage,
}

/// The posts met, oldest forgotten first.
#[derive(Debug, Default)]
pub struct Known {
    posts: BTreeMap<(Site, PostId), KnownPost>,
    order: VecDeque<(Site, PostId)>,
}

impl Known {
    /// Remembers a post, or what is now said of it.
    pub fn remember(&mut self, post: KnownPost) {
        let key = post.met.key();
        if self.posts.insert(key.clone(), post).is_none() {
            self.order.push_back(key);
        }
        while self.order.len() > REMEMBERED {
            if let Some(oldest) = self.order.pop_front() {
                self.posts.remove(&oldest);
            }
        }
    }

    /// A post, if it is remembered.
    #[must_use]
    pub fn get(&self, site: Site, key: &PostId) -> Option<&KnownPost> {
        self.posts.get(&(site, key.clone()))
    }
}

/// A post from the page, cut to size: the page is untrusted.
#[must_use]
pub fn snapshot(seen: &SeenPost, site: Site, host: &str) -> PostSnapshot {
    let author = if seen.author.trim().is_empty() {
        "?"
    } else {
        seen.author.trim()
    };
    let permalink = seen.permalink.as_deref().filter(|link| {
        link.len() <= PERMALINK_BYTES
            && (link.starts_with("https://") || link.starts_with("http://"))
    });
    PostSnapshot {
        site,
        post_id: key(site, host, cut(&seen.post_id, POST_ID_BYTES)),
        author: cut(author, HANDLE_BYTES).to_owned(),
        text: cut(&seen.text, TEXT_BYTES).to_owned(),
        permalink: permalink.map(str::to_owned),
        posted_at: seen
            .timestamp
            .as_deref()
            .and_then(|text| Timestamp::parse(text).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_forums_may_both_have_a_post_p1() {
        assert_ne!(
            key(Site::Forum, "a.test", "p1"),
            key(Site::Forum, "b.test", "p1")
        );
        assert_eq!(key(Site::X, "x.com", "1"), key(Site::X, "twitter.com", "1"));
    }

    #[test]
    fn what_a_page_says_is_cut_to_size() {
        let huge = "é".repeat(100_000);
        let seen = SeenPost {
            post_id: "p1".into(),
            author: huge.clone(),
            text: huge,
            permalink: Some("javascript:alert(1)".into()),
            timestamp: Some("gisteren".into()),
            ..SeenPost::default()
        };
        let snapshot = snapshot(&seen, Site::Forum, "forum.test");
        assert!(snapshot.text.len() <= TEXT_BYTES && snapshot.author.len() <= HANDLE_BYTES);
        assert_eq!((snapshot.permalink, snapshot.posted_at), (None, None));
    }
}
