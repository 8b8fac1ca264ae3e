//! A question, with or without question mark (M18).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// A question, with or without question mark (M18).
pub(crate) const SIGNAL: Signal = Signal {
    id: "question",
    nl: "Een vraag, met of zonder vraagteken.",
    en: "A question, with or without question mark.",
    points: 30,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Question;
    say(
        fired,
        locale,
        "De schrijver wil iets weten.",
        "The writer wants to know something.",
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
                "Waar kan ik mijn fiets ophalen?",
                "weet iemand of de winkel zondag open is",
            ],
            &["Wat een fijne fiets, dank jullie wel!"],
        );
    }
}
