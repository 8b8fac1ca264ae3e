//! A complaint: the writer blames (M18, M29).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// A complaint: the writer blames (M18, M29).
pub(crate) const SIGNAL: Signal = Signal {
    id: "complaint",
    nl: "Een klacht: de schrijver verwijt iets.",
    en: "A complaint: the writer blames.",
    points: 35,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.kind == Kind::Complaint;
    say(
        fired,
        locale,
        "De schrijver is ontevreden en verwijt ons iets.",
        "The writer is displeased and blames us.",
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
                "Belachelijk slechte service, schandalig gewoon",
                "Worst company ever, absolute joke",
            ],
            &["Hoe laat gaan jullie open?"],
        );
    }
}
