//! How long something may take.

use super::short;
use serde::{Deserialize, Serialize};

/// The longest time that can be promised, in days.
pub const MOST_DAYS: u32 = 90;

/// Why a text is no [`Minutes`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no length of time; write minutes, hours or days, as `15m`, `4h` or `2d`, up to `{MOST_DAYS}d`"
)]
pub struct InvalidMinutes(String);

/// A length of time in whole minutes, written `15m`, `4h` or `2d`: one minute to
/// [`MOST_DAYS`]. A day is 24 hours of the clock it is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Minutes(u32);

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

impl Minutes {
    /// The number of minutes.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// So many minutes; at least one, at most [`MOST_DAYS`].
    #[must_use]
    pub const fn new(minutes: u32) -> Self {
        let most = MOST_DAYS * DAY;
        Self(if minutes == 0 {
            1
        } else if minutes > most {
            most
        } else {
            minutes
        })
    }

    /// So many hours; at least a minute, at most [`MOST_DAYS`].
    #[must_use]
    pub const fn hours(hours: u32) -> Self {
        Self::new(hours.saturating_mul(HOUR))
    }
}

impl std::str::FromStr for Minutes {
    type Err = InvalidMinutes;

    fn from_str(text: &str) -> Result<Self, InvalidMinutes> {
        read(text).ok_or_else(|| InvalidMinutes(short(text)))
    }
}

fn read(text: &str) -> Option<Minutes> {
    let (unit, number) = [(1, 'm'), (HOUR, 'h'), (DAY, 'd')]
        .iter()
        .find_map(|(unit, letter)| Some((*unit, text.strip_suffix(*letter)?)))?;
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let minutes = number.parse::<u32>().ok()?.checked_mul(unit)?;
    (1..=MOST_DAYS * DAY)
        .contains(&minutes)
        .then_some(Minutes(minutes))
}

impl TryFrom<String> for Minutes {
    type Error = InvalidMinutes;

    fn try_from(text: String) -> Result<Self, InvalidMinutes> {
        text.parse()
    }
}

impl From<Minutes> for String {
    fn from(minutes: Minutes) -> Self {
        minutes.to_string()
    }
}

impl std::fmt::Display for Minutes {
    /// In hours or minutes: who writes `24h` reads `24h` again, and `2d` is `48h`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            minutes if minutes % HOUR == 0 => write!(f, "{}h", minutes / HOUR),
            minutes => write!(f, "{minutes}m"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Minutes;
    use proptest::prelude::*;

    #[test]
    fn a_length_has_a_number_and_a_unit() {
        let table = [
            ("15m", Some((15, "15m"))),
            ("4h", Some((240, "4h"))),
            ("90m", Some((90, "90m"))),
            ("2d", Some((2880, "48h"))),
            ("90d", Some((129_600, "2160h"))),
            ("91d", None),
            ("0m", None),
            ("4", None),
            ("h", None),
            ("+4h", None),
            ("4 h", None),
            ("4u", None),
            ("99999999999m", None),
            ("4294967295d", None),
        ];
        for (text, expected) in table {
            let read = text.parse::<Minutes>().ok();
            let read = read.map(|minutes| (minutes.get(), minutes.to_string()));
            let expected = expected.map(|(minutes, said)| (minutes, said.to_owned()));
            assert_eq!(read, expected, "{text}");
        }
        assert_eq!(
            "soon".parse::<Minutes>().unwrap_err().to_string(),
            "`soon` is no length of time; write minutes, hours or days, as `15m`, `4h` or `2d`, up to `90d`"
        );
    }

    proptest! {
        #[test]
        fn prints_and_reads_back(minutes in 0_u32.., text in "\\PC{0,9}|[0-9]{1,12}[mhdé]") {
            let minutes = Minutes::new(minutes);
            prop_assert_eq!(minutes.to_string().parse(), Ok(minutes));
            _ = text.parse::<Minutes>();
        }
    }
}
