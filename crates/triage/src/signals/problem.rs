//! Something does not work, without blame (M18).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// Something does not work, without blame (M18).
pub(crate) const SIGNAL: Signal = Signal {
    id: "problem",
    nl: "Iets werkt niet, zonder verwijt.",
    en: "Something does not work, without blame.",
    points: 30,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Problem;
    say(
        fired,
        locale,
        "Er werkt iets niet bij de schrijver.",
        "Something does not work for the writer.",
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
                "De app loopt vast op het startscherm",
                "The app keeps crashing on my phone",
            ],
            &["Wat een fijne fiets!"],
        );
    }
}
