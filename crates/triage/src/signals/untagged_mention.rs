//! The brand is named without being tagged (M5).

use crate::mentions::Naming;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::About;

/// The brand is named without being tagged (M5).
pub(crate) const SIGNAL: Signal = Signal {
    id: "untagged-mention",
    nl: "Ons genoemd zonder tag.",
    en: "Named without a tag.",
    points: 2,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.reading.mentions.naming == Naming::Named && view.verdict.about != About::None;
    say(
        fired,
        locale,
        "We worden genoemd zonder getagd te zijn; de schrijver verwacht misschien niemand.",
        "We are named without a tag; the writer may expect nobody.",
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
            &["Wat doet dat Fluitslot toch raar"],
            &["@FietsfluitNL wat doet dat slot toch raar"],
        );
    }
}
