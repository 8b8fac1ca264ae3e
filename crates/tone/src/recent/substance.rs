//! What an answer holds that another answer can contradict: amounts, shares, terms, hours,
//! days and links.

use crate::reading::{Reading, Token};
use std::ops::Range;
use toonvast_model::span::Span;
use toonvast_text::WordKind;

/// A sort of value: only values of one sort are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// Money, in cents.
    Amount,
    /// Per cent, in hundredths.
    Share,
    /// A length of time, in minutes.
    Term,
    /// Working days.
    WorkingDays,
    /// Months.
    Months,
    /// A time of day, in minutes.
    Clock,
    /// A day of the week, from 1 for Monday.
    Weekday,
    /// A link, as a hash.
    Link,
    /// Yes (1) or no (0).
    Answer,
}

impl Sort {
    /// The sort it is compared as: lengths of time are, whatever they are counted in.
    pub const fn compared_as(self) -> Self {
        match self {
            Self::WorkingDays | Self::Months => Self::Term,
            other => other,
        }
    }

    /// Whether it may differ from one customer to the next though they ask the same, unless
    /// the question is nobody's in particular.
    pub const fn is_of_a_day(self) -> bool {
        matches!(self, Self::Clock | Self::Weekday)
    }
}

/// A value in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value {
    /// What it is.
    pub sort: Sort,
    /// How much, in the sort's own unit.
    pub measure: u64,
    /// Where it stands.
    pub span: Span,
    /// Number of its sentence.
    pub sentence: usize,
}

/// All values of a text, by position.
pub(crate) fn values(reading: &Reading) -> Vec<Value> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let value = at_token(reading, at);
        let end = value.as_ref().map_or(at + 1, |(_, _, tokens)| tokens.end);
        if let Some((sort, measure, tokens)) = value {
            let sentence = reading.tokens[tokens.start].sentence;
            let span = reading.span(tokens);
            found.push(Value {
                sort,
                measure,
                span,
                sentence,
            });
        }
        at = end.max(at + 1);
    }
    found
}

type Found = (Sort, u64, Range<usize>);

fn at_token(reading: &Reading, at: usize) -> Option<Found> {
    let token = &reading.tokens[at];
    match token.kind {
        WordKind::Link => Some((Sort::Link, link(token.span.of(reading.text)), at..at + 1)),
        WordKind::Number => money(reading, at)
            .or_else(|| share(reading, at))
            .or_else(|| clock(reading, at))
            .or_else(|| term(reading, at)),
        WordKind::Word => term(reading, at).or_else(|| weekday(token, at)),
        _ => None,
    }
}

/// `€ 4,95`, `4,95 euro`, `£5`
fn money(reading: &Reading, at: usize) -> Option<Found> {
    let token = &reading.tokens[at];
    let before = reading.text[..token.span.start].trim_end();
    let marked = before.ends_with(['€', '£', '$']) || is_word_before(reading, at, &["eur"]);
    let named = word(reading, at + 1, at).is_some_and(|word| {
        matches!(
            word,
            "euro" | "euros" | "eur" | "pond" | "pounds" | "pence" | "cent"
        )
    });
    let cents = hundredths(&token.folded)?;
    let only_cents = word(reading, at + 1, at).is_some_and(|word| matches!(word, "cent" | "pence"));
    let measure = if only_cents { cents / 100 } else { cents };
    let end = if named { at + 2 } else { at + 1 };
    (marked || named).then_some((Sort::Amount, measure, at..end))
}

/// `10%`, `10 procent`
fn share(reading: &Reading, at: usize) -> Option<Found> {
    let token = &reading.tokens[at];
    let marked = reading.text[token.span.end..].trim_start().starts_with('%');
    let named = word(reading, at + 1, at).is_some_and(|word| matches!(word, "procent" | "percent"));
    let end = if named { at + 2 } else { at + 1 };
    (marked || named).then_some((Sort::Share, hundredths(&token.folded)?, at..end))
}

