//! It is about the crisis that is on (M91).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Kind};

/// It is about the crisis that is on (M91).
pub(crate) const SIGNAL: Signal = Signal {
    id: "crisis-mode",
    nl: "De crisis die nu loopt.",
    en: "The crisis that is on.",
    points: 30,
    alarm: true,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let crisis = view.policy.in_crisis(view.reading.context.now?)?;
    let fired = view.verdict.about != About::None
        && view.verdict.kind != Kind::Spam
        && view.reading.says_any(&crisis.words);
    say(
        fired,
        locale,
        "Dit gaat over de crisis die nu loopt.",
        "This is about the crisis that is on.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, campaigning, post, said};

    #[test]
    fn fires_while_the_crisis_lasts() {
        let mut context = addressed();
        let post = post("Hoe zit het nu met die remblokken?");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.now = Some(campaigning());
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
