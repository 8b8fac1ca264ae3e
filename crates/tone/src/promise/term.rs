//! A term, and the deadline it is in a team's calendar.

use toonvast_model::calendar::{Calendar, LocalDate};
use toonvast_model::timestamp::Timestamp;

const NOON: u16 = 12 * 60;
const EVENING: u16 = 18 * 60;
/// The last minute of a day: who says *today* does not mean the first minute of tomorrow.
const LAST: u16 = 24 * 60 - 1;
/// Days in which so many working days are looked for.
const LOOK_AHEAD: i32 = 400;

/// When something will be done, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// So many minutes by the clock, whether anybody is there or not: *within 24 hours*.
    Within(u32),
    /// The end of so many working days on.
    WorkingDays(u32),
    /// By a time of a day.
    By {
        /// The day; the next on which the clock shows the time when it is not said.
        day: Option<Day>,
        /// The part of the day.
        part: Option<Part>,
        /// The time; the end of the part or day when it is not said.
        time: Option<Time>,
    },
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// The day it is said on.
    Today,
    /// So many days on.
    In(u8),
    /// A day of the week, from 0 for Monday: the first to come, or that of next week.
    Weekday {
        /// Which.
        day: u8,
        /// Whether next week was said.
        next_week: bool,
    },
    /// The last day before a weekend on which the team is there.
    BeforeWeekend,
    /// The Sunday of this week.
    Weekend,
    /// The second day of a week, so many weeks on: its beginning.
    WeekStart(u8),
    /// The last day of a week, so many weeks on, on which the team is there.
    WeekEnd(u8),
    /// The last day of a month, so many months on.
    MonthEnd(u8),
    /// A date.
    Date {
        /// Day of the month, from 1.
        day: u8,
        /// Month, from 0 for January.
        month: u8,
    },
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Until twelve.
    Morning,
    /// Until six.
    Afternoon,
    /// Until the day ends.
    Evening,
    /// Until eight in the morning.
    Night,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// A minute of the day, beyond doubt: *17.00*, *5 pm*.
    Clock(u16),
    /// An hour of the clock's face that may be one of the morning or of the afternoon: *5 o'clock*.
    Face(u16),
    /// When the team goes home.
    Closing,
}

impl Term {
    /// The moment by which it is due when it is said at `at`: later than `at`, and by the hours
    /// and holidays of the team's calendar. None when the calendar has no such moment, as with
    /// a time of today that has passed.
    #[must_use]
    pub fn deadline(self, calendar: &Calendar, at: Timestamp) -> Option<Timestamp> {
        let due = match self {
            Self::Within(minutes) => Some(Timestamp(
                at.0.checked_add(i64::from(minutes).checked_mul(60_000)?)?,
            )),
            Self::WorkingDays(days) => {
                let date = working_day(calendar, calendar.date(at)?, days)?;
                calendar.moment(date, end_of(calendar, date))
            }
            Self::By { day, part, time } => By {
                calendar,
                at,
                today: calendar.date(at)?,
                part,
                time,
            }
            .due(day),
        };
        due.filter(|due| *due > at)
    }
}

/// The end of a day: when the team goes home, or its last minute.
fn end_of(calendar: &Calendar, date: LocalDate) -> u16 {
    calendar
        .closes(date)
        .map_or(LAST, |minute| minute.min(LAST))
}

fn working_day(calendar: &Calendar, today: LocalDate, days: u32) -> Option<LocalDate> {
    let after = (1..LOOK_AHEAD).filter_map(|days| today.plus_days(days));
    let last = usize::try_from(days).ok()?.checked_sub(1)?;
    after
        .filter(|date| calendar.is_working_day(*date))
        .nth(last)
}

struct By<'c> {
    calendar: &'c Calendar,
    at: Timestamp,
    today: LocalDate,
    part: Option<Part>,
    time: Option<Time>,
}

