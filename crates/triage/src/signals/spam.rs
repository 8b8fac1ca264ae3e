//! Advertising, fraud, noise (M18, M25).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// Advertising, fraud, noise (M18, M25).
pub(crate) const SIGNAL: Signal = Signal {
    id: "spam",
    nl: "Reclame, fraude of ruis.",
    en: "Advertising, fraud or noise.",
    points: -300,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Spam;
    say(
        fired,
        locale,
        "Dit lijkt reclame of fraude; niet op reageren.",
        "This looks like advertising or fraud; leave it.",
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
                "Verdien €500 per dag met crypto, klik hier https://rijk.example",
                "Earn money from home, click here https://rich.example",
            ],
            &["Waar vind ik de link naar mijn factuur?"],
        );
    }
}
