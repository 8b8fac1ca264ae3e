//! How long the writer has waited for a first reaction (M33).

use crate::signal::{Signal, View};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Respond;

/// How long the writer has waited for a first reaction (M33).
pub(crate) const SIGNAL: Signal = Signal {
    id: "waiting-time",
    nl: "De schrijver wacht al langer dan een uur.",
    en: "The writer has waited for more than an hour.",
    points: 10,
    alarm: false,
    words: false,
    fires,
};

/// Minutes after which it fires.
const PATIENCE: u64 = 60;

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let minutes = view.reading.minutes_waited()?;
    let open = !view.reading.context.answered && view.verdict.respond == Respond::Yes;
    (open && minutes >= PATIENCE).then(|| {
        let (hours, days) = (minutes / 60, minutes / 1440);
        match (locale, days) {
            (Locale::Nl, 0 | 1) => format!("De schrijver wacht al {hours} uur op een reactie."),
            (Locale::En, 0 | 1) => format!("The writer has waited {hours} h for a reaction."),
            (Locale::Nl, days) => format!("De schrijver wacht al {days} dagen op een reactie."),
            (Locale::En, days) => format!("The writer has waited {days} days for a reaction."),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};
    use toonvast_model::timestamp::Timestamp;

    #[test]
    fn fires_after_an_hour_without_answer() {
        let mut post = post("Hoe laat gaan jullie open?");
        post.posted_at = Some(Timestamp(0));
        for (minutes, answered, expected) in
            [(59, false, false), (60, false, true), (600, true, false)]
        {
            let mut context = addressed();
            context.now = Some(Timestamp(minutes * 60_000));
            context.answered = answered;
            assert_eq!(
                said(&SIGNAL, &post, &context).is_some(),
                expected,
                "{minutes} {answered}"
            );
        }
    }
}
