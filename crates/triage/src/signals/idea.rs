//! A proposal for a product or service (M18, M107).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// A proposal for a product or service (M18, M107).
pub(crate) const SIGNAL: Signal = Signal {
    id: "idea",
    nl: "Een idee voor product of dienst.",
    en: "A proposal for a product or service.",
    points: 8,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Idea;
    say(
        fired,
        locale,
        "De schrijver stelt iets voor.",
        "The writer proposes something.",
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
                "Ideetje: zet in de app een knop om je zadelhoogte te bewaren",
                "Suggestion: please add a dark mode",
            ],
            &["Hoe laat gaan jullie open?"],
        );
    }
}
