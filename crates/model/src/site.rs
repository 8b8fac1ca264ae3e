//! A site pack: how to find posts and composers on one site, as data.

use crate::post::Site;
use serde::{Deserialize, Serialize};

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
}
