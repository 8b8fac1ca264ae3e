//! The invented posts, with ages turned into times.

use super::reply::Posted;
use super::{StageError, clock, files};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Everything the pages show.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Posts {
    /// The account that is logged in.
    pub me: Account,
    /// Who else writes.
    pub authors: Vec<Account>,
    /// The posts of X, in the order of the timeline; those with `to` are replies.
    pub posts: Vec<Post>,
}

/// An invented account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Without `@`.
    pub handle: String,
    /// The name shown.
    pub name: String,
    /// Followers.
    pub followers: u64,
    /// Whether the site calls the account verified.
    #[serde(default)]
    pub verified: bool,
    /// What the account says about itself.
    #[serde(default)]
    pub bio: String,
}

/// An invented post.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Post {
    /// A name for tests, never shown.
    pub key: String,
    /// The status id.
    pub id: String,
    /// The author's handle.
    pub by: String,
    /// The status id of the post this answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The language the site declares.
    pub lang: String,
    /// The text; may be empty when there is an image.
    pub text: String,
    /// Its age in minutes when the stage starts.
    pub minutes: i64,
    /// When it was written, RFC 3339; filled in from `minutes`.
    pub at: String,
    /// Number of replies.
    pub replies: u64,
    /// Number of reposts.
    pub reposts: u64,
    /// Number of likes.
    pub likes: u64,
    /// Number of bookmarks.
    pub bookmarks: u64,
    /// Number of views.
    pub views: u64,
    /// An advertisement.
    pub promoted: bool,
    /// Pinned to the top.
    pub pinned: bool,
    /// Shown cut off, with a link to the rest.
    pub partial: bool,
    /// Who reposted it into this timeline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reposted_by: Option<String>,
    /// The post it quotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// The image below the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
}

/// A quoted post.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The author's handle.
    pub by: String,
    /// The language the site declares.
    pub lang: String,
    /// The text.
    pub text: String,
    /// Its age in minutes when the stage starts.
    pub minutes: i64,
    /// When it was written, RFC 3339; filled in from `minutes`.
    #[serde(default)]
    pub at: String,
}

/// An image, drawn by us.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// What it shows, in words.
    pub alt: String,
    /// Its colour, in degrees.
    pub hue: u16,
}

impl Posts {
    /// Reads `posts.json`; ages count back from now.
    pub(super) fn read(root: &Path) -> Result<Self, StageError> {
        let path = root.join("posts.json");
        let text = files::text(path.clone())?;
        let mut posts: Self =
            serde_json::from_str(&text).map_err(|source| StageError::Posts { path, source })?;
        let now = clock::now();
        for post in &mut posts.posts {
            post.at = ago(now, post.minutes);
            if let Some(quote) = &mut post.quote {
                quote.at = ago(now, quote.minutes);
            }
        }
        Ok(posts)
    }

    /// The same with what was posted since, newest first.
    pub(super) fn with(&self, posted: &[Posted]) -> Self {
        let new = posted.iter().rev().map(|reply| Post {
            id: reply.id.clone(),
            by: self.me.handle.clone(),
            to: reply.to.clone(),
            lang: "nl".to_owned(),
            text: reply.text.clone(),
            at: reply.at.clone(),
            ..Post::default()
        });
        let posts = new.chain(self.posts.iter().cloned()).collect();
        Self {
            me: self.me.clone(),
            authors: self.authors.clone(),
            posts,
        }
    }
}

fn ago(now: Timestamp, minutes: i64) -> String {
    let then = now
        .checked_sub(SignedDuration::from_mins(minutes))
        .unwrap_or(now);
    format!("{then:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stage;
    use std::collections::BTreeSet;

    #[test]
    fn every_post_has_an_author_an_id_and_a_parent_that_exist() {
        let posts = Posts::read(&Stage::folder()).unwrap();
        let handles: BTreeSet<_> = posts
            .authors
            .iter()
            .chain([&posts.me])
            .map(|it| it.handle.as_str())
            .collect();
        let ids: BTreeSet<_> = posts.posts.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids.len(), posts.posts.len());
        for post in &posts.posts {
            assert!(handles.contains(post.by.as_str()), "{}", post.key);
            assert!(
                post.to.as_deref().is_none_or(|to| ids.contains(to)),
                "{}",
                post.key
            );
            assert!(post.text.chars().count() <= 280, "{}", post.key);
            assert!(
                post.at.parse::<Timestamp>().unwrap() < clock::now(),
                "{}",
                post.key
            );
        }
    }
}
