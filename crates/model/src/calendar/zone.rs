//! A time zone that carries its own rule.

use super::date::LocalDate;
use super::short;
use crate::timestamp::Timestamp;
use jiff::ToSpan as _;
use jiff::tz::{AmbiguousOffset, TimeZone};
use serde::{Deserialize, Serialize};

const CENTRAL_EUROPE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
const WESTERN_EUROPE: &str = "GMT0BST,M3.5.0/1,M10.5.0";

/// Zones known by name, each with the rule it follows today: WebAssembly has no time zone
/// database, and the same brand must have the same clock everywhere.
const ZONES: [(&str, &str); 10] = [
    ("Europe/Amsterdam", CENTRAL_EUROPE),
    ("Europe/Berlin", CENTRAL_EUROPE),
    ("Europe/Brussels", CENTRAL_EUROPE),
    ("Europe/London", WESTERN_EUROPE),
    ("Europe/Luxembourg", CENTRAL_EUROPE),
    ("Europe/Paris", CENTRAL_EUROPE),
    ("America/Aruba", "AST4"),
    ("America/Curacao", "AST4"),
    ("America/Paramaribo", "<-03>3"),
    ("UTC", "UTC0"),
];

/// Bytes a rule may have.
const MOST_BYTES: usize = 80;

/// Why a text is no [`Zone`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{found}` is no time zone known here; write one of {}, or a POSIX rule as `{CENTRAL_EUROPE}`",
    known()
)]
pub struct InvalidZone {
    found: String,
}

fn known() -> String {
    ZONES.map(|(name, _)| format!("`{name}`")).join(", ")
}

/// A time zone: one of those known by name, or a POSIX rule such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone {
    name: String,
    rule: TimeZone,
}

impl Zone {
    /// Universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            rule: TimeZone::UTC,
        }
    }

    /// The name or rule it was read from.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The date on the wall at this moment; none in years that have no dates.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Option<LocalDate> {
        let at = jiff::Timestamp::from_millisecond(at.0).ok()?;
        Some(LocalDate(self.rule.to_datetime(at).date()))
    }

    /// The minute of the day on the clock at this moment; none in years that have no dates.
    #[must_use]
    pub fn minute(&self, at: Timestamp) -> Option<u16> {
        let at = jiff::Timestamp::from_millisecond(at.0).ok()?;
        let time = self.rule.to_datetime(at).time();
        let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
        Some(u16::from(hour) * 60 + u16::from(minute))
    }

    /// The date, with the first and the last one for what lies before and after.
    pub(super) fn nearest_date(&self, at: Timestamp) -> LocalDate {
        let ends = (jiff::Timestamp::MIN, jiff::Timestamp::MAX);
        let at = at.0.clamp(ends.0.as_millisecond(), ends.1.as_millisecond());
        let at = jiff::Timestamp::from_millisecond(at).unwrap_or(ends.1);
        LocalDate(self.rule.to_datetime(at).date())
    }

    /// The first moment, in milliseconds, at which the clock shows this minute of the date or
    /// has passed it: the leap forward for what it skips, the first time for what it repeats.
    /// Minute 1440 is the next midnight.
    pub(super) fn first(&self, date: LocalDate, minute: u16) -> Option<i64> {
        let shown = date
            .0
            .to_datetime(jiff::civil::Time::midnight())
            .checked_add(i64::from(minute).minutes())
            .ok()?;
        let moment = match self.rule.to_ambiguous_timestamp(shown).offset() {
            AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(shown).ok()?,
            AmbiguousOffset::Fold { before, .. } => before.to_timestamp(shown).ok()?,
            AmbiguousOffset::Gap { after, .. } => {
                let still_before = after.to_timestamp(shown).ok()?;
                self.rule.following(still_before).next()?.timestamp()
            }
        };
        Some(moment.as_millisecond())
    }
}

impl Default for Zone {
    /// Amsterdam, where the clock of most brands hangs.
    fn default() -> Self {
        "Europe/Amsterdam".parse().unwrap_or_else(|_| Self::utc())
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl std::str::FromStr for Zone {
    type Err = InvalidZone;

    fn from_str(text: &str) -> Result<Self, InvalidZone> {
        let named = ZONES.iter().find(|(name, _)| *name == text);
        let rule = named.map_or(text, |(_, rule)| rule);
        Some(rule)
            .filter(|rule| rule.len() <= MOST_BYTES)
            .and_then(|rule| TimeZone::posix(rule).ok())
            .map(|rule| Self {
                name: text.to_owned(),
                rule,
            })
            .ok_or_else(|| InvalidZone { found: short(text) })
    }
}

impl TryFrom<String> for Zone {
    type Error = InvalidZone;

    fn try_from(text: String) -> Result<Self, InvalidZone> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name
    }
}

#[cfg(test)]
mod tests {
    use super::{ZONES, Zone};
    use crate::timestamp::Timestamp;
    use proptest::prelude::*;

    #[test]
    fn every_zone_known_by_name_has_a_rule() {
        for (name, _) in ZONES {
            assert_eq!(name.parse::<Zone>().unwrap().name(), name);
        }
        assert_eq!(Zone::default().name(), "Europe/Amsterdam");
    }

    #[test]
    fn a_date_is_the_one_on_the_wall() {
        let table = [
            ("Europe/Amsterdam", "2026-06-30T22:00:00Z", "2026-07-01"),
            ("Europe/Amsterdam", "2026-12-31T22:59:59Z", "2026-12-31"),
            ("Europe/London", "2026-06-30T22:59:59Z", "2026-06-30"),
            ("UTC", "2026-06-30T23:59:59Z", "2026-06-30"),
            ("America/Curacao", "2026-07-01T03:59:59Z", "2026-06-30"),
            (
                "EST5EDT,M3.2.0,M11.1.0",
                "2026-07-01T03:59:59Z",
                "2026-06-30",
            ),
        ];
        for (zone, at, expected) in table {
            let zone: Zone = zone.parse().unwrap();
            let date = zone.date(Timestamp::parse(at).unwrap()).unwrap();
            assert_eq!(date.to_string(), expected, "{at}");
        }
        assert_eq!(Zone::utc().date(Timestamp(i64::MAX)), None);
        let summer = Timestamp::parse("2026-06-30T21:59:59Z").unwrap();
        assert_eq!(Zone::default().minute(summer), Some(23 * 60 + 59));
    }

    #[test]
    fn an_unknown_zone_names_those_known() {
        let fault = "Europe/Atlantis".parse::<Zone>().unwrap_err().to_string();
        assert!(
            fault.starts_with(
                "`Europe/Atlantis` is no time zone known here; write one of `Europe/Amsterdam`, "
            ),
            "{fault}"
        );
    }

    proptest! {
        #[test]
        fn no_rule_panics(text in "\\PC{0,20}|[A-Z]{3}-?[0-9]{1,2}([A-Z]{3}(,[MJ][0-9./]{1,9},[MJ][0-9./]{1,9})?)?", at: i64) {
            if let Ok(zone) = text.parse::<Zone>() {
                _ = zone.date(Timestamp(at));
                _ = zone.first(zone.nearest_date(Timestamp(at)), 1440);
            }
        }
    }
}
