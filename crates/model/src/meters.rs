//! What is measured of a draft beside its findings: content and style apart (M76), how human
//! it sounds (M64), how easy it reads (M71), and where it could be taken wrongly (M72).
//!
//! Meters advise; no verdict follows from them.

use crate::id::RuleId;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// All that is measured of one draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Meters {
    /// What it says.
    pub content: Score,
    /// How it says it.
    pub style: Score,
    /// How human it sounds; absent where it is neither Dutch nor English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<VoiceMeter>,
    /// How easy it reads; absent where it is neither Dutch nor English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readability: Option<Readability>,
    /// Where it could be taken wrongly, by position.
    pub misreading: Vec<Misreading>,
}

/// What a text is measured for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Meter {
    /// What it says (M76).
    Content,
    /// How it says it (M76).
    Style,
    /// How human it sounds (M64).
    Voice,
    /// How easy it reads (M71).
    Readability,
    /// Where it could be taken wrongly (M72).
    Misreading,
}

/// Points from 0 to 100: 100 less what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Score {
    /// 0 to 100.
    pub score: u8,
    /// What it lost, in the order of the text, meters last.
    pub costs: Vec<Cost>,
}

/// Points lost, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Cost {
    /// What took them.
    pub by: CostBy,
    /// How many; a score never goes below 0, however much is lost.
    pub points: u8,
    /// Why, in the agent's language.
    pub text: String,
}

/// What takes points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum CostBy {
    /// A rule's finding.
    Rule(RuleId),
    /// Another meter.
    Meter(Meter),
}

/// Words of the draft and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Passage {
    /// Where, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub quote: String,
}

impl Passage {
    /// The passage of `text` that a span covers.
    #[must_use]
    pub fn of(span: Span, text: &str) -> Self {
        Self {
            span,
            quote: span.of(text).to_owned(),
        }
    }
}

/// Conversational human voice, by the three groups of the instrument of van Hooijdonk and
/// Liebrecht (*Tijdschrift voor Taalbeheersing* 40, 2018), made for Dutch webcare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VoiceMeter {
    /// The groups weighed together, 0 to 100.
    pub score: u8,
    /// The three groups, in the instrument's order.
    pub parts: Vec<VoicePart>,
    /// What would help most, on the lowest group, in the agent's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// How the customer writes and how the reply does (M65).
    pub register: RegisterMatch,
}

/// A group of the instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum VoiceGroup {
    /// Person to person: greeting, name, je or u, ik or wij, signature.
    Personalisation,
    /// As people talk: everyday forms, interjections, emoji, exclamation.
    InformalSpeech,
    /// Open to the other: acknowledging, apology, sympathy, thanks, wishes, dialogue, humour.
    InvitationalRhetoric,
}

/// One group and what it earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VoicePart {
    /// The group.
    pub group: VoiceGroup,
    /// 0 to 100, of what fits the situation.
    pub score: u8,
    /// What earned it.
    pub marks: Vec<VoiceMark>,
}

/// One element of the instrument, found in the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VoiceMark {
    /// The element.
    pub element: VoiceElement,
    /// Its name, in the agent's language.
    pub label: String,
    /// What it earned in its group; the group stops at 100.
    pub points: u8,
    /// The words that earned it; once or often earns the same.
    pub words: Vec<Passage>,
}

/// The elements of the instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum VoiceElement {
    /// A greeting.
    Greeting,
    /// The customer's name.
    CustomerName,
    /// The customer is spoken to: je, u, you.
    Addressing,
    /// The agent speaks: ik, wij, I, we.
    FirstPerson,
    /// The agent's name at the end.
    Signature,
    /// Short and everyday forms.
    Everyday,
    /// Contractions, in English.
    Contraction,
    /// Somebody does it, rather than it is being done.
    ActiveVoice,
    /// An exclamation mark.
    Exclamation,
    /// Oei, haha, wow.
    Interjection,
    /// Emoji and emoticons.
    Emoji,
    /// Letters drawn out, as the voice does.
    Stretched,
    /// What the customer says is taken as said.
    Acknowledging,
    /// Thanks.
    Thanks,
    /// An apology.
    Apology,
    /// Feeling with the customer.
    Sympathy,
    /// Seeing why the customer thinks so.
    Understanding,
    /// Wishing well.
    Wish,
    /// Inviting an answer.
    Dialogue,
    /// A joke where there is something to laugh about.
    Humour,
}

