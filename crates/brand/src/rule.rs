//! A tone rule: data, with its doc, its examples and its tests in one file.
//!
//! The built-in rules (`crates/tone/rules/<lang>/<id>.toml`) and the house rules of a
//! brand (`tone/<id>.toml`) have this same format.

use serde::{Deserialize, Serialize};
use toonvast_model::draft::{AuthorName, OtherPost, RecentReply, Severity};
use toonvast_model::id::RuleId;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Sentiment, Situation};

mod act;
mod check;
mod group;
pub mod phrase;

pub use act::{Learnt, SpeechAct};
pub use check::*;
pub use group::{Aspect, Group};

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
    pub group: Group,
    /// How grave a finding is.
    pub severity: Severity,
    /// What is wrong, in the rule's language.
    pub summary: String,
    /// Why it matters.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// Where it comes from: a number of ours, as `M51`, or what a brand calls its guideline.
    pub source: String,
    /// Summary and advice for agents who read Dutch, where the rule's own texts are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nl: Option<Said>,
    /// Summary and advice for agents who read English, where the rule's own texts are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Said>,
    /// The kind of check and its data.
    pub check: Check,
    /// What it takes from the learnt reading of sentences, beside the check; nothing when
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learnt: Option<Learnt>,
    /// When it applies; everything when absent.
    #[serde(default)]
    pub when: When,
    /// What it must and must not flag.
    #[serde(default)]
    pub examples: Examples,
}

/// What a finding says, in another language than the rule's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// What is wrong.
    pub summary: String,
    /// What to do instead.
    pub instead: String,
    /// Why it matters; the rule's own words when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Rule {
    /// What is wrong and what to do instead, in the agent's language where the rule has it.
    #[must_use]
    pub fn said(&self, locale: Locale) -> (&str, &str) {
        self.translated(locale)
            .map_or((&self.summary, &self.instead), |said| {
                (&said.summary, &said.instead)
            })
    }

    /// Why it matters, in the agent's language where the rule has it.
    #[must_use]
    pub fn reason(&self, locale: Locale) -> &str {
        self.translated(locale)
            .and_then(|said| said.why.as_deref())
            .unwrap_or(&self.why)
    }

    /// The guideline an agent is told of: the brand's own name for it, else the group's (M79).
    #[must_use]
    pub fn guideline(&self, locale: Locale) -> &str {
        let number = self.source.strip_prefix('M');
        let ours = number.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        if ours {
            self.group.guideline(locale)
        } else {
            &self.source
        }
    }

    const fn translated(&self, locale: Locale) -> Option<&Said> {
        match locale {
            Locale::Nl => self.nl.as_ref(),
            Locale::En => self.en.as_ref(),
        }
    }
}

fn unnamed() -> RuleId {
    RuleId(String::new())
}

const fn undetermined() -> Language {
    Language::Und
}

/// When a rule applies; an empty list means always.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// Situations of the post being answered.
    pub situation: Vec<Situation>,
    /// Types of message of the post being answered.
    pub kind: Vec<Kind>,
    /// How the customer feels.
    pub sentiment: Vec<Sentiment>,
    /// Where the reply would stand.
    pub site: Vec<Site>,
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
    /// The type of message; triaged when absent.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// How the customer feels; triaged when absent.
    #[serde(default)]
    pub sentiment: Option<Sentiment>,
    /// Where the reply would stand; X when absent.
    #[serde(default)]
    pub site: Option<Site>,
    /// First name of the agent; whoever signed when absent.
    #[serde(default)]
    pub agent: Option<String>,
    /// Who wrote the post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<AuthorName>,
    /// The account the agent is signed in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// What the team replied lately.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<RecentReply>,
    /// Other posts in sight.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherPost>,
    /// The draft.
    pub draft: String,
    /// Whether the reply is public; it is, unless said otherwise.
    #[serde(default)]
    pub public: Option<bool>,
    /// The passage flagged; empty for what is missing. Not compared when absent.
    #[serde(default)]
    pub quote: Option<String>,
}
