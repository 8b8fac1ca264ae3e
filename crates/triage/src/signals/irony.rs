//! Praise that is none (M72).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// Praise that is none (M72).
pub(crate) const SIGNAL: Signal = Signal {
    id: "irony",
    nl: "Lof die geen lof is.",
    en: "Praise that is none.",
    points: 2,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.irony;
    say(
        fired,
        locale,
        "De lof is waarschijnlijk ironisch; antwoord zonder grap.",
        "The praise is probably ironic; answer without a joke.",
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
                "Lekker bezig hoor, weer geen fiets 🙄",
                "Great job, still no bike 🙄",
            ],
            &["Goed bezig, mijn fiets rijdt weer!"],
        );
    }
}
