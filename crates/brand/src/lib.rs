//! A brand's folder: parse, validate, import.
//!
//! What parsed cannot fail later: every [`Brand`] in the house is valid.

pub mod guide;
pub mod library;
pub mod policy;
pub mod rule;

use serde::{Deserialize, Serialize};
use toonvast_model::id::BrandId;

/// A brand: its policy, tone guide, reply library. Plain data, the same everywhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Brand {
    /// The folder's name.
    pub id: BrandId,
    /// `policy.toml`: names, products, topics, weights, what is answered.
    pub policy: policy::Policy,
    /// `tone/guide.toml`: form of address, humour, emoji, words.
    pub guide: guide::Guide,
    /// The other `tone/*.toml`: house rules of the brand.
    pub rules: Vec<rule::Rule>,
    /// `replies/*.toml`: canned replies.
    pub library: Vec<library::CannedReply>,
}
