//! What the engine says of a post; the values are those of the label guide.

use crate::id::{PostId, SignalId};
use crate::language::Language;
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A closed list of values, each with the name the label guide gives it.
macro_rules! values {
    ($(#[$doc:meta])* pub enum $type:ident { $($(#[$of:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $type {
            $($(#[$of])* #[serde(rename = $name)] $value,)*
        }

        impl $type {
            /// All values, in order.
            pub const ALL: &[Self] = &[$(Self::$value),*];

            /// The name the label guide gives it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)*
                }
            }

            /// The value of this name, if there is one.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

values! {
    /// What the post is about (M7).
    pub enum About {
        /// The organisation: policy, desk, delivery.
        Company = "company",
        /// The name, its advertising.
        Brand = "brand",
        /// Somebody's conduct.
        Employee = "employee",
        /// A thing or service bought or used.
        Product = "product",
        /// Not about this brand.
        None = "none",
    }
}

values! {
    /// The type of message (M18).
    pub enum Kind {
        /// Wants to know something.
        Question = "question",
        /// Blames.
        Complaint = "complaint",
        /// Something does not work, without blame.
        Problem = "problem",
        /// Praises.
        Compliment = "compliment",
        /// Proposes something.
        Idea = "idea",
        /// Remarks.
        Remark = "remark",
        /// Advertising, fraud, noise.
        Spam = "spam",
    }
}

values! {
    /// What decides the tone of a reply (M19).
    pub enum Situation {
        /// Safety, health, a leak or a large outage is at stake.
        Crisis = "crisis",
        /// A complaint.
        Complaint = "complaint",
        /// A regular question.
        Question = "question",
        /// Something untrue is being told.
        FactualError = "factual-error",
        /// A compliment.
        Compliment = "compliment",
        /// Anything else.
        Other = "other",
    }
}

values! {
    /// How the writer feels about the brand or its product (M20).
    pub enum Sentiment {
        /// Displeased.
        Negative = "negative",
        /// Neither.
        Neutral = "neutral",
        /// Pleased.
        Positive = "positive",
    }
}

values! {
    /// Whether the policy wants a reply (M25).
    pub enum Respond {
        /// It does.
        Yes = "yes",
        /// If there is time.
        Optional = "optional",
        /// It does not.
        No = "no",
    }
}

values! {
    /// How soon somebody must look (M26). Ordered: `None` first, `Urgent` last.
    pub enum Priority {
        /// Spam, or not about us.
        None = "none",
        /// A compliment, an idea, a remark, venting without a question.
        Low = "low",
        /// An ordinary question, complaint or problem.
        Normal = "normal",
        /// Today's problem of somebody stuck, ignored, leaving or influential.
        High = "high",
        /// Minutes count.
        Urgent = "urgent",
    }
}

values! {
    /// How much weight the author or the reach lends to the post (M22).
    pub enum Influence {
        /// Roughly 10,000 followers, 100 shares, press or politics.
        High = "high",
        /// Anybody else.
        Normal = "normal",
    }
}

values! {
    /// What a conversation is for (M97).
    pub enum Purpose {
        /// Somebody is helped.
        Service = "service",
        /// The bond is kept: compliments, banter.
        Engagement = "engagement",
        /// The name, a campaign, an idea for the product.
        Marketing = "marketing",
        /// Somebody may buy, stay or work with us.
        Sales = "sales",
        /// Press, politics, a claim: a spokesperson speaks.
        Spokesmanship = "spokesmanship",
        /// Nothing to say; the organisation should know.
        Signal = "signal",
    }
}

values! {
    /// What else there is to a post, beside its type.
    pub enum Facet {
        /// They did not turn to us, and a hand or a fact of ours would be welcome (M80, M82).
        Proactive = "proactive",
        /// Somebody who speaks well of us to others (M85).
        Ambassador = "ambassador",
        /// A competitor is named (M14).
        Competitor = "competitor",
        /// It belongs to a campaign that runs (M12).
        Campaign = "campaign",
        /// It stands under one of our advertisements (M11).
        Advertisement = "advertisement",
        /// We asked for it (M32); what nobody asked for has no such facet.
        Solicited = "solicited",
        /// It answers our own reply.
        FollowUp = "follow-up",
        /// Displeased, and nothing is asked (M30).
        Venting = "venting",
        /// Many say the same within the hour (M15).
        Trend = "trend",
    }
}

/// An output an agent may set right, and what it should have been (M20).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "field", content = "value")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Correction {
    /// What it is about.
    About(About),
    /// The type of message.
    Kind(Kind),
    /// The situation.
    Situation(Situation),
    /// The writer's sentiment.
    Sentiment(Sentiment),
    /// Whether an answer or action is wanted.
    AsksHelp(bool),
    /// Whether it is answered.
    Respond(Respond),
    /// The priority.
    Priority(Priority),
    /// The weight of author and reach.
    Influence(Influence),
    /// The topics, at most three of the brand's.
    Topics(Vec<String>),
    /// Whether it could damage the brand.
    Risk(bool),
    /// Whether it is an opening.
    Chance(bool),
    /// The language.
    Language(Language),
    /// What the conversation is for.
    Purpose(Purpose),
}

impl Correction {
    /// The field's name, as in the label guide.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::About(_) => "about",
            Self::Kind(_) => "kind",
            Self::Situation(_) => "situation",
            Self::Sentiment(_) => "sentiment",
            Self::AsksHelp(_) => "asks-help",
            Self::Respond(_) => "respond",
            Self::Priority(_) => "priority",
            Self::Influence(_) => "influence",
            Self::Topics(_) => "topics",
            Self::Risk(_) => "risk",
            Self::Chance(_) => "chance",
            Self::Language(_) => "language",
            Self::Purpose(_) => "purpose",
        }
    }
}

/// Another value of an output that the engine held possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Alternative {
    /// The value, ready to be sent as a correction.
    pub correction: Correction,
    /// How likely the engine holds it, 0 to 100.
    pub percent: u8,
}

/// What would give the post another priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Change {
    /// The sentence the agent reads.
    pub text: String,
    /// The priority it would have.
    pub priority: Priority,
}

/// When an answer is due by the brand's service level (M33, M38, M143).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Due {
    /// The first response.
    pub first: Timestamp,
    /// The substantive answer.
    pub substantive: Timestamp,
}

/// The rule of the brand's policy that decided whether to respond (M25).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Ruling {
    /// The rule, as `answers.question`.
    pub rule: String,
    /// The sentence the agent reads.
    pub text: String,
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
    /// The rule that decided so.
    pub ruling: Ruling,
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
    /// What the conversation is for.
    pub purpose: Purpose,
    /// What else there is to it.
    pub facets: Vec<Facet>,
    /// When an answer is due; none where no reply is wanted or the moment is not known.
    pub due: Option<Due>,
    /// What would give it another priority, the nearest first.
    pub changes: Vec<Change>,
    /// Other values held possible, the likeliest first.
    pub alternatives: Vec<Alternative>,
}
