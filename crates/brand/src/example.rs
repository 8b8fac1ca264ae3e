//! `examples/*.txt`: posts and drafts with the outcome the brand expects.
//!
//! A post, and after `=>` what triage must say of it; any field of the label guide, and
//! `suggests` with the id of a canned reply or `none`:
//! ```text
//! post: Mijn slot gaat niet meer open en ik moet zo naar mijn werk
//! site: x
//! =>
//! kind: problem
//! priority: high
//! suggests: slot-open
//! ```
//! A draft, after `---`, with carets under each passage that must be flagged and `: rule`
//! for what is missing; nothing else may be flagged (hints do not count):
//! ```text
//! post: Wat een waardeloze service, wacht al 3 weken
//! situation: complaint
//! ---
//! Haha, geduld is een schone zaak! Bel ons even. ^Eva
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ humour-in-negative
//! : no-empathy
//! ```
//! A line that starts with two spaces continues the line above it.

mod fault;
mod mark;
mod print;
mod read;

use serde::{Deserialize, Serialize};
use toonvast_model::id::{ReplyId, RuleId};
use toonvast_model::language::Language;
use toonvast_model::post::Site;
use toonvast_model::span::Span;
use toonvast_model::triage::{About, Influence, Kind, Priority, Respond, Sentiment, Situation};

pub use fault::ExampleFault;

/// One example: its name is that of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrandExample {
    /// The file's name without `.txt`.
    pub name: String,
    /// The customer's words; a draft that answers nothing has none.
    pub post: String,
    /// Where it stands; `x` unless said otherwise.
    pub site: Site,
    /// Whether the post reached us on our own account; it did, unless said otherwise.
    pub addressed: bool,
    /// Followers of the author, where they matter.
    #[serde(default)]
    pub followers: Option<u64>,
    /// Shares of the post, where they matter.
    #[serde(default)]
    pub shares: Option<u64>,
    /// What must come out.
    pub expect: Expect,
}

/// What must come out of an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expect {
    /// Of the post.
    Post(Box<ExpectedPost>),
    /// Of a draft that answers it.
    Draft(Box<ExpectedDraft>),
}

/// What triage and the library must say of a post; what is absent is not compared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExpectedPost {
    /// Its language.
    pub language: Option<Language>,
    /// What it is about.
    pub about: Option<About>,
    /// The type of message.
    pub kind: Option<Kind>,
    /// What decides the tone.
    pub situation: Option<Situation>,
    /// How the writer feels.
    pub sentiment: Option<Sentiment>,
    /// Whether help is wanted.
    pub asks_help: Option<bool>,
    /// Whether a reply is wanted.
    pub respond: Option<Respond>,
    /// How soon.
    pub priority: Option<Priority>,
    /// The weight of author and reach.
    pub influence: Option<Influence>,
    /// Topics it must have, among others.
    pub topics: Option<Vec<String>>,
    /// Could damage the brand.
    pub risk: Option<bool>,
    /// An opening.
    pub chance: Option<bool>,
    /// What the library must propose.
    pub suggests: Option<Suggests>,
}

/// What the library must propose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suggests {
    /// Nothing.
    None,
    /// This reply, among others.
    Reply(ReplyId),
}

/// A draft and the findings it must have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedDraft {
    /// The draft.
    pub draft: String,
    /// Whether anybody can read it; anybody can, unless said otherwise.
    pub public: bool,
    /// Who signs it.
    pub agent: Option<String>,
    /// The situation of the post; triaged when absent.
    pub situation: Option<Situation>,
    /// The findings, hints apart, by position.
    pub findings: Vec<ExpectedFinding>,
}

/// A finding a draft must have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedFinding {
    /// The passage, in bytes of the draft; [`Span::MISSING`] for what is missing.
    pub span: Span,
    /// The rule.
    pub rule: RuleId,
}
