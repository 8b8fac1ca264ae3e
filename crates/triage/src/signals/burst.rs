//! So many similar reports within the hour that a crisis is likely (M24, M91).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Kind, Sentiment};

/// So many similar reports within the hour that a crisis is likely (M24, M91).
pub(crate) const SIGNAL: Signal = Signal {
    id: "burst",
    nl: "Een golf van klachten.",
    en: "A wave of complaints.",
    points: 85,
    alarm: true,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let similar = view.reading.context.similar;
    let trouble = view.verdict.sentiment == Sentiment::Negative
        || matches!(view.verdict.kind, Kind::Problem | Kind::Question);
    let ours = view.verdict.about != About::None && view.verdict.kind != Kind::Spam;
    let fired = ours && trouble && similar >= view.policy.trend.crisis;
    say(
        fired,
        locale,
        "Zoveel meldingen tegelijk wijzen op een storing of een rel; waarschuw de Social Hub.",
        "So many reports at once point to an outage or a row; warn the Social Hub.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_when_everybody_reports_it() {
        let mut context = addressed();
        let post = post("De app doet het niet, kan niet inloggen");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.similar = 40;
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
