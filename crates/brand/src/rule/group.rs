//! What a rule belongs to.

use serde::{Deserialize, Serialize};
use toonvast_model::locale::Locale;

/// The part of a brand's code of conduct or tone guide that a rule belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Nobody is blamed, nobody defends.
    Blame,
    /// What must never go out.
    Blunder,
    /// The same answer to everybody, and not in the same words.
    Consistency,
    /// The customer's situation is seen.
    Empathy,
    /// Form of address, length, emoji, capitals.
    Form,
    /// The customer is helped.
    Help,
    /// A rule of one brand that fits nowhere else.
    House,
    /// Where jokes may stand.
    Humour,
    /// Spelling, grammar, the customer's language.
    Language,
    /// No reply that would fit anybody.
    Personal,
    /// What the brand does and does not speak of.
    Policy,
    /// What belongs to one person stays private.
    Privacy,
    /// What is promised, and by when.
    Promise,
    /// What could come back to haunt.
    Risk,
    /// Who writes.
    Signature,
    /// Which words.
    Wording,
}

/// Whether something is about what a reply says or how it says it (M76).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// What it says.
    Content,
    /// How it says it.
    Style,
}

impl Group {
    /// Its name in rule files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blame => "blame",
            Self::Blunder => "blunder",
            Self::Consistency => "consistency",
            Self::Empathy => "empathy",
            Self::Form => "form",
            Self::Help => "help",
            Self::House => "house",
            Self::Humour => "humour",
            Self::Language => "language",
            Self::Personal => "personal",
            Self::Policy => "policy",
            Self::Privacy => "privacy",
            Self::Promise => "promise",
            Self::Risk => "risk",
            Self::Signature => "signature",
            Self::Wording => "wording",
        }
    }

    /// Whether its rules are about content or style.
    #[must_use]
    pub const fn aspect(self) -> Aspect {
        match self {
            Self::Blunder
            | Self::Consistency
            | Self::Help
            | Self::Policy
            | Self::Privacy
            | Self::Promise
            | Self::Risk => Aspect::Content,
            Self::Blame
            | Self::Empathy
            | Self::Form
            | Self::House
            | Self::Humour
            | Self::Language
            | Self::Personal
            | Self::Signature
            | Self::Wording => Aspect::Style,
        }
    }

    /// The guideline, by the name agents know it by.
    #[must_use]
    pub const fn guideline(self, locale: Locale) -> &'static str {
        match self {
            Self::Blame => locale.pick("Gedragscode: geen verwijten", "Code of conduct: no blame"),
            Self::Blunder => {
                locale.pick("Gedragscode: geen blunders", "Code of conduct: no blunders")
            }
            Self::Consistency => {
                locale.pick("Gedragscode: eenduidig", "Code of conduct: consistency")
            }
            Self::Empathy => locale.pick("Gedragscode: meeleven", "Code of conduct: empathy"),
            Self::Form => locale.pick("Stijlgids: vorm", "Tone guide: form"),
            Self::Help => locale.pick("Gedragscode: helpen", "Code of conduct: help"),
            Self::House => locale.pick("Stijlgids: huisregel", "Tone guide: house rule"),
            Self::Humour => locale.pick("Stijlgids: humor", "Tone guide: humour"),
            Self::Language => locale.pick("Stijlgids: taal", "Tone guide: language"),
            Self::Personal => locale.pick("Stijlgids: persoonlijk", "Tone guide: personal"),
            Self::Policy => locale.pick("Gedragscode: beleid", "Code of conduct: policy"),
            Self::Privacy => locale.pick("Gedragscode: privacy", "Code of conduct: privacy"),
            Self::Promise => locale.pick("Gedragscode: beloften", "Code of conduct: promises"),
            Self::Risk => locale.pick("Gedragscode: risico's", "Code of conduct: risks"),
            Self::Signature => locale.pick("Stijlgids: ondertekening", "Tone guide: signature"),
            Self::Wording => locale.pick("Stijlgids: woordkeus", "Tone guide: wording"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;

    #[test]
    fn a_group_is_written_as_it_is_named() {
        for group in [
            Group::Blame,
            Group::Consistency,
            Group::House,
            Group::Wording,
        ] {
            let written = serde_json::to_value(group).expect("a group is plain data");
            assert_eq!(written, group.name());
        }
    }
}
