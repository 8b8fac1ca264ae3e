//! The vocabulary of the product, as people say it.

use crate::queue::Filter;
use toonvast_model::case::Step;
use toonvast_model::draft::ReplyKind;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Priority, Situation};

/// The level of a post, as on its badge.
#[must_use]
pub const fn priority(locale: Locale, priority: Priority) -> &'static str {
    match priority {
        Priority::Urgent => locale.pick("Urgent", "Urgent"),
        Priority::High => locale.pick("Hoog", "High"),
        Priority::Normal => locale.pick("Normaal", "Normal"),
        Priority::Low => locale.pick("Laag", "Low"),
        Priority::None => locale.pick("Geen", "None"),
    }
}

/// The type of message.
#[must_use]
pub const fn kind(locale: Locale, kind: Kind) -> &'static str {
    match kind {
        Kind::Question => locale.pick("Vraag", "Question"),
        Kind::Complaint => locale.pick("Klacht", "Complaint"),
        Kind::Problem => locale.pick("Probleem", "Problem"),
        Kind::Compliment => locale.pick("Compliment", "Compliment"),
        Kind::Idea => locale.pick("Idee", "Idea"),
        Kind::Remark => locale.pick("Opmerking", "Remark"),
        Kind::Spam => locale.pick("Spam", "Spam"),
    }
}

/// What decides the tone of a reply, where it says more than the type of message.
#[must_use]
pub const fn situation(locale: Locale, situation: Situation) -> Option<&'static str> {
    match situation {
        Situation::Crisis => Some(locale.pick("Crisis", "Crisis")),
        Situation::FactualError => Some(locale.pick("Feitelijke onjuistheid", "Factual error")),
        Situation::Complaint | Situation::Question | Situation::Compliment | Situation::Other => {
            None
        }
    }
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
