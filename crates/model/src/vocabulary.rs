//! The values of the label guide as people say them, in Dutch and English.

use crate::language::Language;
use crate::locale::Locale;
use crate::triage::{
    About, Correction, Influence, Kind, Priority, Purpose, Respond, Sentiment, Situation,
};

/// A type's values, each in both languages.
macro_rules! words {
    ($type:ident { $($value:ident = $nl:literal, $en:literal;)* }) => {
        impl $type {
            /// The value as people say it.
            #[must_use]
            pub const fn word(self, locale: Locale) -> &'static str {
                match self {
                    $(Self::$value => locale.pick($nl, $en),)*
                }
            }
        }
    };
}

words! { About {
    Company = "Organisatie", "Organisation";
    Brand = "Merk", "Brand";
    Employee = "Medewerker", "Employee";
    Product = "Product of dienst", "Product or service";
    None = "Niet over ons", "Not about us";
} }

words! { Kind {
    Question = "Vraag", "Question";
    Complaint = "Klacht", "Complaint";
    Problem = "Probleem", "Problem";
    Compliment = "Compliment", "Compliment";
    Idea = "Idee", "Idea";
    Remark = "Opmerking", "Remark";
    Spam = "Spam", "Spam";
} }

words! { Situation {
    Crisis = "Crisis", "Crisis";
    Complaint = "Klacht", "Complaint";
    Question = "Vraag", "Question";
    FactualError = "Feitelijke onjuistheid", "Factual error";
    Compliment = "Compliment", "Compliment";
    Other = "Anders", "Other";
} }

words! { Sentiment {
    Negative = "Negatief", "Negative";
    Neutral = "Neutraal", "Neutral";
    Positive = "Positief", "Positive";
} }

words! { Respond {
    Yes = "Ja", "Yes";
    Optional = "Als er tijd is", "If there is time";
    No = "Nee", "No";
} }

words! { Priority {
    None = "Geen", "None";
    Low = "Laag", "Low";
    Normal = "Normaal", "Normal";
    High = "Hoog", "High";
    Urgent = "Urgent", "Urgent";
} }

words! { Influence {
    High = "Groot", "Great";
    Normal = "Gewoon", "Ordinary";
} }

words! { Purpose {
    Service = "Service", "Service";
    Engagement = "Betrokkenheid", "Engagement";
    Marketing = "Marketing", "Marketing";
    Sales = "Verkoop", "Sales";
    Spokesmanship = "Woordvoering", "Spokesmanship";
    Signal = "Signaal", "Signal";
} }

words! { Language {
    Nl = "Nederlands", "Dutch";
    En = "Engels", "English";
    De = "Duits", "German";
    Fr = "Frans", "French";
    Es = "Spaans", "Spanish";
    Pt = "Portugees", "Portuguese";
    It = "Italiaans", "Italian";
    Tr = "Turks", "Turkish";
    Ar = "Arabisch", "Arabic";
    Sv = "Zweeds", "Swedish";
    Ru = "Russisch", "Russian";
    Hi = "Hindi", "Hindi";
    Ja = "Japans", "Japanese";
    Ko = "Koreaans", "Korean";
    Vi = "Vietnamees", "Vietnamese";
    Zh = "Chinees", "Chinese";
    Und = "Onbekend", "Unknown";
} }

impl Correction {
    /// The field as people call it.
    #[must_use]
    pub const fn field_word(&self, locale: Locale) -> &'static str {
        match self {
            Self::About(_) => locale.pick("Gaat over", "About"),
            Self::Kind(_) => locale.pick("Soort bericht", "Type of message"),
            Self::Situation(_) => locale.pick("Situatie", "Situation"),
            Self::Sentiment(_) => locale.pick("Sentiment", "Sentiment"),
            Self::AsksHelp(_) => locale.pick("Vraagt hulp", "Asks for help"),
            Self::Respond(_) => locale.pick("Beantwoorden", "Answer"),
            Self::Priority(_) => locale.pick("Voorrang", "Priority"),
            Self::Influence(_) => locale.pick("Invloed", "Influence"),
            Self::Topics(_) => locale.pick("Onderwerpen", "Topics"),
            Self::Risk(_) => locale.pick("Risico", "Risk"),
            Self::Chance(_) => locale.pick("Kans", "Opportunity"),
            Self::Language(_) => locale.pick("Taal", "Language"),
            Self::Purpose(_) => locale.pick("Doel", "Purpose"),
        }
    }

    /// The value as people say it; topics by the names the brand gives them.
    #[must_use]
    pub fn word(&self, locale: Locale) -> String {
        let word = match self {
            Self::About(value) => value.word(locale),
            Self::Kind(value) => value.word(locale),
            Self::Situation(value) => value.word(locale),
            Self::Sentiment(value) => value.word(locale),
            Self::Respond(value) => value.word(locale),
            Self::Priority(value) => value.word(locale),
            Self::Influence(value) => value.word(locale),
            Self::Language(value) => value.word(locale),
            Self::Purpose(value) => value.word(locale),
            Self::AsksHelp(yes) | Self::Risk(yes) | Self::Chance(yes) => {
                let said = if *yes { Respond::Yes } else { Respond::No };
                said.word(locale)
            }
            Self::Topics(names) if names.is_empty() => locale.pick("Geen", "None"),
            Self::Topics(names) => return names.join(", "),
        };
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_is_said_in_both_languages() {
        let table = [
            (
                Correction::Kind(Kind::Complaint),
                "Soort bericht: Klacht",
                "Type of message: Complaint",
            ),
            (
                Correction::AsksHelp(false),
                "Vraagt hulp: Nee",
                "Asks for help: No",
            ),
            (
                Correction::Topics(vec!["slot".into(), "app".into()]),
                "Onderwerpen: slot, app",
                "Topics: slot, app",
            ),
            (
                Correction::Topics(Vec::new()),
                "Onderwerpen: Geen",
                "Topics: None",
            ),
        ];
        for (correction, nl, en) in table {
            for (locale, expected) in [(Locale::Nl, nl), (Locale::En, en)] {
                let said = format!(
                    "{}: {}",
                    correction.field_word(locale),
                    correction.word(locale)
                );
                assert_eq!(said, expected);
            }
        }
    }
}
