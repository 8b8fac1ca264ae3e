//! Somebody is stuck now and needs it solved today.

use crate::lexicon::Category;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;
use toonvast_model::triage::Sentiment;

/// Somebody is stuck now and needs it solved today.
pub(crate) const SIGNAL: Signal = Signal {
    id: "stuck-today",
    nl: "Iemand zit nu vast.",
    en: "Somebody is stuck now.",
    points: 32,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let trouble = matches!(
        view.verdict.kind,
        Kind::Complaint | Kind::Problem | Kind::Question
    ) && view.reading.has(Category::Malfunction)
        || view.verdict.kind == Kind::Problem
        || view.verdict.sentiment == Sentiment::Negative;
    let fired = trouble && view.verdict.asks_help && view.reading.has(Category::Stuck);
    say(
        fired,
        locale,
        "De schrijver zit vandaag vast en heeft nu hulp nodig.",
        "The writer is stuck today and needs help now.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::check;

    #[test]
    fn fires_where_it_should() {
        check(
            &SIGNAL,
            &[
                "Ik sta hier in de regen, het slot gaat niet open, help",
                "I am stuck at the station, the lock won't open, please help",
            ],
            &["Wanneer komt de nieuwe bakfiets?"],
        );
    }
}
