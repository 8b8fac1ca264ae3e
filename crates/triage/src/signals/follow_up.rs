//! Somebody comes back on our answer: the conversation is not done (M33).

use crate::signal::{Signal, View, say};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Sentiment;

/// Somebody comes back on our answer: the conversation is not done (M33).
pub(crate) const SIGNAL: Signal = Signal {
    id: "follow-up",
    nl: "Een reactie op ons eigen antwoord.",
    en: "A reply to our own answer.",
    points: 18,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    // Thanks for our answer need no haste; whoever still asks or grumbles does.
    let fired = view.reading.context.follow_up
        && (view.verdict.asks_help || view.verdict.sentiment == Sentiment::Negative);
    say(
        fired,
        locale,
        "De schrijver reageert op ons antwoord en is nog niet geholpen.",
        "The writer replies to our answer and is not helped yet.",
    )
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_when_our_answer_did_not_help() {
        let mut context = addressed();
        let post = post("En wanneer krijg ik dan mijn geld terug?");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.follow_up = true;
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
