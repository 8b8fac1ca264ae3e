//! The team's clock: opening hours, holidays, and what is due when (M38, M143).
//!
//! Pure and total: every moment an `i64` can name has an answer, and nothing here asks the
//! system for a time zone, so that browser, server and command line agree.

mod date;
mod hours;
mod minutes;
mod times;
mod zone;

pub use date::{InvalidDate, LocalDate};
pub use hours::{InvalidHours, OpeningHours, SpecialHours};
pub use minutes::{InvalidMinutes, MOST_DAYS, Minutes};
pub use zone::{InvalidZone, Zone};

use crate::timestamp::Timestamp;
use hours::DAYS;
use std::collections::BTreeMap;
use times::Times;

/// Days a calendar looks ahead: what is not reached by then is due then.
pub const LOOK_AHEAD: u16 = 400;

/// Open minutes that are left when somebody is warned of what is due.
const WARN_MINUTES: u32 = 60;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// When a team is there.
///
/// An hour that the clock skips in spring is nobody's; of an hour that it shows twice in
/// autumn, hours that begin or end inside it mean the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zone: Zone,
    week: [Vec<Times>; DAYS.len()],
    /// Dates that differ from their weekday; closed when there are no times.
    special: BTreeMap<LocalDate, Vec<Times>>,
}

impl Calendar {
    /// A team that is always there.
    #[must_use]
    pub fn always() -> Self {
        Self::new(Zone::utc(), &[], &[], &[])
    }

    /// A team with these hours by this zone's clock; without hours it is there around the
    /// clock. Holidays are closed all day, and special hours replace those of their date,
    /// be it a holiday or not.
    #[must_use]
    pub fn new(
        zone: Zone,
        hours: &[OpeningHours],
        holidays: &[LocalDate],
        special_hours: &[SpecialHours],
    ) -> Self {
        let mut week: [Vec<Times>; DAYS.len()] = Default::default();
        for hours in hours {
            for day in hours.days() {
                if let Some(times) = week.get_mut(day) {
                    times.push(hours.times());
                }
            }
        }
        if hours.is_empty() {
            week = std::array::from_fn(|_| vec![Times::ALL_DAY]);
        }
        let mut special: BTreeMap<LocalDate, Vec<Times>> =
            holidays.iter().map(|date| (*date, Vec::new())).collect();
        for hours in special_hours {
            special.entry(hours.date()).or_default().push(hours.times());
        }
        week.iter_mut()
            .chain(special.values_mut())
            .for_each(|times| times.sort_unstable());
        Self {
            zone,
            week,
            special,
        }
    }

    /// Whether the team is there at this moment.
    #[must_use]
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.open_from(at)
            .next()
            .is_some_and(|(start, _)| start == at.0)
    }

    /// The moment by which so many open minutes have passed since `from`, which itself is the
    /// answer for 0; never later than [`LOOK_AHEAD`] days on.
    #[must_use]
    pub fn after(&self, from: Timestamp, open_minutes: u32) -> Timestamp {
        let horizon = horizon(from);
        let mut left = i64::from(open_minutes) * MINUTE;
        if left == 0 {
            return from;
        }
        for (start, end) in self.open_from(from) {
            if left <= end - start {
                return Timestamp(horizon.min(start + left));
            }
            left -= end - start;
        }
        Timestamp(horizon)
    }

    /// Whole open minutes from one moment to another; 0 when the second is earlier. Of a
    /// longer time the first [`LOOK_AHEAD`] days are counted.
    #[must_use]
    pub fn open_minutes_between(&self, from: Timestamp, to: Timestamp) -> u32 {
        let to = to.0.min(horizon(from));
        let open: i64 = self
            .open_from(from)
            .take_while(|(start, _)| *start < to)
            .map(|(start, end)| end.min(to) - start)
            .sum();
        u32::try_from(open / MINUTE).unwrap_or(u32::MAX)
    }

    /// The date on the wall at this moment; none in years that have no dates.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Option<LocalDate> {
        self.zone.date(at)
    }

    /// The first moment at which the clock on the wall shows this minute of the date or has
    /// passed it; none in years that have no dates.
    #[must_use]
    pub fn moment(&self, date: LocalDate, minute: u16) -> Option<Timestamp> {
        self.zone.first(date, minute).map(Timestamp)
    }

    /// The minute of the day at which the team goes home on this date; none when it is not
    /// there at all, 1440 when it stays until midnight.
    #[must_use]
    pub fn closes(&self, date: LocalDate) -> Option<u16> {
        self.times(date).iter().map(|times| times.to()).max()
    }

    /// Whether the date is one that people call a working day: from Monday to Friday, and the
    /// team is there.
    #[must_use]
    pub fn is_working_day(&self, date: LocalDate) -> bool {
        date.weekday() < 5 && self.closes(date).is_some()
    }

    /// From when on somebody who is there must think of what is due: while an hour in which
    /// the team is there is left, a quarter of the time there was when that is less. Where the
    /// team is not there before it is due, from half of the time on.
    #[must_use]
    pub fn warn_at(&self, from: Timestamp, due: Timestamp) -> Timestamp {
        match self.open_minutes_between(from, due) {
            0 => Timestamp(from.0.midpoint(due.0.max(from.0))),
            open => self
                .after(from, open - (open / 4).clamp(1, WARN_MINUTES))
                .min(due),
        }
    }

    /// The times the team is there from this moment on, as milliseconds, in order and apart.
    fn open_from(&self, from: Timestamp) -> impl Iterator<Item = (i64, i64)> {
        let mut told = from.0;
        std::iter::successors(Some(self.zone.nearest_date(from)), |date| date.tomorrow())
            .take(usize::from(LOOK_AHEAD) + 2)
            .flat_map(|date| self.times(date).iter().map(move |times| (date, *times)))
            .filter_map(move |(date, times)| {
                let start = self.zone.first(date, times.from())?.max(told);
                let end = self.zone.first(date, times.to())?;
                (start < end).then(|| {
                    told = end;
                    (start, end)
                })
            })
    }

    fn times(&self, date: LocalDate) -> &[Times] {
        self.special
            .get(&date)
            .or_else(|| self.week.get(date.weekday()))
            .map_or(&[], Vec::as_slice)
    }
}

const fn horizon(from: Timestamp) -> i64 {
    from.0.saturating_add(LOOK_AHEAD as i64 * DAY)
}

/// As much of a text as an error repeats.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests;
