//! Somebody may harm themselves: minutes count.

use crate::signal::{Signal, View, say};
use crate::verdict::Crisis;
use toonvast_model::locale::Locale;

/// Somebody may harm themselves: minutes count.
pub(crate) const SIGNAL: Signal = Signal {
    id: "self-harm",
    nl: "Iemand doet zichzelf mogelijk iets aan.",
    en: "Somebody may harm themselves.",
    points: 120,
    alarm: true,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.crisis == Some(Crisis::SelfHarm);
    say(
        fired,
        locale,
        "De schrijver doet zichzelf mogelijk iets aan; schakel meteen hulp in.",
        "The writer may harm themselves; get help at once.",
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
                "ik trek het niet meer, het hoeft voor mij echt niet meer",
                "I want to die, I can't go on",
            ],
            &["De app hoeft van mij geen kleuren"],
        );
    }
}
