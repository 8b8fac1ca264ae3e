//! What the engine's home says to the agent, in Dutch and English.

pub mod judgement;
pub mod meters;

use toonvast_model::case::CaseState;
use toonvast_model::command::Refusal;
use toonvast_model::draft::Verdict;
use toonvast_model::locale::Locale;

/// The verdict over a draft.
#[must_use]
pub const fn verdict(verdict: Verdict, locale: Locale) -> &'static str {
    match verdict {
        Verdict::Post => locale.pick("Klaar om te plaatsen", "Ready to post"),
        Verdict::Improve => locale.pick("Kan beter", "Could be better"),
        Verdict::Block => locale.pick("Niet plaatsen", "Do not post"),
    }
}

/// The line that says who has a case and how it stands.
#[must_use]
pub fn case_line(state: CaseState, owner: Option<&str>, mine: bool, locale: Locale) -> String {
    let who = match (owner, mine) {
        (_, true) => locale.pick("jou", "you").to_owned(),
        (Some(name), false) => name.to_owned(),
        (None, false) => {
            return locale
                .pick("Teruggelegd in de wachtrij", "Back in the queue")
                .to_owned();
        }
    };
    match state {
        CaseState::Open => format!("{} {who}", locale.pick("Geclaimd door", "Claimed by")),
        CaseState::Completed => format!("{} {who}", locale.pick("Beantwoord door", "Answered by")),
        CaseState::Closed => format!("{} {who}", locale.pick("Afgesloten door", "Closed by")),
    }
}

/// Why something could not be done, and what to do.
#[must_use]
pub fn refusal(refusal: &Refusal, locale: Locale) -> String {
    let (nl, en) = match refusal {
        Refusal::AlreadyClaimed { .. } => (
            "Een collega had dit bericht al geclaimd. Jouw claim vervalt; overleg met je collega of kies een ander bericht.",
            "A colleague had claimed this post already. Your claim lapses; talk to your colleague or pick another post.",
        ),
        Refusal::NoSuchCase => (
            "Deze zaak bestaat niet (meer). Claim het bericht opnieuw.",
            "There is no such case (any more). Claim the post again.",
        ),
        Refusal::NotYours => (
            "Deze zaak is van een collega. Vraag die haar terug te leggen.",
            "This case is a colleague's. Ask them to release it.",
        ),
        Refusal::Closed => (
            "Deze zaak is afgesloten. Heropen haar eerst.",
            "This case is closed. Reopen it first.",
        ),
        Refusal::NotClosed => ("Deze zaak is al open.", "This case is open already."),
        Refusal::NotAnswered => (
            "Deze zaak heeft nog geen inhoudelijk antwoord. Beantwoord haar voordat je afsluit.",
            "This case has no substantive answer yet. Answer it before closing.",
        ),
        Refusal::IdReused => (
            "De server kende dit opdrachtnummer al voor iets anders. Doe het opnieuw.",
            "The server knew this command number for something else. Do it again.",
        ),
        Refusal::Invalid { field, why } => {
            return format!(
                "{} ({field}: {why})",
                locale.pick(
                    "Dit kan zo niet worden vastgelegd",
                    "This cannot be logged as it is"
                )
            );
        }
    };
    locale.pick(nl, en).to_owned()
}

/// Which post a draft answers.
#[must_use]
pub fn answering(author: &str, locale: Locale) -> String {
    format!("{} {author}", locale.pick("Antwoord aan", "Reply to"))
}

/// What the button says that puts back words of before.
#[must_use]
pub fn restore(moment: &str, locale: Locale) -> String {
    match locale {
        Locale::Nl => format!("Concept van {moment} terugzetten"),
        Locale::En => format!("Restore draft of {moment}"),
    }
}

/// A holding reply is being written though the answer is at hand (M36).
#[must_use]
pub const fn answer_known(locale: Locale) -> &'static str {
    locale.pick(
        "Het antwoord is bekend: antwoord meteen, dan is een tussenbericht niet nodig.",
        "The answer is known: answer right away, then no holding reply is needed.",
    )
}

/// The browser did not keep a click.
#[must_use]
pub fn not_kept(why: &str, locale: Locale) -> String {
    match locale {
        Locale::Nl => {
            format!("Niet bewaard: {why}. Maak ruimte vrij op de schijf en klik opnieuw.")
        }
        Locale::En => format!("Not kept: {why}. Free some disk space and click again."),
    }
}

/// The server does not know the brand this browser works for.
#[must_use]
pub fn other_brand(address: &str, brand: &toonvast_model::id::BrandId, locale: Locale) -> String {
    match locale {
        Locale::Nl => format!(
            "De server op {address} kent het merk `{brand}` van deze extensie niet voor jouw account. Vraag de beheerder om toegang, of installeer de extensie van dat merk."
        ),
        Locale::En => format!(
            "The server at {address} does not know the brand `{brand}` of this extension for your account. Ask the administrator for access, or install that brand's extension."
        ),
    }
}

/// A post that is not known here.
#[must_use]
pub const fn unknown_post(locale: Locale) -> &'static str {
    locale.pick(
        "Dit bericht is nog niet beoordeeld. Laad de pagina opnieuw.",
        "This post has not been judged yet. Reload the page.",
    )
}
