//! The post wants an answer and others are already talking under it, but we are not (M33).

use crate::signal::{Signal, View};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Respond;

/// The post wants an answer and others are already talking under it, but we are not (M33).
pub(crate) const SIGNAL: Signal = Signal {
    id: "unanswered",
    nl: "Anderen reageren al, wij nog niet.",
    en: "Others react already, we do not.",
    points: 4,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let replies = view.reading.post.reach.replies.unwrap_or(0);
    let open = !view.reading.context.answered && view.verdict.respond == Respond::Yes;
    (open && replies > 0).then(|| match locale {
        Locale::Nl => format!("Anderen reageerden al ({replies}), wij nog niet."),
        Locale::En => format!("Others have replied already ({replies}), we have not."),
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_while_others_talk_and_we_do_not() {
        let mut post = post("Hoe laat gaan jullie open?");
        assert!(said(&SIGNAL, &post, &addressed()).is_none());
        post.reach.replies = Some(3);
        assert!(said(&SIGNAL, &post, &addressed()).is_some());
        let mut context = addressed();
        context.answered = true;
        assert!(said(&SIGNAL, &post, &context).is_none());
    }
}
