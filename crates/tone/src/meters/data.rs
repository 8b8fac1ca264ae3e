//! The meters' data: `voice/<lang>.toml`, `plain/<lang>.toml`, `misreading/<lang>.toml`.
//!
//! The build script reads the files with these types too, so that a broken one stops the build.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toonvast_brand::rule::phrase::Phrase;
use toonvast_model::meters::{Risk, VoiceElement};

/// All of one language.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Data {
    /// `voice/<lang>.toml`.
    pub voice: Marks,
    /// `plain/<lang>.toml`.
    pub plain: PlainWords,
    /// `misreading/<lang>.toml`.
    pub misreading: Risks,
}

/// The marks of a human voice.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Marks {
    /// One for each element of the instrument this language has.
    pub mark: Vec<Mark>,
    /// Words by which a reader sees how formal somebody writes (M65).
    pub register: RegisterWords,
}

/// A mark of a human voice.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mark {
    /// The element of the instrument.
    pub element: VoiceElement,
    /// What it earns in its group.
    pub points: u8,
    /// Where it belongs; elsewhere it earns nothing and is not missed.
    #[serde(default)]
    pub fits: Fits,
    /// Words and phrases.
    #[serde(default)]
    pub words: Vec<Phrase>,
    /// Phrases that hold such words and mean something else.
    #[serde(default)]
    pub except: Vec<Phrase>,
    /// Phrases that, anywhere in the draft, take it all away.
    #[serde(default)]
    pub unless: Vec<Phrase>,
    /// Signs, as `!` or `:)`.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What it is called, and what to do where it is missing.
    pub nl: Told,
    /// The same in English.
    pub en: Told,
    /// What must and must not earn it.
    #[serde(default)]
    pub examples: MarkExamples,
}

/// What agents are told of a mark.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// Its name.
    pub label: String,
    /// What to do where it is missing.
    pub advice: String,
}

/// Where a mark belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fits {
    /// Everywhere.
    #[default]
    Always,
    /// Not with complaints, crises and customers who are displeased.
    NotGrave,
    /// With those only.
    Grave,
    /// Where the customer is pleased.
    Positive,
}

/// Drafts that earn a mark and drafts that do not.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct MarkExamples {
    /// Drafts with the words that earn it.
    pub earns: Vec<Earning>,
    /// Drafts that do not.
    pub not: Vec<String>,
}

/// A draft and the words in it that earn the mark.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Earning {
    /// The draft.
    pub draft: String,
    /// The words.
    pub words: Vec<String>,
}

/// Words by which a reader sees how formal somebody writes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegisterWords {
    /// As in a letter.
    pub formal: Vec<Phrase>,
    /// As among friends.
    pub casual: Vec<Phrase>,
    /// Phrases that hold such words and mean something else.
    #[serde(default)]
    pub except: Vec<Phrase>,
}

/// Office words with a plain wording each.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlainWords {
    /// What to say, by what is said.
    pub say: BTreeMap<Phrase, String>,
    /// Phrases that hold such a word and are plain.
    #[serde(default)]
    pub except: Vec<Phrase>,
}

/// Risks of being taken wrongly.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Risks {
    /// One for each way.
    pub risk: Vec<RiskData>,
}

/// A way of being taken wrongly.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskData {
    /// The way.
    pub risk: Risk,
    /// Words and phrases.
    #[serde(default)]
    pub words: Vec<Phrase>,
    /// Phrases that hold such words and mean something else.
    #[serde(default)]
    pub except: Vec<Phrase>,
    /// Phrases that, in the same sentence, make it clear.
    #[serde(default)]
    pub unless: Vec<Phrase>,
    /// Signs, as `?!`.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What agents are told.
    pub nl: Warned,
    /// The same in English.
    pub en: Warned,
    /// What it must and must not warn of.
    pub examples: RiskExamples,
}

/// What agents are told of a risk.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Warned {
    /// How it could be taken.
    pub message: String,
    /// What to write instead.
    pub instead: String,
}

/// Drafts that could be taken wrongly and drafts that could not.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskExamples {
    /// Drafts with the passage.
    pub flags: Vec<Warning>,
    /// Drafts that are fine.
    pub allows: Vec<Fine>,
}

/// A draft and the passage in it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Warning {
    /// The customer's words.
    #[serde(default)]
    pub post: String,
    /// The draft.
    pub draft: String,
    /// The passage.
    pub quote: String,
}

/// A draft that is fine.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fine {
    /// The customer's words.
    #[serde(default)]
    pub post: String,
    /// The draft.
    pub draft: String,
}
