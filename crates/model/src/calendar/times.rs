//! From when to when on one day.

use super::hours::InvalidHours;
use super::short;

/// From when to when, in minutes since midnight; the first is less than the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Times {
    from: u16,
    to: u16,
}

impl Times {
    pub(super) const ALL_DAY: Self = Self {
        from: 0,
        to: 24 * 60,
    };

    pub(super) fn parse(from: &str, to: &str) -> Result<Self, InvalidHours> {
        let time = |text| minute(text).ok_or_else(|| InvalidHours::Time(short(text)));
        let times = Self {
            from: time(from)?,
            to: time(to)?,
        };
        if times.from < times.to {
            return Ok(times);
        }
        Err(InvalidHours::Order {
            from: from.to_owned(),
            to: to.to_owned(),
        })
    }

    pub(super) const fn from(self) -> u16 {
        self.from
    }

    pub(super) const fn to(self) -> u16 {
        self.to
    }

    /// Both, as people write them.
    pub(super) fn clock(self) -> (String, String) {
        let clock = |minute| format!("{:02}:{:02}", minute / 60, minute % 60);
        (clock(self.from), clock(self.to))
    }
}

/// Minutes since midnight of `hh:mm`, up to 24:00.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let two = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|_| digits)
    };
    let (hour, minute) = (two(hour)?, two(minute)?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= 24 * 60).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::minute;

    #[test]
    fn a_day_has_24_hours() {
        let table = [
            ("08:00", Some(480)),
            ("24:00", Some(1440)),
            ("24:01", None),
            ("99:99", None),
            ("8:00", None),
            ("12:60", None),
            ("+1:00", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(minute(text), expected, "{text}");
        }
    }
}