impl VoiceElement {
    /// The group it belongs to.
    #[must_use]
    pub const fn group(self) -> VoiceGroup {
        match self {
            Self::Greeting
            | Self::CustomerName
            | Self::Addressing
            | Self::FirstPerson
            | Self::Signature => VoiceGroup::Personalisation,
            Self::Everyday
            | Self::Contraction
            | Self::ActiveVoice
            | Self::Exclamation
            | Self::Interjection
            | Self::Emoji
            | Self::Stretched => VoiceGroup::InformalSpeech,
            Self::Acknowledging
            | Self::Thanks
            | Self::Apology
            | Self::Sympathy
            | Self::Understanding
            | Self::Wish
            | Self::Dialogue
            | Self::Humour => VoiceGroup::InvitationalRhetoric,
        }
    }
}

/// How formal somebody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Register {
    /// As in a letter.
    Formal,
    /// Neither.
    Neutral,
    /// As among friends.
    Casual,
}

/// Whether a reply is written as the customer writes (M65).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RegisterMatch {
    /// How the customer writes.
    pub customer: Register,
    /// How the reply is written.
    pub reply: Register,
    /// What to do where they differ, in the agent's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
}

/// How easy a draft reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Readability {
    /// Reading ease, 0 hardest to 100 easiest: Flesch-Douma in Dutch, Flesch in English.
    pub score: u8,
    /// Words counted; addresses, handles and hashtags are none.
    pub words: u32,
    /// Sentences counted.
    pub sentences: u32,
    /// The reading level.
    pub level: Level,
    /// Whether there is text enough for the score to say something.
    pub enough: bool,
    /// Sentences that are hard to read, in order.
    pub hard: Vec<HardSentence>,
    /// Office words and what to say for them, in order.
    pub difficult: Vec<DifficultWord>,
    /// What would help most, in the agent's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
}

/// A reading level by the names of the Common European Framework. The framework rates
/// readers, not texts; for texts these are the customary names of reading-ease bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Level {
    /// Easier than asked.
    A2,
    /// What almost everybody reads with ease: the target (M71).
    B1,
    /// For practised readers.
    B2,
    /// Hard.
    C1,
    /// For specialists.
    C2,
}

impl Level {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A2 => "A2",
            Self::B1 => "B1",
            Self::B2 => "B2",
            Self::C1 => "C1",
            Self::C2 => "C2",
        }
    }
}

/// A sentence that is hard to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HardSentence {
    /// The sentence.
    #[serde(flatten)]
    pub passage: Passage,
    /// Its words.
    pub words: u32,
    /// The hard ones among them.
    pub hard_words: Vec<String>,
    /// Why it is hard, in the agent's language.
    pub why: String,
}

/// An office word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DifficultWord {
    /// The word.
    #[serde(flatten)]
    pub passage: Passage,
    /// A plain wording.
    pub plain: String,
}

/// A passage that could be taken wrongly (M72).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Misreading {
    /// How.
    pub risk: Risk,
    /// The passage.
    #[serde(flatten)]
    pub passage: Passage,
    /// How it could be taken, in the agent's language.
    pub message: String,
    /// What to write instead, in the agent's language.
    pub instead: String,
}

/// How a passage could be taken wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Risk {
    /// Kind words that mock when read without a voice.
    Irony,
    /// `?!`: asked or shouted.
    MixedMarks,
    /// Dots that leave something unsaid.
    Ellipsis,
    /// Praise between quotation marks.
    QuotedPraise,
    /// Two denials.
    DoubleNegation,
    /// A time that can be two times.
    AmbiguousTime,
    /// *Dat klopt niet*, where nobody knows what.
    OpeningPronoun,
}
