//! A post that travels far (M23).

use crate::signal::{Signal, View};
use crate::verdict::wide_reach;
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Kind};

/// A post that travels far (M23).
pub(crate) const SIGNAL: Signal = Signal {
    id: "wide-reach",
    nl: "Een bericht dat ver reikt.",
    en: "A post that travels far.",
    points: 60,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    if view.verdict.about == About::None || view.verdict.kind == Kind::Spam {
        return None;
    }
    wide_reach(view.reading, view.policy).map(|shares| match locale {
        Locale::Nl => format!("Het bericht is {shares} keer gedeeld."),
        Locale::En => format!("The post has been shared {shares} times."),
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_from_a_hundred_shares() {
        let mut post = post("Mijn fiets staat er nog");
        for (shares, expected) in [(None, false), (Some(99), false), (Some(100), true)] {
            post.reach.shares = shares;
            assert_eq!(
                said(&SIGNAL, &post, &addressed()).is_some(),
                expected,
                "{shares:?}"
            );
        }
    }
}
