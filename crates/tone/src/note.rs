//! What a finding says beside its rule's own words: which reply, which name, why not.

use crate::recent::Said;
use toonvast_model::calendar::Zone;
use toonvast_model::locale::Locale;

/// What is said beside a rule's summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    /// A word or name.
    Word(String),
    /// The brand's own reason, and its advice where it gives one.
    Why {
        /// Why not.
        why: String,
        /// What to say instead; empty where the rule's own advice stands.
        instead: String,
    },
    /// A reply that says the same.
    Like(Said),
    /// A reply that says something else.
    Differs {
        /// The reply.
        said: Said,
        /// What it says.
        theirs: String,
        /// What the draft says.
        ours: String,
    },
}

impl Note {
    /// The summary with the note behind it.
    pub fn beside(&self, summary: &str, zone: &Zone, locale: Locale) -> String {
        match self {
            Self::Word(word) => format!("{}: {word}.", summary.trim_end_matches('.')),
            Self::Why { why, .. } => format!("{summary} {why}"),
            Self::Like(said) => format!(
                "{summary} {}: “{}”",
                whose(said, zone, locale),
                said.beginning
            ),
            Self::Differs { said, theirs, ours } => {
                let here = locale.pick("hier", "here");
                format!(
                    "{summary} {}: “{theirs}”; {here}: “{ours}”.",
                    whose(said, zone, locale)
                )
            }
        }
    }

    /// Advice that takes the place of the rule's.
    pub fn instead(&self) -> Option<&str> {
        match self {
            Self::Why { instead, .. } => Some(instead.as_str()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }
}

/// Who gave a reply and when; its id where neither is known.
fn whose(said: &Said, zone: &Zone, locale: Locale) -> String {
    let at = said.at.and_then(|at| zone.date(at)).map(|date| {
        let month = MONTHS
            .get(date.month())
            .map_or("", |(nl, en)| locale.pick(nl, en));
        format!("{} {month}", date.day())
    });
    match (said.who.as_str(), at) {
        ("", None) => said.id.clone(),
        ("", Some(at)) => at,
        (who, None) => who.to_owned(),
        (who, Some(at)) => format!("{who}, {at}"),
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];
