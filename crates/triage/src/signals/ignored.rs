//! The writer got no answer before.

use crate::lexicon::Category;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// The writer got no answer before.
pub(crate) const SIGNAL: Signal = Signal {
    id: "ignored",
    nl: "De schrijver kreeg eerder geen antwoord.",
    en: "The writer got no answer before.",
    points: 28,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = matches!(view.verdict.kind, Kind::Complaint | Kind::Problem)
        && view.reading.has(Category::Ignored);
    say(
        fired,
        locale,
        "De schrijver kreeg eerder geen antwoord.",
        "The writer got no answer before.",
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
                "Al twee weken kapot en geen reactie op mijn mails, schandalig",
                "Emailed you last week, no reply at all, useless",
            ],
            &["De app reageert prima"],
        );
    }
}
