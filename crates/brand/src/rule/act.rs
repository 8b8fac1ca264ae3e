//! What a sentence of a reply does.

use serde::{Deserialize, Serialize};

/// What one sentence of a reply does, as `crates/tone/corpus/acts` labels it. Where it does
/// two things, the gravest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpeechAct {
    /// Recognises what the customer meets or feels: sympathy, an apology, owning a mistake.
    Acknowledge,
    /// Says that we will look or come back, without saying when.
    Announce,
    /// The same, saying when.
    AnnounceTerm,
    /// A harmless question, to understand the matter.
    Ask,
    /// Asks for data of the customer's own right here.
    AskData,
    /// Invites to go on in private.
    AskPrivate,
    /// Puts the fault on the customer.
    Blame,
    /// Greets, wishes well, offers more help.
    Close,
    /// Denies, plays down, hides behind rules or figures.
    Defend,
    /// Speaks ill of a competitor, or names one needlessly.
    Disparage,
    /// Promises what nobody at a keyboard can guarantee.
    Guarantee,
    /// Answers, explains, gives facts in general terms.
    Inform,
    /// A well-meant joke.
    Joke,
    /// Irony or condescension at the customer's expense.
    Mock,
    /// Takes up a detail of what the customer told.
    Personal,
    /// Sends the customer to another channel or desk.
    Redirect,
    /// Settles this customer's own matter in the open.
    Settle,
    /// Thanks in words that fit any message.
    Thank,
    /// States as certain what is unverified or dangerous.
    Unsafe,
}

impl SpeechAct {
    /// All of them, in the order of their names.
    pub const ALL: [Self; 19] = [
        Self::Acknowledge,
        Self::Announce,
        Self::AnnounceTerm,
        Self::Ask,
        Self::AskData,
        Self::AskPrivate,
        Self::Blame,
        Self::Close,
        Self::Defend,
        Self::Disparage,
        Self::Guarantee,
        Self::Inform,
        Self::Joke,
        Self::Mock,
        Self::Personal,
        Self::Redirect,
        Self::Settle,
        Self::Thank,
        Self::Unsafe,
    ];

    /// Its name in rule files and in the corpus.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::Announce => "announce",
            Self::AnnounceTerm => "announce-term",
            Self::Ask => "ask",
            Self::AskData => "ask-data",
            Self::AskPrivate => "ask-private",
            Self::Blame => "blame",
            Self::Close => "close",
            Self::Defend => "defend",
            Self::Disparage => "disparage",
            Self::Guarantee => "guarantee",
            Self::Inform => "inform",
            Self::Joke => "joke",
            Self::Mock => "mock",
            Self::Personal => "personal",
            Self::Redirect => "redirect",
            Self::Settle => "settle",
            Self::Thank => "thank",
            Self::Unsafe => "unsafe",
        }
    }
}

/// What a rule takes from the learnt reading of each sentence, beside its check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learnt {
    /// Sentences that do one of these are flagged …
    pub acts: Vec<SpeechAct>,
    /// … where the reading is at least so sure of them together, per mille.
    pub sure: u16,
}

#[cfg(test)]
mod tests {
    use super::SpeechAct;

    #[test]
    fn names_are_in_order_and_what_files_say() {
        assert!(SpeechAct::ALL.map(SpeechAct::name).is_sorted());
        for act in SpeechAct::ALL {
            let written = serde_json::to_string(&act).expect("an act is a text");
            assert_eq!(written, format!("\"{}\"", act.name()));
        }
    }
}