impl By<'_> {
    fn due(&self, day: Option<Day>) -> Option<Timestamp> {
        let date = match day {
            None | Some(Day::Today) => self.today,
            Some(day) => self.date(day)?,
        };
        let mut tries = self.minutes(date).into_iter().map(|minute| (date, minute));
        let named = tries.find_map(|(date, minute)| self.ahead(date, minute));
        named.or_else(|| match (day, self.time) {
            // Without a day it is the next time the clock shows it.
            (None, Some(_)) => {
                let tomorrow = self.today.tomorrow()?;
                let minutes = self.minutes(tomorrow);
                minutes
                    .into_iter()
                    .find_map(|minute| self.ahead(tomorrow, minute))
            }
            (Some(Day::Weekday { .. }), Some(_)) => {
                let later = date.plus_days(7)?;
                let minutes = self.minutes(later);
                minutes
                    .into_iter()
                    .find_map(|minute| self.ahead(later, minute))
            }
            // The team has gone home, or the hour has passed: the day is left.
            _ => self.ahead(date, LAST),
        })
    }

    fn ahead(&self, date: LocalDate, minute: u16) -> Option<Timestamp> {
        let due = self.calendar.moment(date, minute)?;
        (due > self.at).then_some(due)
    }

    /// The minutes of the day that may be meant, the likeliest first.
    fn minutes(&self, date: LocalDate) -> Vec<u16> {
        let closes = end_of(self.calendar, date);
        match (self.time, self.part) {
            (Some(Time::Clock(minute)), _) => vec![minute.min(LAST)],
            (Some(Time::Face(minute)), part) => self.face(date, minute, part),
            (Some(Time::Closing), _) if closes < LAST => vec![closes],
            (Some(Time::Closing), _) => vec![EVENING],
            (None, None) => vec![closes],
            (None, Some(Part::Night)) => vec![8 * 60],
            (None, Some(Part::Morning)) => vec![NOON],
            (None, Some(Part::Afternoon)) if closes > NOON && closes < EVENING => {
                vec![closes, EVENING]
            }
            (None, Some(Part::Afternoon)) => vec![EVENING],
            (None, Some(Part::Evening)) if closes > EVENING => vec![closes, LAST],
            (None, Some(Part::Evening)) => vec![LAST],
        }
    }

    /// Of an hour on the face of the clock the one that fits the part of the day. Where none is
    /// said, one to seven are of the afternoon, and eight to eleven of the evening only when
    /// the team is there then and the morning has passed.
    fn face(&self, date: LocalDate, minute: u16, part: Option<Part>) -> Vec<u16> {
        let later = (minute + NOON).min(LAST);
        let small = minute < 8 * 60;
        match part {
            Some(Part::Morning | Part::Night) => vec![minute],
            _ if minute >= NOON => vec![minute.min(LAST)],
            Some(Part::Afternoon | Part::Evening) => vec![later],
            None if small => vec![later],
            None => {
                let open = self
                    .calendar
                    .moment(date, later)
                    .is_some_and(|moment| self.calendar.is_open(Timestamp(moment.0 - 60_000)));
                if open {
                    vec![minute, later]
                } else {
                    vec![minute]
                }
            }
        }
    }

    fn date(&self, day: Day) -> Option<LocalDate> {
        let monday = self.today.monday()?;
        let week = |weeks: u8| monday.plus_days(7 * i32::from(weeks));
        match day {
            Day::Today => Some(self.today),
            Day::In(days) => self.today.plus_days(i32::from(days)),
            Day::Weekday { day, next_week } => {
                let on = week(u8::from(next_week))?.plus_days(i32::from(day))?;
                if on < self.today {
                    on.plus_days(7)
                } else {
                    Some(on)
                }
            }
            Day::BeforeWeekend => {
                let gone = self.today.weekday() >= 5;
                self.last_there(week(u8::from(gone))?.plus_days(4)?)
            }
            Day::Weekend => monday.plus_days(6),
            Day::WeekStart(weeks) => week(weeks)?.plus_days(1),
            Day::WeekEnd(weeks) => {
                let friday = week(weeks)?.plus_days(4)?;
                if friday < self.today {
                    monday.plus_days(6)
                } else {
                    self.last_there(friday)
                }
            }
            Day::MonthEnd(months) => {
                let end = (0..months).try_fold(self.today.end_of_month(), |end, _| {
                    Some(end.tomorrow()?.end_of_month())
                });
                self.last_there(end?)
            }
            Day::Date { day, month } => self.today.next(day, usize::from(month)),
        }
    }

    /// The last day up to this one, within a week and not before today, on which the team is
    /// there; the day itself when there is none.
    fn last_there(&self, date: LocalDate) -> Option<LocalDate> {
        let before = (0..7).filter_map(|days| date.plus_days(-days));
        before
            .take_while(|date| *date >= self.today)
            .find(|date| self.calendar.is_working_day(*date))
            .or(Some(date))
    }
}
