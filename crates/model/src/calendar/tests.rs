//! Weeks with weekends, clocks that jump, holidays, and moments no clock shows.

use super::{Calendar, LOOK_AHEAD, LocalDate, OpeningHours, SpecialHours, Zone};
use crate::timestamp::Timestamp;
use proptest::prelude::*;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn dates(texts: &[&str]) -> Vec<LocalDate> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn hours(table: &[(&str, &str, &str)]) -> Vec<OpeningHours> {
    table
        .iter()
        .map(|(days, from, to)| OpeningHours::parse(days, from, to).unwrap())
        .collect()
}

fn amsterdam(table: &[(&str, &str, &str)]) -> Calendar {
    Calendar::new(Zone::default(), &hours(table), &[], &[])
}

/// Working days, nine to five (M143), Christmas, and an early close the day before.
fn office() -> Calendar {
    let date = "2026-12-24".parse().unwrap();
    Calendar::new(
        Zone::default(),
        &hours(&[("mon-fri", "09:00", "17:00")]),
        &dates(&["2026-12-25", "2026-12-26"]),
        &[SpecialHours::parse(date, "09:00", "12:00").unwrap()],
    )
}

#[test]
fn hours_open_at_the_first_minute_and_close_at_the_last() {
    let table = [
        ("2026-11-20T07:59:59+01:00", false),
        ("2026-11-20T09:00:00+01:00", true),
        ("2026-11-20T16:59:59.999+01:00", true),
        ("2026-11-20T17:00:00+01:00", false),
        ("2026-11-21T12:00:00+01:00", false),
        ("2026-07-20T09:00:00+02:00", true),
        ("2026-12-24T11:59:00+01:00", true),
        ("2026-12-24T12:00:00+01:00", false),
        ("2026-12-25T12:00:00+01:00", false),
    ];
    for (moment, expected) in table {
        assert_eq!(office().is_open(at(moment)), expected, "{moment}");
    }
}

#[test]
fn open_minutes_pass_only_while_the_team_is_there() {
    let table = [
        // Friday afternoon to Monday morning.
        (
            "2026-11-20T16:00:00+01:00",
            240,
            "2026-11-23T12:00:00+01:00",
        ),
        ("2026-11-20T16:00:00+01:00", 60, "2026-11-20T17:00:00+01:00"),
        ("2026-11-21T03:00:00+01:00", 1, "2026-11-23T09:01:00+01:00"),
        ("2026-11-21T03:00:00+01:00", 0, "2026-11-21T03:00:00+01:00"),
        // Over Christmas, from the early close to Monday.
        ("2026-12-24T11:30:00+01:00", 60, "2026-12-28T09:30:00+01:00"),
        // 24 open hours are three working days.
        (
            "2026-11-16T09:00:00+01:00",
            1440,
            "2026-11-18T17:00:00+01:00",
        ),
    ];
    for (from, minutes, expected) in table {
        let calendar = office();
        let reached = calendar.after(at(from), minutes);
        assert_eq!(reached, at(expected), "{from} {minutes}");
        assert_eq!(calendar.open_minutes_between(at(from), reached), minutes);
    }
}

#[test]
fn a_weekend_on_which_the_clock_jumps_is_as_long_as_it_is() {
    let nights = amsterdam(&[("sat-mon", "00:00", "24:00")]);
    let (spring, autumn) = ("2026-03-29T00:00:00+01:00", "2026-10-25T00:00:00+02:00");
    assert_eq!(
        nights.after(at(spring), 23 * 60),
        at("2026-03-30T00:00:00+02:00")
    );
    assert_eq!(
        nights.after(at(autumn), 25 * 60),
        at("2026-10-26T00:00:00+01:00")
    );

    // What the clock skips is nobody's hour; what it shows twice counts once.
    let table = [
        (("01:00", "02:30"), (spring, 60), (autumn, 90)),
        (("02:15", "02:45"), (spring, 0), (autumn, 30)),
        (("02:30", "04:00"), (spring, 60), (autumn, 150)),
    ];
    for ((from, to), (spring, short), (autumn, long)) in table {
        let night = amsterdam(&[("sun", from, to)]);
        let of = |day: &str| {
            let start = at(day);
            night.open_minutes_between(start, Timestamp(start.0 + 86_400_000))
        };
        assert_eq!((of(spring), of(autumn)), (short, long), "{from} {to}");
    }
}

