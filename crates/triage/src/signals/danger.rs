//! The judge reads danger between the lines (label guide, urgent).

use crate::signal::{Signal, View, say};
use crate::verdict::Crisis;
use toonvast_model::locale::Locale;

/// The judge reads danger between the lines (label guide, urgent).
pub(crate) const SIGNAL: Signal = Signal {
    id: "danger",
    nl: "Minuten tellen.",
    en: "Minutes count.",
    points: 60,
    alarm: true,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.crisis == Some(Crisis::Unnamed);
    say(
        fired,
        locale,
        "Uit het geheel blijkt dat minuten tellen: veiligheid, gezondheid, gegevens of pers.",
        "Taken together minutes count: safety, health, data or press.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::check;

    #[test]
    fn stays_silent_on_everyday_posts() {
        check(
            &SIGNAL,
            &[],
            &["Hoe laat gaan jullie open?", "Wat een fijne fiets!"],
        );
    }
}
