//! It is not the first time (the writer says so).

use crate::lexicon::Category;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;
use toonvast_model::triage::Sentiment;

/// It is not the first time (the writer says so).
pub(crate) const SIGNAL: Signal = Signal {
    id: "repeated-contact",
    nl: "Niet de eerste keer.",
    en: "Not the first time.",
    points: 30,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let told =
        view.reading.numbered(Category::Repeated) || view.reading.count(Category::Repeated) > 1;
    let fired = matches!(
        view.verdict.kind,
        Kind::Complaint | Kind::Problem | Kind::Question
    ) && told
        && view.verdict.sentiment == Sentiment::Negative;
    say(
        fired,
        locale,
        "De schrijver meldt dit niet voor het eerst.",
        "The writer does not report this for the first time.",
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
                "Voor de derde keer deze maand een lekke band, belachelijk",
                "Third time this month the lock fails, ridiculous",
            ],
            &["Mijn band is lek, balen"],
        );
    }
}
