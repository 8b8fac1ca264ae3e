//! A tone rule: data, with its doc, its examples and its tests in one file.
//!
//! The built-in rules (`crates/tone/rules/<lang>/<id>.toml`) and the house rules of a
//! brand (`tone/<id>.toml`) have this same format.

use serde::{Deserialize, Serialize};
use toonvast_model::draft::Severity;
use toonvast_model::id::RuleId;
use toonvast_model::language::Language;
use toonvast_model::triage::Situation;

/// A tone rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id: the file's name; it names what is wrong. Filled when the file is read.
    #[serde(default = "unnamed")]
    pub id: RuleId,
    /// The language of drafts it reads: the folder's name. Filled when the file is read.
    #[serde(default = "undetermined")]
    pub lang: Language,
    /// What it belongs to, as `help`.
    pub group: String,
    /// How grave a finding is.
    pub severity: Severity,
    /// What is wrong, in the rule's language.
    pub summary: String,
    /// Why it matters.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// The guideline it comes from.
    pub source: String,
    /// The kind of check and its data.
    pub check: Check,
    /// When it applies; everything when absent.
    #[serde(default)]
    pub when: When,
    /// What it must and must not flag.
    #[serde(default)]
    pub examples: Examples,
}

fn unnamed() -> RuleId {
    RuleId(String::new())
}

const fn undetermined() -> Language {
    Language::Und
}

/// The kinds of check. When none fits a rule, a kind is written, not a special rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum Check {
    /// One of these words or phrases stands in the draft.
    Words {
        /// The words; `*` at the end stands for any ending.
        words: Vec<String>,
        /// Phrases in which they are fine.
        #[serde(default)]
        except: Vec<String>,
    },
}

/// When a rule applies; an empty list means always.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// Situations of the post being answered.
    pub situation: Vec<Situation>,
    /// Only public, or only private replies.
    pub public: Option<bool>,
}

/// What a rule must flag and must allow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Examples {
    /// Drafts it must flag.
    pub flags: Vec<Example>,
    /// Drafts it must allow.
    pub allows: Vec<Example>,
}

/// A draft, and the post it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The customer's words.
    #[serde(default)]
    pub post: String,
    /// The situation of the post; triaged when absent.
    #[serde(default)]
    pub situation: Option<Situation>,
    /// The draft.
    pub draft: String,
    /// Whether the reply is public; it is, unless said otherwise.
    #[serde(default)]
    pub public: Option<bool>,
    /// The passage flagged; empty for what is missing. Not compared when absent.
    #[serde(default)]
    pub quote: Option<String>,
}
