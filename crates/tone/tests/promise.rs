//! What a reply promises, and when that is due: said on a Tuesday at ten, to a team that is there
//! on working days from nine to five.

use proptest::prelude::*;
use toonvast_model::calendar::{Calendar, LocalDate, OpeningHours, Zone};
use toonvast_model::draft::ReplyKind;
use toonvast_model::timestamp::Timestamp;
use toonvast_tone::{promise, reply_kind};

/// Tuesday 24 November 2026.
const NOW: &str = "2026-11-24T10:00:00+01:00";

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

fn office() -> Calendar {
    let hours = [OpeningHours::parse("mon-fri", "09:00", "17:00").expect("hours")];
    let holiday: LocalDate = "2026-12-25".parse().expect("a date");
    Calendar::new(Zone::default(), &hours, &[holiday], &[])
}

/// When what is promised is due, as `day.month hh:mm` on the wall; empty when nothing is.
fn due(text: &str, calendar: &Calendar, now: &str) -> String {
    let now = at(now);
    let Some(promise) = promise(text) else {
        return String::new();
    };
    let Some(due) = promise.term.deadline(calendar, now) else {
        return "never".to_owned();
    };
    assert!(due > now, "{text}");
    let zone = Zone::default();
    let (date, minute) = zone.date(due).zip(zone.minute(due)).expect("a date");
    let (hour, minute) = (minute / 60, minute % 60);
    format!("{}.{} {hour:02}:{minute:02}", date.day(), date.month() + 1)
}

/// Lines of a deadline and the reply that promises it.
fn all(table: &str, least: usize) {
    let lines: Vec<_> = table
        .lines()
        .filter_map(|line| line.split_once(" | "))
        .collect();
    let wrong: Vec<String> = lines
        .iter()
        .filter_map(|(expected, text)| {
            let found = due(text, &office(), NOW);
            let said = promise(text).map(|promise| promise.span.of(text));
            (found != *expected)
                .then(|| format!("{text}\n  {expected} expected, {found} by {said:?}"))
        })
        .collect();
    assert!(lines.len() >= least, "{}", lines.len());
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        lines.len(),
        wrong.join("\n")
    );
}

#[test]
fn dutch_promises_have_a_deadline() {
    all(include_str!("promises/dutch.txt"), 60);
}

#[test]
fn english_promises_have_a_deadline() {
    all(include_str!("promises/english.txt"), 40);
}

#[test]
fn what_looks_like_a_promise_is_none() {
    let wrong: Vec<String> = include_str!("promises/none.txt")
        .lines()
        .filter_map(|text| Some(format!("{text}: {}", promise(text)?.span.of(text))))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_promise_makes_a_reply_a_holding_reply() {
    for text in [
        "Stuur je me een privébericht? Dan hoor je vandaag nog van me. ^Noor",
        "Morgen voor 12.00 weten we meer. ^Noor",
        "You'll have an answer by Friday. ^Noor",
    ] {
        assert_eq!(reply_kind(text), ReplyKind::Holding, "{text}");
    }
    for text in [
        "Je kunt hem binnen 30 dagen ruilen. ^Noor",
        "Wij zijn vandaag tot 18.00 uur open. ^Noor",
    ] {
        assert_eq!(reply_kind(text), ReplyKind::Substantive, "{text}");
    }
}

/// Lines of who says it, when, when that is due, and the words: an office, a shop that is open
/// until ten, or somebody who is always there.
#[test]
fn the_same_words_are_due_by_the_clock_of_the_day() {
    let shop = [OpeningHours::parse("mon-sat", "09:00", "22:00").expect("hours")];
    let shop = Calendar::new(Zone::default(), &shop, &[], &[]);
    let (office, night) = (office(), Calendar::always());
    for line in include_str!("promises/clock.txt").lines() {
        let (head, text) = line.split_once(" | ").expect("words");
        let (said, expected) = head.split_once(" -> ").expect("a deadline");
        let (who, now) = said.split_once(' ').expect("a moment");
        let calendar = match who {
            "office" => &office,
            "shop" => &shop,
            _ => &night,
        };
        assert_eq!(due(text, calendar, now), expected, "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_breaks_it(
        words in proptest::collection::vec(prop_oneof![
            "binnen|voor|uiterlijk|over|tussen|en|eind|van|de|het|om|half|kwart",
            "[0-9]{1,4}|[0-9]{1,2}[.:][0-9]{2}|€ 5|24u|5pm",
            "uur|dagen|werkdagen|week|weekend|maand|vandaag|morgen|vrijdag|vrijdagmiddag|ochtend|december",
            "within|by|before|the|end|of|next|noon|tomorrow|Friday|hours|working|pm|5",
            "hoor|je|ik|bel|we|will|you|back|let|know|dat|als|if",
            "[.,?!:^ ]|\\PC{0,3}",
        ], 0..16),
        now in 0_i64..4_000_000_000_000,
    ) {
        let text = words.join(" ");
        if let Some(promise) = promise(&text) {
            prop_assert!(!promise.span.of(&text).is_empty());
            if let Some(due) = promise.term.deadline(&office(), Timestamp(now)) {
                prop_assert!(due > Timestamp(now));
            }
        }
    }

    #[test]
    fn no_moment_breaks_it(now: i64, text in "Je hoort (binnen [1-9]{1,3} (uur|werkdagen)|morgen voor [0-9]{1,2} uur|eind volgende maand|voor 31 december) van ons") {
        if let Some(promise) = promise(&text) {
            let due = promise.term.deadline(&office(), Timestamp(now));
            prop_assert!(due.is_none_or(|due| due > Timestamp(now)));
        }
    }
}
