//! Displeasure under our own advertisement, seen by all it reaches (M11).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Sentiment};

/// Displeasure under our own advertisement, seen by all it reaches (M11).
pub(crate) const SIGNAL: Signal = Signal {
    id: "under-ad",
    nl: "Een reactie onder onze advertentie.",
    en: "A reaction under our advertisement.",
    points: 14,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.reading.context.under_ad
        && view.verdict.sentiment == Sentiment::Negative
        && view.verdict.about != About::None;
    say(
        fired,
        locale,
        "Het staat onder onze advertentie; iedereen die haar ziet leest mee.",
        "It stands under our advertisement; all who see it read along.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_under_an_advertisement() {
        let mut context = addressed();
        let post = post("Belachelijk slechte service, schandalig gewoon");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.under_ad = true;
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
