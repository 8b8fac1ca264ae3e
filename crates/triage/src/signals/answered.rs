//! We have replied already: it can wait for those we have not.

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// We have replied already: it can wait for those we have not.
pub(crate) const SIGNAL: Signal = Signal {
    id: "answered",
    nl: "We hebben al gereageerd.",
    en: "We have replied already.",
    points: -15,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.reading.context.answered;
    say(
        fired,
        locale,
        "We hebben hier al op gereageerd.",
        "We have replied to this already.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_when_we_have_replied() {
        let mut context = addressed();
        assert!(said(&SIGNAL, &post("Hoi"), &context).is_none());
        context.answered = true;
        assert!(said(&SIGNAL, &post("Hoi"), &context).is_some());
    }
}
