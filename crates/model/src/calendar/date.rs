//! A date as it hangs on the wall.

use super::short;
use serde::{Deserialize, Serialize};

/// Why a text is no [`LocalDate`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date; write year, month and day, as `2026-12-25`")]
pub struct InvalidDate(String);

/// A date by the local clock, as `2026-12-25`: a day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalDate(pub(super) jiff::civil::Date);

impl LocalDate {
    /// The day after, unless the calendar ends.
    #[must_use]
    pub fn tomorrow(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// Days from an earlier date to this one; negative when it is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        // Spans of days between dates cannot fail: every date is a number of days.
        let span = earlier.0.until(self.0);
        span.map_or(0, |span| span.get_days())
    }

    /// So many days later, or earlier when negative, unless the calendar ends.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Option<Self> {
        let since = i32::try_from(self.weekday()).ok()?;
        self.plus_days(-since)
    }

    /// The last day of its month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The first date from this one on with this day and month, from 0 for January; none when
    /// there is no such date within the year.
    #[must_use]
    pub fn next(self, day: u8, month: usize) -> Option<Self> {
        let of = |year: i16| {
            let month = i8::try_from(month + 1).ok()?;
            let date = jiff::civil::Date::new(year, month, i8::try_from(day).ok()?);
            date.ok().map(Self)
        };
        let year = self.0.year();
        let next = year.checked_add(1).and_then(of);
        of(year).filter(|date| *date >= self).or(next)
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The month, from 0 for January.
    #[must_use]
    pub fn month(self) -> usize {
        usize::from(self.0.month().unsigned_abs()) - 1
    }

    /// The weekday, from 0 for Monday.
    #[must_use]
    pub fn weekday(self) -> usize {
        usize::from(self.0.weekday().to_monday_zero_offset().unsigned_abs())
    }
}

impl std::str::FromStr for LocalDate {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        // Wider forms of ISO 8601, as 20261225, are more often a slip than meant.
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(i, byte)| match i {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        text.parse()
            .ok()
            .filter(|_| shaped)
            .map(Self)
            .ok_or_else(|| InvalidDate(short(text)))
    }
}

impl TryFrom<String> for LocalDate {
    type Error = InvalidDate;

    fn try_from(text: String) -> Result<Self, InvalidDate> {
        text.parse()
    }
}

impl From<LocalDate> for String {
    fn from(date: LocalDate) -> Self {
        date.to_string()
    }
}

impl std::fmt::Display for LocalDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::LocalDate;
    use proptest::prelude::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        for text in ["2026-12-25", "2028-02-29", "0001-01-01"] {
            assert_eq!(text.parse::<LocalDate>().unwrap().to_string(), text);
        }
        for text in [
            "2026-02-29",
            "2026-13-01",
            "20261225",
            "2026-12-25T00:00:00",
            "25-12-2026",
            "+002026-12-25",
            "",
        ] {
            let fault = text.parse::<LocalDate>().unwrap_err().to_string();
            assert!(
                fault.starts_with(&format!("`{text}` is no date")),
                "{fault}"
            );
        }
    }

    #[test]
    fn days_are_counted_between_dates() {
        let date = |text: &str| text.parse::<LocalDate>().unwrap();
        let new_year = date("2027-01-01");
        assert_eq!(new_year.days_since(date("2026-12-30")), 2);
        assert_eq!(date("2026-12-30").days_since(new_year), -2);
        assert_eq!(date("2028-03-01").days_since(date("2028-02-28")), 2);
        assert_eq!(
            (new_year.day(), new_year.month(), new_year.weekday()),
            (1, 0, 4)
        );
        assert_eq!(date("2026-12-31").month(), 11);
    }

    #[test]
    fn dates_are_reached_from_dates() {
        let date = |text: &str| text.parse::<LocalDate>().unwrap();
        let said = |date: Option<LocalDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let tuesday = date("2026-11-24");
        assert_eq!(said(tuesday.plus_days(7)), "2026-12-01");
        assert_eq!(said(tuesday.plus_days(-24)), "2026-10-31");
        assert_eq!(said(tuesday.monday()), "2026-11-23");
        assert_eq!(said(date("2026-11-29").monday()), "2026-11-23");
        assert_eq!(date("2028-02-03").end_of_month(), date("2028-02-29"));
        assert_eq!(said(tuesday.next(24, 10)), "2026-11-24");
        assert_eq!(said(tuesday.next(3, 0)), "2027-01-03");
        assert_eq!(said(tuesday.next(31, 1)), "");
        assert_eq!(said(tuesday.next(1, 12)), "");
    }

    proptest! {
        #[test]
        fn no_date_is_out_of_reach(days: i32, day: u8, month: usize) {
            let new_year: LocalDate = "2027-01-01".parse().unwrap();
            _ = new_year.plus_days(days);
            _ = new_year.next(day, month % 300);
        }

        #[test]
        fn prints_and_reads_back(text in "\\PC{0,12}|[0-9]{4}-[01][0-9]-[0-3][0-9]") {
            if let Ok(date) = text.parse::<LocalDate>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
