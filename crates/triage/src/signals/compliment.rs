//! A compliment; never ranked last by itself (M18, M31).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// A compliment; never ranked last by itself (M18, M31).
pub(crate) const SIGNAL: Signal = Signal {
    id: "compliment",
    nl: "Een compliment.",
    en: "A compliment.",
    points: 10,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Compliment;
    say(
        fired,
        locale,
        "De schrijver geeft een compliment.",
        "The writer pays a compliment.",
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
                "Wat een topservice, complimenten aan de monteur!",
                "Great service, thank you so much!",
            ],
            &["Hoe laat gaan jullie open?"],
        );
    }
}
