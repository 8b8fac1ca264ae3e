//! How long ago, and how long still.

use crate::words::Moments;
use toonvast_model::timestamp::Timestamp;

const MINUTES_AN_HOUR: u64 = 60;
const MINUTES_A_DAY: u64 = 24 * MINUTES_AN_HOUR;

/// How long before `now`, in the largest unit that fits; a moment to come counts as now.
#[must_use]
pub fn ago(moments: &Moments, now: Timestamp, then: Timestamp) -> String {
    match now.minutes_since(then) {
        0 => moments.now.to_owned(),
        minutes @ 1..MINUTES_AN_HOUR => (moments.minutes)(minutes),
        minutes @ MINUTES_AN_HOUR..MINUTES_A_DAY => (moments.hours)(minutes / MINUTES_AN_HOUR),
        minutes => (moments.days)(minutes / MINUTES_A_DAY),
    }
}

/// How long from `now` until a moment to come, in the largest unit that fits; at least a minute.
#[must_use]
pub fn until(moments: &Moments, now: Timestamp, then: Timestamp) -> String {
    let minute = Timestamp(now.0.saturating_add(60_000));
    ago(moments, then.max(minute), now)
}

/// Minutes and seconds until `end`, as `9:05`; `None` once it has passed.
#[must_use]
pub fn left(now: Timestamp, end: Timestamp) -> Option<String> {
    let seconds = end.0.saturating_sub(now.0).div_euclid(1000);
    (seconds > 0).then(|| format!("{}:{:02}", seconds / 60, seconds % 60))
}

#[cfg(test)]
mod tests {
    use super::{ago, left, until};
    use crate::words::Words;
    use toonvast_model::locale::Locale;
    use toonvast_model::timestamp::Timestamp;

    #[test]
    fn ages_are_told_in_the_largest_unit() {
        let minute = 60_000;
        let table = [
            (-5 * minute, "zojuist", "just now"),
            (59_999, "zojuist", "just now"),
            (minute, "1 min", "1 min"),
            (59 * minute, "59 min", "59 min"),
            (60 * minute, "1 u", "1 h"),
            (23 * 60 * minute + 59 * minute, "23 u", "23 h"),
            (24 * 60 * minute, "1 d", "1 d"),
            (400 * 24 * 60 * minute, "400 d", "400 d"),
        ];
        let now = Timestamp(1_800_000_000_000);
        for (age, dutch, english) in table {
            let then = Timestamp(now.0 - age);
            assert_eq!(ago(&Words::of(Locale::Nl).moments, now, then), dutch);
            assert_eq!(ago(&Words::of(Locale::En).moments, now, then), english);
        }
    }

    #[test]
    fn what_is_to_come_is_told_in_the_largest_unit() {
        let minute = 60_000;
        let table = [
            (0, "1 min"),
            (59_999, "1 min"),
            (45 * minute, "45 min"),
            (26 * 60 * minute, "1 d"),
        ];
        let now = Timestamp(1_800_000_000_000);
        for (left, expected) in table {
            let then = Timestamp(now.0 + left);
            assert_eq!(until(&Words::of(Locale::Nl).moments, now, then), expected);
        }
    }

    #[test]
    fn a_code_counts_down_to_nothing() {
        let end = Timestamp(600_000);
        assert_eq!(left(Timestamp(0), end).as_deref(), Some("10:00"));
        assert_eq!(left(Timestamp(55_000), end).as_deref(), Some("9:05"));
        assert_eq!(left(Timestamp(599_500), end), None);
        assert_eq!(left(Timestamp(i64::MAX), end), None);
    }
}