/// `18.00`, `9:30 uur`, `om 18 uur`, `5 pm`
fn clock(reading: &Reading, at: usize) -> Option<Found> {
    const BEFORE: &[&str] = &[
        "om", "tot", "vanaf", "voor", "rond", "tussen", "en", "van", "sinds", "at", "until",
        "till", "from", "before", "around", "between", "and", "to",
    ];
    let text = reading.tokens[at].folded.as_str();
    let next = word(reading, at + 1, at);
    let (digits, half) = ["am", "pm"]
        .iter()
        .find_map(|half| text.strip_suffix(half).map(|digits| (digits, Some(*half))))
        .unwrap_or((text, next.filter(|word| matches!(*word, "am" | "pm"))));
    let end =
        at + 1 + usize::from(next.is_some_and(|word| matches!(word, "uur" | "u" | "am" | "pm")));
    let minutes = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => 60 * number(hour, 24)? + number(minute, 59)?,
        Some(_) => return None,
        None => {
            let hour = number(digits, 24)?;
            let told = half.is_some()
                || (next.is_some_and(|word| matches!(word, "uur" | "u"))
                    && is_word_before(reading, at, BEFORE));
            told.then_some(60 * hour)?
        }
    };
    let noon = 12 * 60;
    let afternoon = half == Some("pm") && minutes < noon;
    Some((
        Sort::Clock,
        if afternoon { minutes + noon } else { minutes },
        at..end,
    ))
}

/// `14 dagen`, `twee weken`, `binnen een maand`
fn term(reading: &Reading, at: usize) -> Option<Found> {
    const ONE: &[&str] = &[
        "binnen", "within", "na", "after", "tot", "maximaal", "minimaal", "minstens", "least", "to",
    ];
    let first = reading.tokens[at].folded.as_str();
    let count = match first {
        "een" | "one" | "a" if is_word_before(reading, at, ONE) => 1,
        _ => number(first, 999).or_else(|| spelt(first))?,
    };
    let mut unit_at = at + 1;
    let working =
        word(reading, unit_at, at).is_some_and(|word| matches!(word, "working" | "business"));
    unit_at += usize::from(working);
    let unit = word(reading, unit_at, at)?;
    let (sort, each) = match unit {
        "minuut" | "minuten" | "minute" | "minutes" => (Sort::Term, 1),
        "uur" | "uren" | "uurtje" | "hour" | "hours" => (Sort::Term, 60),
        "day" | "days" if working => (Sort::WorkingDays, 1),
        "dag" | "dagen" | "day" | "days" => (Sort::Term, 24 * 60),
        "werkdag" | "werkdagen" => (Sort::WorkingDays, 1),
        "week" | "weken" | "weeks" => (Sort::Term, 7 * 24 * 60),
        "maand" | "maanden" | "month" | "months" => (Sort::Months, 1),
        "jaar" | "jaren" | "year" | "years" => (Sort::Months, 12),
        _ => return None,
    };
    let rate = word(reading, unit_at + 1, at).is_some_and(|word| matches!(word, "per" | "a"));
    (!rate).then_some((sort, count * each, at..unit_at + 1))
}

fn weekday(token: &Token, at: usize) -> Option<Found> {
    const DAYS: [(&str, &str); 7] = [
        ("maandag", "monday"),
        ("dinsdag", "tuesday"),
        ("woensdag", "wednesday"),
        ("donderdag", "thursday"),
        ("vrijdag", "friday"),
        ("zaterdag", "saturday"),
        ("zondag", "sunday"),
    ];
    let day = (1..)
        .zip(DAYS)
        .find(|(_, (nl, en))| token.folded == *nl || token.folded == *en);
    day.map(|(number, _)| (Sort::Weekday, number, at..at + 1))
}

fn spelt(word: &str) -> Option<u64> {
    const WORDS: [(&str, &str); 12] = [
        ("twee", "two"),
        ("drie", "three"),
        ("vier", "four"),
        ("vijf", "five"),
        ("zes", "six"),
        ("zeven", "seven"),
        ("acht", "eight"),
        ("negen", "nine"),
        ("tien", "ten"),
        ("elf", "eleven"),
        ("twaalf", "twelve"),
        ("dertien", "thirteen"),
    ];
    let found = (2..)
        .zip(WORDS)
        .find(|(_, (nl, en))| word == *nl || word == *en);
    found.map(|(number, _)| number)
}

/// The word at a place, if it stands in the sentence of `beside`.
fn word<'r>(reading: &'r Reading, at: usize, beside: usize) -> Option<&'r str> {
    let token = reading.tokens.get(at)?;
    (token.sentence == reading.tokens[beside].sentence).then_some(token.folded.as_str())
}

fn is_word_before(reading: &Reading, at: usize, words: &[&str]) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| word(reading, before, at));
    before.is_some_and(|word| words.contains(&word))
}

/// A whole number up to `most`.
fn number(text: &str, most: u64) -> Option<u64> {
    let digits =
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits)?;
    (number <= most).then_some(number)
}

