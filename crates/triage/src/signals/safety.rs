//! Danger to life or health: minutes count.

use crate::signal::{Signal, View, say};
use crate::verdict::Crisis;
use toonvast_model::locale::Locale;

/// Danger to life or health: minutes count.
pub(crate) const SIGNAL: Signal = Signal {
    id: "safety",
    nl: "Gevaar voor leven of gezondheid.",
    en: "Danger to life or health.",
    points: 100,
    alarm: true,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.crisis == Some(Crisis::Safety);
    say(
        fired,
        locale,
        "Er is mogelijk gevaar voor iemands gezondheid of veiligheid.",
        "Somebody's health or safety may be at risk.",
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
                "Mijn accu is ontploft en het hele schuurtje staat in brand",
                "My son was taken to hospital, the brakes failed",
            ],
            &["Zit er een helm bij de fiets?"],
        );
    }
}
