//! A draft reply and what the tone check finds in it.

use crate::id::{BrandId, PostId, RuleId};
use crate::meters::Meters;
use crate::post::Site;
use crate::span::Span;
use crate::timestamp::Timestamp;
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
    /// Who wrote it, where that is known.
    pub author: Option<AuthorName>,
}

/// What the author of a post is called, for those who answer by name; both may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AuthorName {
    /// The account, with or without `@`.
    pub handle: String,
    /// The display name.
    pub name: String,
}

/// Another post in sight of whoever writes a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OtherPost {
    /// Who wrote it.
    pub author: AuthorName,
    /// The words.
    pub text: String,
}

/// A public reply the team gave lately, with the post it answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RecentReply {
    /// Its id, by which a finding names it when nothing else is known.
    pub id: String,
    /// The words.
    pub text: String,
    /// The words it answered; empty when they are not known (any more).
    pub post: String,
    /// The post it answered: a draft that answers the same one is not compared with it.
    pub answers: Option<PostId>,
    /// Who gave it.
    pub who: String,
    /// When.
    pub at: Option<Timestamp>,
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
    /// What is said of a draft without words: nothing.
    #[must_use]
    pub const fn nothing() -> Self {
        Self {
            verdict: Verdict::Post,
            findings: Vec::new(),
            proposal: None,
            meters: None,
        }
    }

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

/// A fault in the grammar of a text, as a grammar check beside the engine found it; the
/// engine decides whether it becomes a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GrammarFault {
    /// The passage.
    #[serde(flatten)]
    pub span: Span,
    /// The check and its rule, as `Harper ModalOf`.
    pub why: String,
    /// What is wrong, in English.
    pub message: String,
    /// A text to put in the passage's place, empty to take it out; `None` where more than
    /// one would do.
    pub replacement: Option<String>,
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
    /// How to part the draft, where some of it belongs in private (M48, M49).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    /// What is measured beside it; absent where there are no words to measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meters: Option<Box<Meters>>,
}

/// A public draft in two: what may stand there, and what goes to the customer alone (M48).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Proposal {
    /// Acknowledges in public and asks to go on in private; the check finds nothing in it.
    pub public: String,
    /// The draft's own sentences that settle the matter or hold personal data.
    pub private: String,
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