/// `1.250,50` as 125050; a part of two digits at the end is a fraction.
fn hundredths(text: &str) -> Option<u64> {
    let text = text.trim_end_matches(['-', ',', '.']);
    let (whole, part) = match text.rsplit_once([',', '.']) {
        Some((whole, part)) if part.len() <= 2 => (whole, part),
        _ => (text, ""),
    };
    let digits: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let sound = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || digits.len() > 9 || !sound(&digits) || !sound(part) {
        return None;
    }
    let whole: u64 = digits.parse().ok()?;
    let part: u64 = format!("{part:0<2}").parse().ok()?;
    Some(100 * whole + part)
}

/// A link without protocol, `www.` and closing slash.
fn link(text: &str) -> u64 {
    let lower = text.to_lowercase();
    let bare = lower
        .split_once("://")
        .map_or(lower.as_str(), |(_, rest)| rest);
    let bare = bare
        .strip_prefix("www.")
        .unwrap_or(bare)
        .trim_end_matches('/');
    u64::from(super::sketch::word_hash(bare))
}

#[cfg(test)]
mod tests {
    use super::{Sort, values};
    use crate::reading::Reading;
    use proptest::prelude::*;

    #[test]
    fn finds_what_answers_can_differ_in() {
        const DAY: u64 = 24 * 60;
        type Expected = &'static [(Sort, u64, &'static str)];
        let table: &[(&str, Expected)] = &[
            ("Dat kost € 4,95 per keer.", &[(Sort::Amount, 495, "4,95")]),
            (
                "Dat kost 5 euro of 1.250,50 euro.",
                &[
                    (Sort::Amount, 500, "5 euro"),
                    (Sort::Amount, 125_050, "1.250,50 euro"),
                ],
            ),
            ("It is £12.50 in all.", &[(Sort::Amount, 1250, "12.50")]),
            ("Je krijgt 10% korting.", &[(Sort::Share, 1000, "10")]),
            (
                "Je krijgt 7,5 procent korting.",
                &[(Sort::Share, 750, "7,5 procent")],
            ),
            ("Binnen 14 dagen.", &[(Sort::Term, 14 * DAY, "14 dagen")]),
            (
                "Binnen twee weken.",
                &[(Sort::Term, 14 * DAY, "twee weken")],
            ),
            ("Binnen een week.", &[(Sort::Term, 7 * DAY, "een week")]),
            ("Het is een dag geworden.", &[]),
            (
                "Within 3 working days.",
                &[(Sort::WorkingDays, 3, "3 working days")],
            ),
            (
                "Binnen 5 werkdagen.",
                &[(Sort::WorkingDays, 5, "5 werkdagen")],
            ),
            ("Na 1 jaar.", &[(Sort::Months, 12, "1 jaar")]),
            ("Binnen 24 uur.", &[(Sort::Term, DAY, "24 uur")]),
            ("We zijn 24 uur per dag open.", &[]),
            (
                "We zijn open tot 18 uur.",
                &[(Sort::Clock, 18 * 60, "18 uur")],
            ),
            (
                "We zijn open tot 18.30 uur.",
                &[(Sort::Clock, 18 * 60 + 30, "18.30 uur")],
            ),
            ("We close at 5 pm.", &[(Sort::Clock, 17 * 60, "5 pm")]),
            ("Op maandag niet.", &[(Sort::Weekday, 1, "maandag")]),
            ("Bestelling 48211 is er.", &[]),
            ("Er zijn 3 fietsen.", &[]),
        ];
        for (text, expected) in table {
            let found = values(&Reading::new(text));
            let found: Vec<(Sort, u64, &str)> = found
                .iter()
                .map(|value| (value.sort, value.measure, value.span.of(text)))
                .collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn one_link_is_one_however_it_is_written() {
        let measure = |text: &str| {
            values(&Reading::new(text))
                .first()
                .map(|value| value.measure)
        };
        assert!(measure("Zie fietsfluit.nl/retour").is_some());
        assert_eq!(
            measure("Zie fietsfluit.nl/retour"),
            measure("Zie https://www.Fietsfluit.nl/retour/")
        );
        assert_ne!(
            measure("Zie fietsfluit.nl/retour"),
            measure("Zie fietsfluit.nl/ruilen")
        );
    }

    proptest! {
        #[test]
        fn reads_anything(text in "[\\PC€£0-9.,:% ]{0,60}") {
            for value in values(&Reading::new(&text)) {
                prop_assert!(!value.span.is_empty() && text.get(value.span.start..value.span.end).is_some());
            }
        }
    }
}
