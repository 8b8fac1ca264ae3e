//! A negation turns what seems praise or blame (M20).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// A negation turns what seems praise or blame (M20).
pub(crate) const SIGNAL: Signal = Signal {
    id: "negation",
    nl: "Een ontkenning keert de toon om.",
    en: "A negation turns the tone.",
    points: 1,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.reading.feeling.turned;
    say(
        fired,
        locale,
        "Een ontkenning draait de toon om; lees goed.",
        "A negation turns the tone; read with care.",
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
            &["De service was niet goed", "The service was not good"],
            &["De service was goed"],
        );
    }
}
