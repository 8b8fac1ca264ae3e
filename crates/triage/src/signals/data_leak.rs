//! Personal data in wrong hands: minutes count.

use crate::signal::{Signal, View, say};
use crate::verdict::Crisis;
use toonvast_model::locale::Locale;

/// Personal data in wrong hands: minutes count.
pub(crate) const SIGNAL: Signal = Signal {
    id: "data-leak",
    nl: "Persoonsgegevens in verkeerde handen.",
    en: "Personal data in wrong hands.",
    points: 100,
    alarm: true,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.crisis == Some(Crisis::Leak);
    say(
        fired,
        locale,
        "Er liggen mogelijk persoonsgegevens op straat.",
        "Personal data may have leaked.",
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
                "Ik zie in mijn account de gegevens van iemand anders, is dit een datalek?",
                "I can see another customer's bank details in my account",
            ],
            &["Welke gegevens hebben jullie van mij nodig?"],
        );
    }
}
