//! `policy.toml`: who the brand is and what it answers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toonvast_model::post::Site;

/// Names, products, topics, and how posts are weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The brand's name as customers know it.
    pub name: String,
    /// What it does, in a few words.
    #[serde(default)]
    pub sector: String,
    /// The brand's own accounts.
    #[serde(default)]
    pub handles: Vec<Handle>,
    /// Other ways customers write the name, misspellings included.
    #[serde(default)]
    pub other_spellings: Vec<String>,
    /// Phrases in which the name means something else.
    #[serde(default)]
    pub homonyms: Vec<String>,
    /// Products and services.
    #[serde(default)]
    pub products: Vec<String>,
    /// Competitors.
    #[serde(default)]
    pub competitors: Vec<String>,
    /// Topics, each with words that point to it.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Opening hours of the team.
    #[serde(default)]
    pub hours: Vec<Hours>,
    /// First names of the agents, who sign with them.
    #[serde(default)]
    pub agents: Vec<String>,
    /// Short true statements about the brand.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Points by signal id, where the brand weighs a signal otherwise than by default; 0 silences it.
    #[serde(default)]
    pub weights: BTreeMap<String, i32>,
}

/// An account of the brand on a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handle {
    /// The site.
    pub site: Site,
    /// The account, without `@`.
    pub name: String,
}

/// A subject posts are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name, as `track-and-trace`.
    pub name: String,
    /// Words and phrases that point to it, beside the name itself.
    #[serde(default)]
    pub words: Vec<String>,
}

/// When the team is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// Days, as `mon-fri`, `sat`.
    pub days: String,
    /// From, as `08:00`, local time.
    pub from: String,
    /// To, as `21:00`, local time.
    pub to: String,
}
