//! A remark about the brand that wants nothing (M18).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Kind};

/// A remark about the brand that wants nothing (M18).
pub(crate) const SIGNAL: Signal = Signal {
    id: "remark",
    nl: "Een opmerking die niets vraagt.",
    en: "A remark that wants nothing.",
    points: 5,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let ours = view.verdict.about != About::None;
    let fired = ours && view.verdict.kind == Kind::Remark && !view.verdict.claim;
    say(
        fired,
        locale,
        "Een opmerking over ons, zonder vraag.",
        "A remark about us, without a question.",
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
            &["De nieuwe fietsen staan in de straat"],
            &["Hoe laat gaan jullie open?"],
        );
    }
}
