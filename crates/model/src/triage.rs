//! What the engine says of a post; the values are those of the label guide.

use crate::id::{PostId, SignalId};
use crate::language::Language;
use serde::{Deserialize, Serialize};

/// What the post is about (M7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum About {
    /// The organisation: policy, desk, delivery.
    Company,
    /// The name, its advertising.
    Brand,
    /// Somebody's conduct.
    Employee,
    /// A thing or service bought or used.
    Product,
    /// Not about this brand.
    None,
}

/// The type of message (M18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Kind {
    /// Wants to know something.
    Question,
    /// Blames.
    Complaint,
    /// Something does not work, without blame.
    Problem,
    /// Praises.
    Compliment,
    /// Proposes something.
    Idea,
    /// Remarks.
    Remark,
    /// Advertising, fraud, noise.
    Spam,
}

/// What decides the tone of a reply (M19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Situation {
    /// Safety, health, a leak or a large outage is at stake.
    Crisis,
    /// A complaint.
    Complaint,
    /// A regular question.
    Question,
    /// Something untrue is being told.
    FactualError,
    /// A compliment.
    Compliment,
    /// Anything else.
    Other,
}

/// How the writer feels about the brand or its product (M20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Sentiment {
    /// Displeased.
    Negative,
    /// Neither.
    Neutral,
    /// Pleased.
    Positive,
}

/// Whether the policy wants a reply (M25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Respond {
    /// It does.
    Yes,
    /// If there is time.
    Optional,
    /// It does not.
    No,
}

/// How soon somebody must look (M26). Ordered: `None` first, `Urgent` last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Priority {
    /// Spam, or not about us.
    None,
    /// A compliment, an idea, a remark, venting without a question.
    Low,
    /// An ordinary question, complaint or problem.
    Normal,
    /// Today's problem of somebody stuck, ignored, leaving or influential.
    High,
    /// Minutes count.
    Urgent,
}

/// How much weight the author or the reach lends to the post (M22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Influence {
    /// Roughly 10,000 followers, 100 shares, press or politics.
    High,
    /// Anybody else.
    Normal,
}

/// One signal that fired, and what it contributed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reason {
    /// The signal.
    pub signal: SignalId,
    /// Points it added to the score; negative lowers it.
    pub points: i32,
    /// The sentence the agent reads.
    pub text: String,
}

/// What the engine says of one post. A priority never comes without its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Triage {
    /// The post judged.
    pub id: PostId,
    /// Its language.
    pub language: Language,
    /// What it is about.
    pub about: About,
    /// The type of message.
    pub kind: Kind,
    /// What decides the tone of a reply.
    pub situation: Situation,
    /// How the writer feels.
    pub sentiment: Sentiment,
    /// Whether an answer or action is wanted; false is venting or a remark (M30).
    pub asks_help: bool,
    /// Whether the policy wants a reply.
    pub respond: Respond,
    /// How soon.
    pub priority: Priority,
    /// The weight of author and reach.
    pub influence: Influence,
    /// One to three of the brand's topics; empty when it is not about the brand (M21).
    pub topics: Vec<String>,
    /// Could damage the brand if left (M28).
    pub risk: bool,
    /// An opening: sales, ambassador, engaging reply, product idea (M28).
    pub chance: bool,
    /// Sum of the reasons' points; orders posts within one priority.
    pub score: i32,
    /// The signals that fired, largest contribution first.
    pub reasons: Vec<Reason>,
}
