//! A draft reply and what the tone check finds in it.

use crate::id::{BrandId, RuleId};
use crate::post::Site;
use crate::span::Span;
use crate::triage::{Kind, Sentiment, Situation};
use serde::{Deserialize, Serialize};

/// The post a draft answers, as far as the check needs it; what is absent is triaged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Answered {
    /// The customer's words.
    pub text: String,
    /// The type of message.
    pub kind: Option<Kind>,
    /// What decides the tone.
    pub situation: Option<Situation>,
    /// How the customer feels.
    pub sentiment: Option<Sentiment>,
}

/// A reply being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Draft {
    /// The words so far.
    pub draft: String,
    /// The brand it speaks for.
    #[serde(default)]
    pub brand: Option<BrandId>,
    /// Where it would stand.
    #[serde(default)]
    pub site: Site,
    /// Whether anybody can read it; a private message is not public.
    #[serde(default = "yes")]
    pub public: bool,
    /// First name of the agent, who signs `^Name` (M52).
    #[serde(default)]
    pub agent: Option<String>,
    /// The post it answers.
    #[serde(default)]
    pub post: Option<Answered>,
}

const fn yes() -> bool {
    true
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Severity {
    /// Worth a look; never counted.
    Hint,
    /// Better changed.
    Warn,
    /// Must not go out; the agent may override with a reason (M73).
    Block,
}

/// One fault in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// The rule that found it.
    pub rule: RuleId,
    /// The passage.
    #[serde(flatten)]
    pub span: Span,
    /// The passage's words; empty for what is missing.
    pub quote: String,
    /// How grave.
    pub severity: Severity,
    /// What is wrong, in the agent's language.
    pub message: String,
    /// What to write instead, in the agent's language.
    pub instead: String,
    /// A text to put in the passage's place, where the rule knows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement: Option<String>,
    /// The guideline the rule comes from (M79).
    pub guideline: String,
}

/// A rule that still found something in a reply when it was posted; no words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fault {
    /// The rule.
    pub rule: RuleId,
    /// How grave.
    pub severity: Severity,
}

impl Checked {
    /// What was found, as it is logged with a reply.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let found = self.findings.iter().map(|finding| Fault {
            rule: finding.rule.clone(),
            severity: finding.severity,
        });
        found.collect()
    }
}

/// What the check says of the whole draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Verdict {
    /// Fine as it is.
    Post,
    /// Better after a change.
    Improve,
    /// Must not go out.
    Block,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Checked {
    /// The verdict.
    pub verdict: Verdict,
    /// What was found, by position.
    pub findings: Vec<Finding>,
}

/// Whether a reply settles the matter or announces that an answer follows (M34).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ReplyKind {
    /// Received, an answer follows.
    Holding,
    /// The answer itself.
    Substantive,
}
