//! An opening: sale, ambassador, product idea (M28, M85).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;

/// An opening: sale, ambassador, product idea (M28, M85).
pub(crate) const SIGNAL: Signal = Signal {
    id: "chance",
    nl: "Een kans.",
    en: "An opening.",
    points: 6,
    alarm: false,
    words: true,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let fired = view.verdict.chance;
    say(
        fired,
        locale,
        "Hier ligt een kans: een verkoop, een ambassadeur of een idee.",
        "An opening: a sale, an ambassador or an idea.",
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
            &["Ik overweeg een abonnement, hebben jullie ook een bakfiets op voorraad?"],
            &["Mijn fiets is stuk"],
        );
    }
}
