//! An outage that hits many: minutes count.

use crate::signal::{Signal, View, say};
use crate::verdict::Crisis;
use toonvast_model::locale::Locale;

/// An outage that hits many: minutes count.
pub(crate) const SIGNAL: Signal = Signal {
    id: "outage",
    nl: "Een storing die velen treft.",
    en: "An outage that hits many.",
    points: 85,
    alarm: true,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.crisis == Some(Crisis::Outage);
    say(
        fired,
        locale,
        "Een storing treft meer mensen dan de schrijver.",
        "An outage hits more people than the writer.",
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
                "Storing! Niemand in heel Utrecht kan inloggen, alles ligt eruit",
                "Your app is down for everyone, the whole city is stranded",
            ],
            &["Mijn app doet het niet"],
        );
    }
}
