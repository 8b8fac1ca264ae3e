//! An author many listen to: followers, press, politics, a body of patients (M22, M24).

use crate::signal::{Signal, View};
use crate::verdict::{many_followers, speaks_for_many};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Influence, Kind};

/// An author many listen to (M22, M24).
pub(crate) const SIGNAL: Signal = Signal {
    id: "influential-author",
    nl: "Een schrijver naar wie velen luisteren.",
    en: "An author many listen to.",
    points: 60,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    if view.verdict.about == About::None || view.verdict.kind == Kind::Spam {
        return None;
    }
    if let Some(followers) = many_followers(view.reading, view.policy) {
        return Some(match locale {
            Locale::Nl => format!("De schrijver heeft {followers} volgers."),
            Locale::En => format!("The author has {followers} followers."),
        });
    }
    let named = view
        .policy
        .influence
        .named(&view.reading.post.author.handle);
    let listened_to = named == Some(Influence::High) || speaks_for_many(view.reading);
    (listened_to && view.verdict.influence == Influence::High).then(|| {
        let nl = "De schrijver spreekt namens pers, politiek of een organisatie.";
        locale
            .pick(
                nl,
                "The author speaks for press, politics or an organisation.",
            )
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_from_ten_thousand_followers() {
        let mut post = post("Mijn fiets staat er nog");
        for (followers, expected) in [(None, false), (Some(9_999), false), (Some(10_000), true)] {
            post.author.followers = followers;
            assert_eq!(
                said(&SIGNAL, &post, &addressed()).is_some(),
                expected,
                "{followers:?}"
            );
        }
    }
}
