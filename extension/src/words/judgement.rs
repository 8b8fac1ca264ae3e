//! What an opened badge says of a judgement.

use toonvast_model::calendar::Zone;
use toonvast_model::locale::Locale;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Respond, Ruling};

const DAYS_NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_NL: [&str; 12] = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];
const MONTHS_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A moment as colleagues name it to each other, by the clock on the team's wall: "14:30",
/// "morgen 12:00", "ma 12:00", "28 dec 12:00".
#[must_use]
pub fn moment(at: Timestamp, now: Timestamp, zone: &Zone, locale: Locale) -> String {
    let parts = zone.date(at).zip(zone.date(now)).zip(zone.minute(at));
    let Some(((date, today), minute)) = parts else {
        return at.to_string();
    };
    let time = format!("{:02}:{:02}", minute / 60, minute % 60);
    let (days, months) = match locale {
        Locale::Nl => (DAYS_NL, MONTHS_NL),
        Locale::En => (DAYS_EN, MONTHS_EN),
    };
    let day = match date.days_since(today) {
        0 => return time,
        1 => locale.pick("morgen", "tomorrow"),
        -1 => locale.pick("gisteren", "yesterday"),
        2..=6 => days.get(date.weekday()).copied().unwrap_or_default(),
        _ => {
            let month = months.get(date.month()).copied().unwrap_or_default();
            return format!("{} {month} {time}", date.day());
        }
    };
    format!("{day} {time}")
}

/// By when a first response is due, or that it is late.
#[must_use]
pub fn respond_by(moment: &str, late: bool, locale: Locale) -> String {
    match (locale, late) {
        (Locale::Nl, false) => format!("reageer voor {moment}"),
        (Locale::Nl, true) => format!("reactie te laat sinds {moment}"),
        (Locale::En, false) => format!("respond by {moment}"),
        (Locale::En, true) => format!("response overdue since {moment}"),
    }
}

/// By when the answer is due, or that it is late.
#[must_use]
pub fn answer_by(moment: &str, late: bool, locale: Locale) -> String {
    match (locale, late) {
        (Locale::Nl, false) => format!("antwoord voor {moment}"),
        (Locale::Nl, true) => format!("antwoord te laat sinds {moment}"),
        (Locale::En, false) => format!("answer by {moment}"),
        (Locale::En, true) => format!("answer overdue since {moment}"),
    }
}

/// By when an answer was promised, or that the promise is broken (M35).
#[must_use]
pub fn promised_by(moment: &str, late: bool, locale: Locale) -> String {
    match (locale, late) {
        (Locale::Nl, false) => format!("beloofd voor {moment}"),
        (Locale::Nl, true) => format!("belofte verlopen sinds {moment}"),
        (Locale::En, false) => format!("promised by {moment}"),
        (Locale::En, true) => format!("promise broken since {moment}"),
    }
}

/// What a draft promises: "Belofte: vandaag 17:00".
#[must_use]
pub fn promises(due: Timestamp, now: Timestamp, zone: &Zone, locale: Locale) -> String {
    let today = zone.date(due) == zone.date(now);
    let day = if today {
        locale.pick("vandaag ", "today ")
    } else {
        ""
    };
    let moment = moment(due, now, zone, locale);
    format!("{}: {day}{moment}", locale.pick("Belofte", "Promise"))
}

/// Whether to answer and why: by the brand's policy, or because the team said so.
#[must_use]
pub fn ruling(respond: Respond, ruling: &Ruling, set_right: bool, locale: Locale) -> String {
    let answer = lower(respond.word(locale));
    match (locale, set_right) {
        (Locale::Nl, false) => format!("Beantwoorden: {answer}, want {}", lower(&ruling.text)),
        (Locale::Nl, true) => format!("Beantwoorden: {answer}, want het team zei dat zo."),
        (Locale::En, false) => format!("Answer: {answer}, because {}", lower(&ruling.text)),
        (Locale::En, true) => format!("Answer: {answer}, because the team said so."),
    }
}

/// A sentence that continues another.
fn lower(sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next();
    first
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(rest)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_named_by_the_clock_on_the_wall() {
        let at = |text| Timestamp::parse(text).expect("a moment");
        let now = at("2026-12-21T22:30:00Z");
        let table = [
            ("2026-12-21T22:45:00Z", "23:45", "23:45"),
            ("2026-12-21T23:05:00Z", "morgen 00:05", "tomorrow 00:05"),
            ("2026-12-20T11:00:00Z", "gisteren 12:00", "yesterday 12:00"),
            ("2026-12-24T11:00:00Z", "do 12:00", "Thu 12:00"),
            ("2026-12-28T11:00:00Z", "28 dec 12:00", "28 Dec 12:00"),
            ("2026-12-01T11:00:00Z", "1 dec 12:00", "1 Dec 12:00"),
        ];
        for (due, nl, en) in table {
            let said = |locale| moment(at(due), now, &Zone::default(), locale);
            assert_eq!(
                (said(Locale::Nl).as_str(), said(Locale::En).as_str()),
                (nl, en)
            );
        }
        let never = moment(Timestamp(i64::MAX), now, &Zone::default(), Locale::Nl);
        assert_eq!(never, i64::MAX.to_string());
    }

    #[test]
    fn a_promise_is_named_with_its_day() {
        let at = |text| Timestamp::parse(text).expect("a moment");
        let now = at("2026-11-24T09:00:00Z");
        let table = [
            (
                "2026-11-24T16:00:00Z",
                "Belofte: vandaag 17:00",
                "Promise: today 17:00",
            ),
            (
                "2026-11-25T11:00:00Z",
                "Belofte: morgen 12:00",
                "Promise: tomorrow 12:00",
            ),
            (
                "2026-11-27T16:00:00Z",
                "Belofte: vr 17:00",
                "Promise: Fri 17:00",
            ),
        ];
        for (due, nl, en) in table {
            let said = |locale| promises(at(due), now, &Zone::default(), locale);
            assert_eq!(
                (said(Locale::Nl).as_str(), said(Locale::En).as_str()),
                (nl, en)
            );
        }
    }

    #[test]
    fn a_ruling_is_one_sentence() {
        let rule = Ruling {
            rule: "answers.question".into(),
            text: "Iemand stelt een vraag.".into(),
        };
        assert_eq!(
            ruling(Respond::Yes, &rule, false, Locale::Nl),
            "Beantwoorden: ja, want iemand stelt een vraag."
        );
        assert_eq!(
            ruling(Respond::No, &rule, true, Locale::En),
            "Answer: no, because the team said so."
        );
    }
}
