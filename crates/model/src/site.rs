//! A site pack: how to find posts and composers on one site, as data.
//!
//! The code inside the page interprets it (`extension/page/read.js`); a pack that passed
//! [`SitePack::validate`] can at worst find nothing, which its health checks report.

mod invalid;
mod reader;

pub use invalid::InvalidPack;
pub use reader::{
    Answers, ComposerReader, Editor, HealthCheck, Lines, Order, PostReader, Strategy, TextReader,
};

use crate::post::Site;
use serde::{Deserialize, Serialize};

/// How the site counts the length of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Length {
    /// One for each character.
    #[default]
    Characters,
    /// X's weights: a link counts 23, CJK and emoji 2.
    Weighted,
}

/// How to read one site. Written in `extension/sites/<site>.toml`.
///
/// Every `Vec` of strategies is tried in order; the first that yields something wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SitePack {
    /// The pack's name, as `x`.
    pub id: String,
    /// The kind of site.
    pub site: Site,
    /// Hosts it is for: `x.com`, or `*.x.com` for every host below. Empty for software that
    /// stands under any host, such as a forum: then `detect` decides.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Selectors, any of which shows that a page is of this kind; needed where `hosts` is empty.
    #[serde(default)]
    pub detect: Vec<String>,
    /// The longest post the site takes, counted as `length` says.
    #[serde(default)]
    pub limit: Option<u32>,
    /// How the site counts.
    #[serde(default)]
    pub length: Length,
    /// The account the agent is signed in with.
    #[serde(default)]
    pub account: Vec<Strategy>,
    /// How to read a post.
    pub post: PostReader,
    /// Where replies are written; the first that fits an editor wins.
    #[serde(default)]
    pub composers: Vec<ComposerReader>,
    /// What a page of this site must show; what fails is reported.
    #[serde(default)]
    pub health: Vec<HealthCheck>,
}

impl SitePack {
    /// Whether the pack names this host. A pack without hosts names none: see `detect`.
    #[must_use]
    pub fn is_for(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        self.hosts
            .iter()
            .any(|known| match known.strip_prefix("*.") {
                Some(parent) => host
                    .strip_suffix(parent)
                    .is_some_and(|below| below.len() > 1 && below.ends_with('.')),
                None => host == *known,
            })
    }

    /// Checks what the types cannot say, so that the page never meets a pack it cannot use.
    ///
    /// # Errors
    /// The first fault found, with the place and what to write instead. Selectors are checked
    /// for length and balance only; that they mean what they should is for the pack's pages.
    pub fn validate(&self) -> Result<(), InvalidPack> {
        invalid::check(self)
    }
}

#[cfg(test)]
mod tests;
