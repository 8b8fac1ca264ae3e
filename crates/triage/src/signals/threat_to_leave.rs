//! The writer threatens to leave (M118).

use crate::lexicon::Category;
use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;
use toonvast_model::triage::Sentiment;

/// The writer threatens to leave (M118).
pub(crate) const SIGNAL: Signal = Signal {
    id: "threat-to-leave",
    nl: "De schrijver dreigt te vertrekken.",
    en: "The writer threatens to leave.",
    points: 30,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let upset =
        view.verdict.kind == Kind::Complaint || view.verdict.sentiment == Sentiment::Negative;
    let fired = upset && view.reading.has(Category::Leave);
    say(
        fired,
        locale,
        "De schrijver dreigt als klant te vertrekken.",
        "The writer threatens to leave as a customer.",
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
                "Schandalig, ik zeg mijn abonnement op en stap over",
                "Terrible, I am cancelling my subscription, you lost a customer",
            ],
            &["Hoe kan ik opzeggen als ik verhuis?"],
        );
    }
}
