//! Displeased, and nothing is asked (M30).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// Displeased, and nothing is asked (M30).
pub(crate) const SIGNAL: Signal = Signal {
    id: "venting",
    nl: "Stoom afblazen zonder vraag.",
    en: "Venting without a question.",
    points: -26,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.venting;
    say(
        fired,
        locale,
        "De schrijver blaast stoom af en vraagt niets.",
        "The writer lets off steam and asks nothing.",
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
            &["Wat een waardeloze service, echt belachelijk"],
            &["Waardeloze service, wanneer lossen jullie dit op?"],
        );
    }
}
