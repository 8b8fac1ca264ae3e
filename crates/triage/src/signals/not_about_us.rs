//! Not about this brand: a homonym, a competitor, a private matter (M7).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::About;

/// Not about this brand: a homonym, a competitor, a private matter (M7).
pub(crate) const SIGNAL: Signal = Signal {
    id: "not-about-us",
    nl: "Gaat niet over ons.",
    en: "Not about us.",
    points: -200,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.about == About::None;
    say(
        fired,
        locale,
        "Dit gaat niet over ons.",
        "This is not about us.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::check;

    #[test]
    fn fires_where_it_should() {
        check(&SIGNAL, &[], &["@FietsfluitNL waar blijft mijn fiets"]);
    }
}
