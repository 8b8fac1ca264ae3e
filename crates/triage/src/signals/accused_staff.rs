//! Somebody of ours is accused.

use crate::lexicon::Category;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// Somebody of ours is accused.
pub(crate) const SIGNAL: Signal = Signal {
    id: "accused-staff",
    nl: "Een medewerker wordt iets verweten.",
    en: "A colleague is accused.",
    points: 8,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Complaint
        && view.reading.has(Category::Role)
        && view.reading.has(Category::Conduct);
    say(
        fired,
        locale,
        "Een medewerker wordt onjuist gedrag verweten.",
        "A colleague is accused of misconduct.",
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
                "De monteur was onbeschoft en schold mijn vrouw uit",
                "The mechanic was rude and laughed at me",
            ],
            &["De monteur was vriendelijk"],
        );
    }
}
