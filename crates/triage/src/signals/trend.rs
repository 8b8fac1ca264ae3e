//! Many similar posts within the hour: a trend (M15).

use crate::signal::{Signal, View};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Kind};

/// Many similar posts within the hour: a trend (M15).
pub(crate) const SIGNAL: Signal = Signal {
    id: "trend",
    nl: "Velen schrijven nu hetzelfde.",
    en: "Many write the same now.",
    points: 20,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let similar = view.reading.context.similar;
    let ours = view.verdict.about != About::None && view.verdict.kind != Kind::Spam;
    (ours && similar >= view.policy.trend.similar).then(|| match locale {
        Locale::Nl => format!("{similar} anderen schreven het afgelopen uur hetzelfde."),
        Locale::En => format!("{similar} others wrote the same within the hour."),
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_when_many_write_the_same() {
        let mut context = addressed();
        let post = post("De app doet het niet, kan niet inloggen");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.similar = 6;
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