#[test]
fn hours_that_overlap_or_touch_count_once() {
    let calendar = amsterdam(&[
        ("mon-fri", "09:00", "17:00"),
        ("mon", "08:00", "12:00"),
        ("mon", "17:00", "24:00"),
        ("tue", "00:00", "02:00"),
    ]);
    let monday = at("2026-11-23T00:00:00+01:00");
    assert_eq!(
        calendar.after(monday, 17 * 60),
        at("2026-11-24T01:00:00+01:00")
    );
}

#[test]
fn without_hours_the_clock_goes_round_except_on_holidays() {
    let calendar = Calendar::new(Zone::default(), &[], &dates(&["2026-12-25"]), &[]);
    assert_eq!(
        calendar.after(at("2026-12-24T23:00:00+01:00"), 120),
        at("2026-12-26T01:00:00+01:00")
    );
    let from = at("2026-12-24T23:00:00Z");
    assert_eq!(
        Calendar::always().after(from, 120),
        Timestamp(from.0 + 7_200_000)
    );
}

#[test]
fn a_team_that_never_comes_is_waited_for_no_longer_than_the_look_ahead() {
    let closed = dates(&["2026-11-23"]);
    let zone: Zone = "UTC".parse().unwrap();
    let days: Vec<LocalDate> = std::iter::successors(closed.first().copied(), |d| d.tomorrow())
        .take(500)
        .collect();
    let calendar = Calendar::new(zone, &hours(&[("mon", "09:00", "10:00")]), &days, &[]);
    let from = at("2026-11-23T00:00:00Z");
    let horizon = Timestamp(from.0 + i64::from(LOOK_AHEAD) * 86_400_000);
    assert_eq!(calendar.after(from, 1), horizon);
    assert_eq!(calendar.open_minutes_between(from, Timestamp(i64::MAX)), 0);
    assert_eq!(
        Calendar::always().open_minutes_between(from, Timestamp(i64::MAX)),
        u32::from(LOOK_AHEAD) * 1440
    );
}

/// Calendars of every kind, jumping clocks included.
fn calendars() -> impl Strategy<Value = Calendar> {
    let zones = prop::sample::select(vec![
        "Europe/Amsterdam",
        "Europe/London",
        "America/Paramaribo",
        "UTC",
        // Jumps at midnight, by half an hour, and a whole night long.
        "XXX3YYY,M3.5.0/0,M10.5.0/0",
        "LHST-10:30LHDT-11,M10.1.0,M4.1.0",
        "AAA0BBB-9,J90/20,J300/4",
    ]);
    let days = prop::sample::select(vec!["mon-fri", "sat-mon", "sun", "mon-sun", "wed"]);
    let row = (days, 0_u16..1440, 1_u16..1440).prop_map(|(days, from, length)| {
        let to = (from + length).min(1440);
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        OpeningHours::parse(days, &clock(from), &clock(to)).unwrap()
    });
    let holiday = (1_u8..13, 1_u8..29)
        .prop_map(|(month, day)| format!("2026-{month:02}-{day:02}").parse().unwrap());
    let special = (1_u8..13, 1_u8..29).prop_map(|(month, day)| {
        let date = format!("2026-{month:02}-{day:02}").parse().unwrap();
        SpecialHours::parse(date, "00:30", "03:00").unwrap()
    });
    (
        zones,
        prop::collection::vec(row, 0..4),
        prop::collection::vec(holiday, 0..4),
        prop::collection::vec(special, 0..3),
    )
        .prop_map(|(zone, hours, holidays, special)| {
            Calendar::new(zone.parse().unwrap(), &hours, &holidays, &special)
        })
}

