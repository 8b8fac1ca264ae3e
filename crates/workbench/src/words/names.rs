//! The vocabulary of the product, as people say it.

use crate::queue::Filter;
use toonvast_model::case::Step;
use toonvast_model::draft::ReplyKind;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Correction, Kind, Priority, Situation};

/// The level of a post, as on its badge.
#[must_use]
pub const fn priority(locale: Locale, priority: Priority) -> &'static str {
    priority.word(locale)
}

/// The type of message.
#[must_use]
pub const fn kind(locale: Locale, kind: Kind) -> &'static str {
    kind.word(locale)
}

/// What decides the tone of a reply, where it says more than the type of message.
#[must_use]
pub const fn situation(locale: Locale, situation: Situation) -> Option<&'static str> {
    match situation {
        Situation::Crisis | Situation::FactualError => Some(situation.word(locale)),
        Situation::Complaint | Situation::Question | Situation::Compliment | Situation::Other => {
            None
        }
    }
}

/// What was set right, as "Soort bericht: Klacht · Risico: Nee" (M20).
#[must_use]
pub fn corrections(locale: Locale, corrections: &[Correction]) -> String {
    let said = corrections.iter().map(|correction| {
        let (field, value) = (correction.field_word(locale), correction.word(locale));
        format!("{field}: {value}")
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// The kind of site.
#[must_use]
pub const fn site(locale: Locale, site: Site) -> &'static str {
    match site {
        Site::X => "X",
        Site::Facebook => "Facebook",
        Site::Forum => "Forum",
        Site::Review => locale.pick("Recensie", "Review"),
        Site::NewsComment => locale.pick("Nieuwsreactie", "News comment"),
        Site::Other => locale.pick("Web", "Web"),
    }
}

/// One of the six steps (M93).
#[must_use]
pub const fn step(locale: Locale, step: Step) -> &'static str {
    match step {
        Step::Monitor => locale.pick("Vinden", "Monitor"),
        Step::Assess => locale.pick("Beoordelen", "Assess"),
        Step::FirstResponse => locale.pick("Eerste reactie", "First response"),
        Step::Gather => locale.pick("Navragen", "Gather"),
        Step::Answer => locale.pick("Antwoord", "Answer"),
        Step::Document => locale.pick("Vastleggen", "Document"),
    }
}

/// Holding or substantive (M34).
#[must_use]
pub const fn reply_kind(locale: Locale, kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Holding => locale.pick("Tussenbericht", "Holding reply"),
        ReplyKind::Substantive => locale.pick("Inhoudelijk antwoord", "Substantive answer"),
    }
}

/// What the list shows.
#[must_use]
pub const fn filter(locale: Locale, filter: Filter) -> &'static str {
    match filter {
        Filter::ToDo => locale.pick("Te doen", "To do"),
        Filter::Waiting => locale.pick("Wachtend", "Waiting"),
        Filter::Open => locale.pick("Open", "Open"),
        Filter::Completed => locale.pick("Afgerond", "Completed"),
        Filter::Closed => locale.pick("Afgesloten", "Closed"),
    }
}
