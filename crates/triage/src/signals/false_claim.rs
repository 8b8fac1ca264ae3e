//! Something untrue or unproven is told as a fact (M19).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// Something untrue or unproven is told as a fact (M19).
pub(crate) const SIGNAL: Signal = Signal {
    id: "false-claim",
    nl: "Iets onwaars of onbewezens wordt als feit verteld.",
    en: "Something untrue or unproven is told as a fact.",
    points: 28,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.claim;
    say(
        fired,
        locale,
        "Er wordt iets als feit verteld dat we moeten nagaan.",
        "Something is told as a fact that we must verify.",
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
                "Let op: Fietsfluit is failliet, curator benoemd. Delen aub",
                "PSA: Fietsfluit is bankrupt. Please share",
            ],
            &["Mijn fiets is stuk, help"],
        );
    }
}
