//! A competitor is named (M14).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// A competitor is named (M14).
pub(crate) const SIGNAL: Signal = Signal {
    id: "competitor",
    nl: "Een concurrent wordt genoemd.",
    en: "A competitor is named.",
    points: 3,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.reading.mentions.competitors > 0;
    say(
        fired,
        locale,
        "Een concurrent wordt genoemd.",
        "A competitor is named.",
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
            &["Bij Trapspeed gaat dat beter"],
            &["Bij jullie gaat dat goed"],
        );
    }
}
