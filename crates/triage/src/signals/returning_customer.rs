//! The writer turned to us before, as our own log knows (M99).

use crate::signal::{Signal, View};
use toonvast_model::locale::Locale;
use toonvast_model::triage::About;

/// The writer turned to us before, as our own log knows (M99).
pub(crate) const SIGNAL: Signal = Signal {
    id: "returning-customer",
    nl: "Iemand die al vaker schreef.",
    en: "Somebody who wrote before.",
    points: 24,
    alarm: false,
    words: false,
    fires,
};

fn fires(view: &View<'_>, locale: Locale) -> Option<String> {
    let earlier = view.reading.context.earlier_posts;
    let open = view.verdict.asks_help && view.verdict.about != About::None;
    (open && earlier > 0).then(|| match locale {
        Locale::Nl => format!("De schrijver kwam al eerder bij ons ({earlier} keer)."),
        Locale::En => format!("The writer has come to us before ({earlier} times)."),
    })
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::signal::testing::{addressed, post, said};

    #[test]
    fn fires_for_who_came_before() {
        let mut context = addressed();
        let post = post("Waar blijft mijn fiets?");
        assert!(said(&SIGNAL, &post, &context).is_none());
        context.earlier_posts = 2;
        assert!(said(&SIGNAL, &post, &context).is_some());
    }
}
