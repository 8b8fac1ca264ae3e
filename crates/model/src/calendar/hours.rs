//! Opening hours: which days, from when to when.

use super::date::LocalDate;
use super::short;
use super::times::Times;
use serde::{Deserialize, Serialize};

pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Why something is no opening hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidHours {
    /// Days that are none.
    #[error("`{0}` are no days; write `mon-fri` or `sat`, with mon tue wed thu fri sat sun")]
    Days(String),
    /// A time that is none.
    #[error("`{0}` is no time of day; write hours and minutes, as `08:00`, up to `24:00`")]
    Time(String),
    /// Hours that end before they begin.
    #[error(
        "`{from}` is not before `{to}`; put the earlier first, and write hours past midnight as two, up to `24:00` and from `00:00`"
    )]
    Order {
        /// From.
        from: String,
        /// To.
        to: String,
    },
}

/// When the team is there in an ordinary week (M143).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Week", into = "Week")]
pub struct OpeningHours {
    /// First and last weekday, from 0 for Monday; the last may come round before the first.
    days: (usize, usize),
    times: Times,
}

/// When the team is there on one date, whatever its weekday says (M143).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Date", into = "Date")]
pub struct SpecialHours {
    date: LocalDate,
    times: Times,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Week {
    days: String,
    from: String,
    to: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Date {
    date: LocalDate,
    from: String,
    to: String,
}

impl OpeningHours {
    /// Hours as people write them: `mon-fri`, `08:00`, `21:00`. Days may go round the week,
    /// as `sat-mon`.
    ///
    /// # Errors
    /// When days or times are none, or the first time is not before the second.
    pub fn parse(days: &str, from: &str, to: &str) -> Result<Self, InvalidHours> {
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let day = |name: &str| DAYS.iter().position(|day| *day == name);
        let days = day(first)
            .zip(day(last))
            .ok_or_else(|| InvalidHours::Days(short(days)))?;
        let times = Times::parse(from, to)?;
        Ok(Self { days, times })
    }

    /// The weekdays, from 0 for Monday.
    pub(super) fn days(self) -> impl Iterator<Item = usize> {
        let (first, last) = self.days;
        let more = (last + DAYS.len() - first) % DAYS.len();
        (first..=first + more).map(|day| day % DAYS.len())
    }

    pub(super) const fn times(self) -> Times {
        self.times
    }
}

impl SpecialHours {
    /// Hours of one date.
    ///
    /// # Errors
    /// When a time is none, or the first is not before the second.
    pub fn parse(date: LocalDate, from: &str, to: &str) -> Result<Self, InvalidHours> {
        let times = Times::parse(from, to)?;
        Ok(Self { date, times })
    }

    /// The date.
    #[must_use]
    pub const fn date(self) -> LocalDate {
        self.date
    }

    pub(super) const fn times(self) -> Times {
        self.times
    }
}

impl TryFrom<Week> for OpeningHours {
    type Error = InvalidHours;

    fn try_from(week: Week) -> Result<Self, InvalidHours> {
        Self::parse(&week.days, &week.from, &week.to)
    }
}

impl From<OpeningHours> for Week {
    fn from(hours: OpeningHours) -> Self {
        let (first, last) = hours.days;
        let name = |day: usize| DAYS.get(day).copied().unwrap_or_default();
        let days = if first == last {
            name(first).to_owned()
        } else {
            format!("{}-{}", name(first), name(last))
        };
        let (from, to) = hours.times.clock();
        Self { days, from, to }
    }
}

impl TryFrom<Date> for SpecialHours {
    type Error = InvalidHours;

    fn try_from(day: Date) -> Result<Self, InvalidHours> {
        Self::parse(day.date, &day.from, &day.to)
    }
}

impl From<SpecialHours> for Date {
    fn from(hours: SpecialHours) -> Self {
        let (from, to) = hours.times.clock();
        Self {
            date: hours.date,
            from,
            to,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OpeningHours;
    use proptest::prelude::*;

    #[test]
    fn days_go_round_the_week() {
        let table: [(&str, &[usize]); 5] = [
            ("mon-fri", &[0, 1, 2, 3, 4]),
            ("sat", &[5]),
            ("sat-mon", &[5, 6, 0]),
            ("tue-mon", &[1, 2, 3, 4, 5, 6, 0]),
            ("sun-sun", &[6]),
        ];
        for (text, expected) in table {
            let hours = OpeningHours::parse(text, "09:00", "17:00").unwrap();
            assert_eq!(hours.days().collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let table = [
            (
                ("maandag", "09:00", "17:00"),
                "`maandag` are no days; write `mon-fri` or `sat`, with mon tue wed thu fri sat sun",
            ),
            (
                ("mon", "9", "17:00"),
                "`9` is no time of day; write hours and minutes, as `08:00`, up to `24:00`",
            ),
            (
                ("mon", "22:00", "02:00"),
                "`22:00` is not before `02:00`; put the earlier first, and write hours past midnight as two, up to `24:00` and from `00:00`",
            ),
        ];
        for ((days, from, to), expected) in table {
            let fault = OpeningHours::parse(days, from, to).unwrap_err();
            assert_eq!(fault.to_string(), expected);
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(days in "\\PC{0,9}|(mon|sun)-?(sat)?", from in "\\PC{0,6}|[0-9:]{5}", to in "[0-9]{2}:[0-9]{2}") {
            if let Ok(hours) = OpeningHours::parse(&days, &from, &to) {
                let json = serde_json::to_string(&hours).unwrap();
                prop_assert_eq!(serde_json::from_str::<OpeningHours>(&json).unwrap(), hours);
            }
        }
    }
}
