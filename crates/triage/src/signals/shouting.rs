//! Capitals, or exclamation and question marks in a row.

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Sentiment;

/// Capitals, or exclamation and question marks in a row.
pub(crate) const SIGNAL: Signal = Signal {
    id: "shouting",
    nl: "Hoofdletters of veel leestekens.",
    en: "Capitals or many marks.",
    points: 5,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let upset = view.verdict.sentiment == Sentiment::Negative;
    let fired = upset && view.reading.rage.is_rage();
    say(
        fired,
        locale,
        "De schrijver schreeuwt: hoofdletters of veel uitroeptekens.",
        "The writer shouts: capitals or many exclamation marks.",
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
            &["WAAR BLIJFT MIJN FIETS, BELACHELIJK!!!"],
            &["Wat een fijne fiets!!!"],
        );
    }
}
