//! It belongs to a campaign that runs: watched more sharply (M12).

use crate::signal::{Signal, View};
use toonvast_model::locale::Locale;
use toonvast_model::triage::About;

/// It belongs to a campaign that runs: watched more sharply (M12).
pub(crate) const SIGNAL: Signal = Signal {
    id: "campaign",
    nl: "Hoort bij een campagne die loopt.",
    en: "Belongs to a running campaign.",
    points: 15,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let ours = view.verdict.about != About::None;
    let running = view.reading.campaigns(view.policy);
    let name = &running.first().filter(|_| ours)?.name;
    Some(match locale {
        Locale::Nl => format!("Hoort bij de campagne {name}, die nu loopt."),
        Locale::En => format!("Belongs to the campaign {name}, which runs now."),
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, campaigning, post, said};

    #[test]
    fn fires_while_the_campaign_runs() {
        let mut context = addressed();
        let post = post("Wat een rare reclame, dat #fluitlente van jullie");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.now = Some(campaigning());
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
