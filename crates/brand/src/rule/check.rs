//! The kinds of check a rule can be, each with its data.

use crate::rule::phrase::Phrase;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kinds of check. When none fits a rule, a kind is written, not a special rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Check {
    /// One of these words or phrases stands in the draft.
    Words(Words),
    /// A word or phrase that is wrong, and the right one.
    Corrections(Corrections),
    /// A joke where the brand's guide wants none (M60).
    Humour(Words),
    /// Nothing acknowledges the customer's situation (M66).
    NoAcknowledgement(NoAcknowledgement),
    /// The customer is merely sent elsewhere (M51).
    OnlyRedirects(OnlyRedirects),
    /// An answer is announced without saying when (M34).
    NoTerm(NoTerm),
    /// The question is not answered.
    NoAnswer(NoAnswer),
    /// A compliment gets a reply that would fit any compliment (M67).
    GenericThanks(GenericThanks),
    /// The draft has no signature (M52).
    Unsigned(Closings),
    /// The draft is signed otherwise than `^Agent` (M52).
    SignedOtherwise(Closings),
    /// The customer is addressed against the guide.
    FormOfAddress(FormOfAddress),
    /// Capitals or exclamation marks in a row.
    Shouting(Shouting),
    /// Emoji against the guide.
    Emoji(Nothing),
    /// Longer than the site allows, or a wall of text.
    TooLong(TooLong),
    /// A field of a canned reply that nobody filled in.
    Placeholder(Nothing),
    /// Another language than the customer's (M17).
    OtherLanguage(FunctionWords),
    /// Words of another language where the draft's own has a common one.
    ForeignWords(ForeignWords),
    /// Words customers do not know, the guide's own and these.
    Jargon(Words),
    /// Data that belong to one person, in public.
    PersonalData(PersonalData),
    /// A customer's own matter asked or settled in public (M48).
    PrivateMatter(PrivateMatter),
    /// A competitor is named.
    Competitor(Competitor),
    /// Nearly the words of another recent reply (M68).
    Uniform(Uniform),
    /// Something else than a recent reply to a comparable question says (M69).
    Inconsistent(Inconsistent),
    /// Another brand's name, or another account than the brand's (M78).
    WrongBrand(Nothing),
    /// The customer is greeted by another name than their own (M78).
    WrongName(Greetings),
    /// The reply belongs under another post (M78).
    WrongPost(Greetings),
    /// A topic the guide says is never spoken of (M78).
    ForbiddenTopic(Nothing),
    /// A link to a place that is not the brand's (M78).
    ForeignLink(ForeignLink),
}

/// How much around the words found is flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Passage {
    /// The words themselves.
    #[default]
    Words,
    /// The clause they stand in.
    Clause,
    /// The sentence they stand in.
    Sentence,
}

/// Words and phrases.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    /// What is looked for.
    pub words: Vec<Phrase>,
    /// Phrases in which it is fine: they overlap it.
    pub except: Vec<Phrase>,
    /// What makes it fine when it stands in the same sentence.
    pub unless: Vec<Phrase>,
    /// How much is flagged.
    pub passage: Passage,
}

/// Wrong and right.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Corrections {
    /// What stands there, and what takes its place; the right side may be empty where
    /// only a person can tell.
    pub replace: BTreeMap<Phrase, String>,
    /// Phrases in which it is fine.
    pub except: Vec<Phrase>,
    /// Whether the dictionary adds what it is sure of, where a home has loaded one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dictionary: bool,
}

/// What acknowledging looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NoAcknowledgement {
    /// Any of these acknowledges.
    pub says: Vec<Phrase>,
    /// These are no acknowledgement though one of the above stands in them.
    pub except: Vec<Phrase>,
    /// How a reply opens that goes straight to business, as *you can* or *send us*; where this
    /// is given, a reply that opens otherwise has the benefit of the doubt.
    pub cold: Vec<Phrase>,
    /// How a greeting opens, which is looked past.
    pub greets: Vec<Phrase>,
    /// Words so common that repeating them from the post acknowledges nothing.
    pub common: Vec<Phrase>,
    /// Starts of a later clause of the first sentence that comment on what came before, as
    /// *a whole week, that is long*.
    pub comments: Vec<Phrase>,
}

/// What sending elsewhere looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OnlyRedirects {
    /// Sends elsewhere.
    pub redirects: Vec<Phrase>,
    /// Helps here, so that a redirection beside it is fine.
    pub helps: Vec<Phrase>,
    /// Sentences that neither help nor redirect: thanks, regrets, greetings.
    pub courtesy: Vec<Phrase>,
}

/// What announcing an answer looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NoTerm {
    /// Announces that an answer or action follows.
    pub announces: Vec<Phrase>,
    /// Says when; `soon` is no term.
    pub terms: Vec<Phrase>,
    /// Phrases in which an announcement needs no term.
    pub except: Vec<Phrase>,
    /// Promises an answer or action when a term stands with it, and only then: *I call you*.
    pub promises: Vec<Phrase>,
}

