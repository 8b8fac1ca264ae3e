//! A moment, without a clock.

use serde::{Deserialize, Serialize};

/// Why a text is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no RFC 3339 time such as 2026-11-21T09:30:00Z")]
pub struct InvalidTimestamp(String);

/// A moment in milliseconds since 1970-01-01T00:00:00Z. Whoever needs *now* is given it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads an RFC 3339 time, as in a page's `datetime` attribute.
    ///
    /// # Errors
    /// When the text is no such time.
    pub fn parse(text: &str) -> Result<Self, InvalidTimestamp> {
        text.parse::<jiff::Timestamp>()
            .map(|moment| Self(moment.as_millisecond()))
            .map_err(|_| InvalidTimestamp(text.chars().take(40).collect()))
    }

    /// Whole minutes from `earlier` to this moment; 0 when `earlier` is later.
    #[must_use]
    pub const fn minutes_since(self, earlier: Self) -> u64 {
        let millis = self.0.saturating_sub(earlier.0);
        if millis <= 0 {
            0
        } else {
            millis.unsigned_abs() / 60_000
        }
    }
}

impl std::fmt::Display for Timestamp {
    /// RFC 3339 in UTC; outside the years jiff knows, the bare milliseconds.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(moment) => moment.fmt(f),
            Err(_) => self.0.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;
    use proptest::prelude::*;

    #[test]
    fn reads_what_pages_write() {
        assert_eq!(
            Timestamp::parse("1970-01-01T00:00:01.000Z"),
            Ok(Timestamp(1000))
        );
        assert!(Timestamp::parse("Wed Jan 02, 2013 7:14 pm").is_err());
    }

    proptest! {
        #[test]
        fn prints_and_reads_back(millis in -2_000_000_000_000_i64..4_000_000_000_000) {
            let moment = Timestamp(millis);
            prop_assert_eq!(Timestamp::parse(&moment.to_string()), Ok(moment));
        }
    }
}
