//! A brand's folder: parse, validate, import.
//!
//! What parsed cannot fail later: every [`Brand`] made by [`Brand::parse`], [`Brand::from_json`]
//! or serde is valid.
//!
//! Below the engine nothing does IO. The one exception in this crate is [`mod@folder`], which only
//! reads and writes a brand's files, is absent from WASM, and stands here so that server and
//! command line read a folder in the same way; everything else takes text.

pub mod error;
pub mod example;
pub mod files;
#[cfg(not(target_arch = "wasm32"))]
pub mod folder;
pub mod guide;
pub mod import;
pub mod library;
mod parse;
pub mod policy;
mod print;
pub mod rule;
mod validate;

use serde::{Deserialize, Serialize};
use toonvast_model::id::BrandId;

pub use error::{BrandError, Fault, Place};
pub use files::BrandFiles;
pub use parse::MAX_JSON;

/// A brand: its policy, tone guide, reply library. Plain data, the same everywhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "parse::Unchecked")]
pub struct Brand {
    /// The folder's name.
    pub id: BrandId,
    /// `policy.toml`: names, products, topics, weights, what is answered.
    pub policy: policy::Policy,
    /// `tone/guide.toml`: form of address, humour, emoji, words.
    pub guide: guide::Guide,
    /// The other `tone/*.toml`: house rules of the brand, by id and language.
    pub rules: Vec<rule::Rule>,
    /// `replies/*.toml`: canned replies, by file and then as they stand in it.
    pub library: Vec<library::CannedReply>,
    /// `examples/*.txt`: posts and drafts with their expected outcome, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<example::BrandExample>,
}