/// What evading looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NoAnswer {
    /// Sends elsewhere: no answer, whatever numbers it holds.
    pub elsewhere: Vec<Phrase>,
    /// Evades.
    pub evades: Vec<Phrase>,
    /// Courtesies that answer nothing.
    pub courtesy: Vec<Phrase>,
    /// What makes the reply an answer all the same.
    pub answers: Vec<Phrase>,
}

/// What a reply to any compliment looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GenericThanks {
    /// Sentences that fit any compliment.
    pub generic: Vec<Phrase>,
    /// Words so common that they make nothing personal.
    pub common: Vec<Phrase>,
}

/// Ways to end a reply other than `^Name`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Closings {
    /// Words that open a closing, as `groetjes`.
    pub closings: Vec<Phrase>,
}

/// The words of the two forms of address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FormOfAddress {
    /// Informal.
    pub je: Vec<Phrase>,
    /// Formal.
    pub u: Vec<Phrase>,
    /// Phrases in which they address nobody.
    pub except: Vec<Phrase>,
}

/// What looks like shouting and is not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shouting {
    /// Words written in capitals anyway.
    pub allow: Vec<Phrase>,
}

/// A kind without data of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TooLong {
    /// Most characters a reply may have where the site sets no limit.
    pub most: usize,
    /// Most words a sentence may have.
    pub sentence: usize,
}

/// Words that only one language uses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FunctionWords {
    /// Function words of the language that does not belong in the draft.
    pub theirs: Vec<Phrase>,
    /// Function words of the draft's own language.
    pub ours: Vec<Phrase>,
}

/// Words of another language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ForeignWords {
    /// Words with a common counterpart in the draft's own language, and that counterpart;
    /// empty where only a person can tell.
    pub replace: BTreeMap<Phrase, String>,
    /// Function words of the other language: a clause of them is foreign.
    pub theirs: Vec<Phrase>,
    /// Function words of the draft's own language.
    pub ours: Vec<Phrase>,
}

/// What points to personal data beside its shape.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PersonalData {
    /// Words before a number that is the customer's own.
    pub references: Vec<Phrase>,
    /// Titles before a person's name.
    pub titles: Vec<Phrase>,
    /// Words that make an address or number the customer's own.
    pub theirs: Vec<Phrase>,
    /// Words that make an address or number the company's.
    pub ours: Vec<Phrase>,
}

/// What asking or settling in public looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PrivateMatter {
    /// Asks for something.
    pub asks: Vec<Phrase>,
    /// Data that are the customer's own.
    pub data: Vec<Phrase>,
    /// Names a private channel.
    pub private: Vec<Phrase>,
    /// Names another place that is not public, as the app; counts within its own sentence.
    pub channels: Vec<Phrase>,
    /// Settles or tells something of the customer's own file.
    pub settles: Vec<Phrase>,
}

/// What is said of a competitor.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Competitor {
    /// Sentences in which naming one is fine: the customer's own switch, a transfer.
    pub except: Vec<Phrase>,
    /// What runs one down; without it naming one is a warning, not a block.
    pub disparages: Vec<Phrase>,
}

/// From where on replies are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uniform {
    /// Of all runs of three words in two replies, how many they must share, per mille; names,
    /// numbers, greetings and signatures aside.
    pub shared: u32,
    /// Runs of three words a reply needs to be compared: a short courtesy has fewer.
    pub least: usize,
}

/// What makes answers incomparable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Inconsistent {
    /// Words of questions that say nothing of the subject.
    pub common: Vec<Phrase>,
    /// Answers yes.
    pub yes: Vec<Phrase>,
    /// Answers no.
    pub no: Vec<Phrase>,
    /// Turns a question round, as *niet*.
    pub negates: Vec<Phrase>,
    /// Makes a question one customer's own, as *mijn*: hours and days in its answer are theirs.
    pub own: Vec<Phrase>,
    /// Asks how one customer's own matter stands, as *waar blijft*: the answer differs each time.
    pub status: Vec<Phrase>,
    /// Says what holds for this customer alone, as *ik zie*.
    pub case: Vec<Phrase>,
}

/// How customers are greeted and sign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Greetings {
    /// Words before a name, as *hoi* or *beste*.
    pub greets: Vec<Phrase>,
    /// Words that stand where a name would and are none, as *allemaal*.
    pub nobody: Vec<Phrase>,
    /// Words before the customer's own name at the end of the post, as *groetjes*.
    pub closes: Vec<Phrase>,
}

/// Places no link to a customer should lead to, whatever the brand's own hosts are.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ForeignLink {
    /// Parts of a host's name that tell a server for testing, as `staging`.
    pub test: Vec<String>,
    /// Hosts that hide where a link leads.
    pub shorteners: Vec<String>,
}
