//! A post: what somebody wrote, where, and how far it reaches.

use crate::id::{BrandId, PostId};
use crate::timestamp::Timestamp;
use crate::triage::Correction;
use serde::{Deserialize, Serialize};

/// The kind of place a post stands in (M8).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Site {
    /// X, formerly Twitter.
    X,
    /// Facebook.
    Facebook,
    /// A forum.
    Forum,
    /// A review site.
    Review,
    /// Comments under a news item.
    NewsComment,
    /// Anywhere else.
    #[default]
    #[serde(other)]
    Other,
}

/// Who wrote a post.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Author {
    /// The handle as the site shows it, with or without `@`.
    pub handle: String,
    /// Followers, where the page shows them.
    pub followers: Option<u64>,
    /// Whether the site calls the author verified.
    pub verified: bool,
}

/// How far a post has travelled; `None` where the page does not say (M23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reach {
    /// Likes.
    pub likes: Option<u64>,
    /// Replies or comments.
    pub replies: Option<u64>,
    /// Reposts or shares.
    pub shares: Option<u64>,
    /// Views.
    pub views: Option<u64>,
}

/// What somebody wrote, as the engine judges it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Post {
    /// The post's own id within its site.
    pub id: PostId,
    /// The words.
    pub text: String,
    /// Where it stands.
    #[serde(default)]
    pub site: Site,
    /// The brand whose team reads it.
    #[serde(default)]
    pub brand: Option<BrandId>,
    /// Who wrote it.
    #[serde(default)]
    pub author: Author,
    /// How far it travelled.
    #[serde(default, deserialize_with = "null_as_default")]
    pub reach: Reach,
    /// When it was written, if the page says so exactly.
    #[serde(default)]
    pub posted_at: Option<Timestamp>,
}

fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// What is known around a post; all that triage may look at beside the post and the brand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Context {
    /// The present moment; without it nothing is said about waiting time.
    pub now: Option<Timestamp>,
    /// The post reached us on the brand's own page or account, or in a thread with it,
    /// so that it is about the brand even if it does not name it.
    pub addressed: bool,
    /// The brand has already replied to this post.
    pub answered: bool,
    /// Earlier posts to the brand by the same author that we know of.
    pub earlier_posts: u32,
    /// It replies to an answer of ours.
    pub follow_up: bool,
    /// It stands under an advertisement or post of ours (M11).
    pub under_ad: bool,
    /// We asked for it, as in a survey (M32).
    pub solicited: bool,
    /// Other posts like it that were met within the last hour (M15, M24).
    pub similar: u32,
    /// What agents have set right in this very post.
    pub corrections: Vec<Correction>,
}
