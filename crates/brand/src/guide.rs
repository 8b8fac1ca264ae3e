//! `tone/guide.toml`: how the brand speaks.

use crate::rule::phrase::Phrase;
use serde::{Deserialize, Serialize};
use toonvast_model::id::RuleId;
use toonvast_model::triage::Situation;

/// The tone guide (M56).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Guide {
    /// *je* or *u*.
    pub form_of_address: FormOfAddress,
    /// Where humour is welcome (M60).
    pub humour: Humour,
    /// Emoji: how many, and where never.
    pub emoji: EmojiPolicy,
    /// Words the brand replaces by others.
    pub say: Vec<Wording>,
    /// Words customers do not know.
    pub jargon: Vec<String>,
    /// Words that look like jargon or English and are plain here.
    pub plain: Vec<String>,
    /// Ids of built-in rules the brand silences.
    pub silence: Vec<String>,
    /// The code of conduct, sentence by sentence, each with the rules that check it.
    pub guidelines: Vec<Guideline>,
    /// Prose for people.
    pub notes: String,
    /// Topics that replies never touch (M78).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<Forbidden>,
}

/// One sentence of the brand's code of conduct (M79).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guideline {
    /// The sentence, as agents know it.
    pub text: String,
    /// Ids of the rules that check it; none where only people can.
    #[serde(default)]
    pub rules: Vec<RuleId>,
}

impl Default for Guide {
    fn default() -> Self {
        Self {
            form_of_address: FormOfAddress::Je,
            humour: Humour::Positive,
            emoji: EmojiPolicy::default(),
            say: Vec::new(),
            jargon: Vec::new(),
            plain: Vec::new(),
            silence: Vec::new(),
            guidelines: Vec::new(),
            notes: String::new(),
            forbidden: Vec::new(),
        }
    }
}

/// How customers are addressed in Dutch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormOfAddress {
    /// Informal.
    Je,
    /// Formal.
    U,
}

/// Where humour is welcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Humour {
    /// Nowhere.
    None,
    /// With compliments and cheerful remarks.
    Positive,
    /// With ordinary questions too; never with complaints or crises.
    Light,
}

/// Emoji in replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EmojiPolicy {
    /// At most so many in one reply.
    pub max: u32,
    /// Situations in which there is none.
    pub never_on: Vec<Situation>,
}

impl Default for EmojiPolicy {
    fn default() -> Self {
        Self {
            max: 1,
            never_on: vec![
                Situation::Complaint,
                Situation::Crisis,
                Situation::FactualError,
            ],
        }
    }
}

/// Say this, not that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The word the brand does not use.
    pub not: String,
    /// What it says instead.
    pub but: String,
}

/// A topic that is never spoken of, as a lawsuit or next year's prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forbidden {
    /// What touches it.
    pub words: Vec<Phrase>,
    /// Why not, for the agent.
    pub why: String,
    /// What to say instead; empty where there is nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instead: String,
}