/// A moment of 2026, to the millisecond.
fn moment() -> impl Strategy<Value = Timestamp> {
    (1_767_225_600_000_i64..1_798_761_600_000).prop_map(Timestamp)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn minutes_counted_are_minutes_waited(calendar in calendars(), from in moment(), minutes in 0_u32..2_000) {
        let reached = calendar.after(from, minutes);
        prop_assert!(reached >= from);
        // One hour a week, and a few weeks lost to holidays, stays within the look-ahead.
        if reached.0 < from.0 + i64::from(LOOK_AHEAD) * 86_400_000 {
            prop_assert_eq!(calendar.open_minutes_between(from, reached), minutes);
            if minutes > 0 {
                prop_assert!(calendar.is_open(Timestamp(reached.0 - 1)));
            }
        }
    }

    #[test]
    fn later_is_never_sooner(calendar in calendars(), a in moment(), b in moment(), m in 0_u32..900, n in 0_u32..900) {
        let ((a, b), (m, n)) = ((a.min(b), a.max(b)), (m.min(n), m.max(n)));
        prop_assert!(calendar.after(a, m) <= calendar.after(b, m));
        prop_assert!(calendar.after(a, m) <= calendar.after(a, n));
        let between = calendar.open_minutes_between(a, b);
        prop_assert!(u64::from(between) <= b.minutes_since(a));
        prop_assert!(between <= calendar.open_minutes_between(a, Timestamp(b.0 + 86_400_000)));
        prop_assert_eq!(calendar.open_minutes_between(b, a), 0);
    }

    #[test]
    fn the_wall_clock_says_the_same(at in moment(), from in 0_u16..1440, length in 1_u16..1440) {
        let to = (from + length).min(1440);
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let calendar = amsterdam(&[("mon-fri", &clock(from), &clock(to)), ("sun", "00:00", "24:00")]);
        let rule = jiff::tz::TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let wall = rule.to_datetime(jiff::Timestamp::from_millisecond(at.0).unwrap());
        let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
        let open = match wall.weekday().to_monday_zero_offset() {
            0..=4 => (i32::from(from)..i32::from(to)).contains(&minute),
            day => day == 6,
        };
        prop_assert_eq!(calendar.is_open(at), open, "{}", wall);
    }

    #[test]
    fn every_moment_has_an_answer(calendar in calendars(), from: i64, to: i64, minutes: u32) {
        for from in [from, i64::MIN, i64::MAX, from / 1_000] {
            let reached = calendar.after(Timestamp(from), minutes);
            prop_assert!(reached >= Timestamp(from));
            _ = calendar.is_open(Timestamp(from));
            _ = calendar.open_minutes_between(Timestamp(from), Timestamp(to));
        }
    }
}

#[test]
fn somebody_is_warned_while_there_is_time() {
    let table = [
        // An hour before it is due.
        (
            "2026-11-24T10:00:00+01:00",
            "2026-11-24T17:00:00+01:00",
            "2026-11-24T16:00:00+01:00",
        ),
        // The hour before is one in which somebody is there.
        (
            "2026-11-27T10:00:00+01:00",
            "2026-11-28T10:00:00+01:00",
            "2026-11-27T16:00:00+01:00",
        ),
        (
            "2026-11-27T10:00:00+01:00",
            "2026-11-30T09:30:00+01:00",
            "2026-11-27T16:30:00+01:00",
        ),
        // A quarter of a short time.
        (
            "2026-11-24T10:00:00+01:00",
            "2026-11-24T10:20:00+01:00",
            "2026-11-24T10:15:00+01:00",
        ),
        // Nobody is there before: halfway.
        (
            "2026-11-28T10:00:00+01:00",
            "2026-11-28T14:00:00+01:00",
            "2026-11-28T12:00:00+01:00",
        ),
    ];
    for (from, due, expected) in table {
        assert_eq!(
            office().warn_at(at(from), at(due)),
            at(expected),
            "{from} {due}"
        );
    }
}

#[test]
fn the_team_goes_home_and_works_on_working_days() {
    let date = |text: &str| -> LocalDate { text.parse().unwrap() };
    let table = [
        ("2026-11-24", Some(17 * 60), true),
        ("2026-11-28", None, false),
        ("2026-12-24", Some(12 * 60), true),
        ("2026-12-25", None, false),
    ];
    for (text, closes, working) in table {
        let date = date(text);
        assert_eq!(
            (office().closes(date), office().is_working_day(date)),
            (closes, working),
            "{text}"
        );
    }
    let always = Calendar::always();
    assert_eq!(always.closes(date("2026-11-28")), Some(24 * 60));
    assert!(!always.is_working_day(date("2026-11-28")));
    assert_eq!(
        office().moment(date("2026-11-24"), 17 * 60),
        Some(at("2026-11-24T17:00:00+01:00"))
    );
}

proptest! {
    #[test]
    fn a_warning_lies_between(from: i64, due: i64) {
        let warned = office().warn_at(Timestamp(from), Timestamp(due));
        prop_assert!(due <= from || (from..=due).contains(&warned.0), "{} {} {}", from, due, warned.0);
    }
}
