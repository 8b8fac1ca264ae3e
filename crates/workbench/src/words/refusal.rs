//! Refusals: what was refused, why, and what to do.

use crate::trouble::Trouble;
use toonvast_model::command::Refusal;
use toonvast_model::locale::Locale;

/// A refusal in words; never repeats what the customer or the agent wrote.
#[must_use]
pub fn refusal(locale: Locale, refusal: &Refusal) -> Trouble {
    let (what, why, todo) = match refusal {
        Refusal::Invalid { field, why } => return invalid(locale, field, why),
        Refusal::AlreadyClaimed { .. } => locale_triple(locale, ALREADY_CLAIMED),
        Refusal::NoSuchCase => locale_triple(locale, NO_SUCH_CASE),
        Refusal::NotYours => locale_triple(locale, NOT_YOURS),
        Refusal::Closed => locale_triple(locale, CLOSED),
        Refusal::NotClosed => locale_triple(locale, NOT_CLOSED),
        Refusal::NotAnswered => locale_triple(locale, NOT_ANSWERED),
        Refusal::IdReused => locale_triple(locale, ID_REUSED),
    };
    let case = match refusal {
        Refusal::AlreadyClaimed { case } => Some(*case),
        _ => None,
    };
    Trouble {
        case,
        ..Trouble::new(what, why, todo)
    }
}

fn invalid(locale: Locale, field: &str, why: &str) -> Trouble {
    Trouble::new(
        locale.pick("Niet vastgelegd.", "Not recorded."),
        format!("{field}: {why}"),
        locale.pick(
            "Pas dit aan en probeer het opnieuw.",
            "Change this and try again.",
        ),
    )
}

type Triple = [(&'static str, &'static str); 3];

fn locale_triple(locale: Locale, triple: Triple) -> (&'static str, &'static str, &'static str) {
    let [what, why, todo] = triple.map(|(nl, en)| locale.pick(nl, en));
    (what, why, todo)
}

const ALREADY_CLAIMED: Triple = [
    ("Niet geclaimd.", "Not claimed."),
    (
        "Een collega was je net voor.",
        "A colleague was just ahead of you.",
    ),
    (
        "Kijk op de zaak wie het is, of pak het volgende bericht.",
        "See on the case who it is, or take the next post.",
    ),
];
const NO_SUCH_CASE: Triple = [
    ("Deze zaak is er niet.", "There is no such case."),
    (
        "Zij is gewist, of hoort bij een ander merk.",
        "It was erased, or belongs to another brand.",
    ),
    ("Ga terug naar de wachtrij.", "Go back to the queue."),
];
const NOT_YOURS: Triple = [
    ("Niet gedaan.", "Not done."),
    (
        "Deze zaak is van een collega.",
        "This case belongs to a colleague.",
    ),
    (
        "Vraag je collega de zaak terug te leggen.",
        "Ask your colleague to give it back.",
    ),
];
const CLOSED: Triple = [
    ("Niet gedaan.", "Not done."),
    ("Deze zaak is afgesloten.", "This case is closed."),
    (
        "Heropen de zaak als er nog iets moet gebeuren.",
        "Reopen the case if something is left to do.",
    ),
];
const NOT_CLOSED: Triple = [
    ("Niet heropend.", "Not reopened."),
    ("Deze zaak is al open.", "This case is open already."),
    ("Je kunt meteen verder.", "You can go on right away."),
];
const NOT_ANSWERED: Triple = [
    ("Niet afgesloten.", "Not closed."),
    (
        "Er staat nog geen inhoudelijk antwoord op de zaak.",
        "The case has no substantive answer yet.",
    ),
    (
        "Beantwoord het bericht op de pagina en sluit daarna af.",
        "Answer the post on its page, then close.",
    ),
];
const ID_REUSED: Triple = [
    ("Niet gedaan.", "Not done."),
    (
        "Deze handeling was al eerder voor iets anders gebruikt.",
        "This action was used before for something else.",
    ),
    (
        "Laad het scherm opnieuw en probeer het nog eens.",
        "Reload the screen and try again.",
    ),
];
