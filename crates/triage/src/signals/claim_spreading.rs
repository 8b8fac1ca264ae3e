//! A doubtful claim that is being shared: minutes count (M23).

use crate::signal::{Signal, View, say};
use crate::verdict::Crisis;
use toonvast_model::locale::Locale;

/// A doubtful claim that is being shared: minutes count (M23).
pub(crate) const SIGNAL: Signal = Signal {
    id: "claim-spreading",
    nl: "Een twijfelachtige bewering verspreidt zich.",
    en: "A doubtful claim is spreading.",
    points: 90,
    alarm: true,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.crisis == Some(Crisis::Spreading);
    say(
        fired,
        locale,
        "De bewering wordt veel gedeeld.",
        "The claim is being shared widely.",
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
            &[],
            &["Let op: Fietsfluit is failliet, curator benoemd. Delen aub"],
        );
    }
}
