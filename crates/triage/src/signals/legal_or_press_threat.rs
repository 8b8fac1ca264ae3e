//! Law, a regulator, the press or going public is threatened.

use crate::lexicon::Category;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;
use toonvast_model::triage::Sentiment;

/// Law, a regulator, the press or going public is threatened.
pub(crate) const SIGNAL: Signal = Signal {
    id: "legal-or-press-threat",
    nl: "Er wordt gedreigd met recht, toezichthouder, pers of publiciteit.",
    en: "Law, a regulator, the press or publicity is threatened.",
    points: 32,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let upset =
        view.verdict.kind == Kind::Complaint || view.verdict.sentiment == Sentiment::Negative;
    let fired = upset && view.reading.has(Category::Escalate);
    say(
        fired,
        locale,
        "De schrijver dreigt met juridische stappen, een toezichthouder of de pers.",
        "The writer threatens with legal steps, a regulator or the press.",
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
                "Dit is oplichting, ik schakel mijn advocaat in",
                "This is a scam, my lawyer will contact you",
            ],
            &["Waar vind ik de voorwaarden?"],
        );
    }
}
