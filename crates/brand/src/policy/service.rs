//! Service levels: how soon customers are answered.

use super::fault::PolicyFault;
use serde::de::{Error as _, IntoDeserializer as _, value};
use serde::{Deserialize, Deserializer, Serialize};
use toonvast_model::calendar::Minutes;
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Priority};

/// One of `[[service_levels]]`: what it is for, and how soon (M38). An empty list means any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceLevelFor {
    /// Priorities.
    #[serde(default)]
    pub priority: Vec<Priority>,
    /// Types of message.
    #[serde(default)]
    pub kind: Vec<Kind>,
    /// Sites.
    #[serde(default, deserialize_with = "known_sites")]
    pub site: Vec<Site>,
    /// How soon the first reaction, from posting on (M33).
    pub first: Minutes,
    /// How soon the substantive answer, from posting on (M34).
    pub substantive: Minutes,
    /// Which minutes count.
    #[serde(default)]
    pub clock: Clock,
}

/// How soon a post is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceLevel {
    /// How soon the first reaction.
    pub first: Minutes,
    /// How soon the substantive answer.
    pub substantive: Minutes,
    /// Which minutes count.
    pub clock: Clock,
}

/// Which minutes count (M143).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// Those in which the team is there.
    #[default]
    Open,
    /// All of them.
    Always,
}

impl ServiceLevelFor {
    fn fits(&self, priority: Priority, kind: Kind, site: Site) -> bool {
        fn has<T: PartialEq>(list: &[T], value: &T) -> bool {
            list.is_empty() || list.contains(value)
        }
        has(&self.priority, &priority) && has(&self.kind, &kind) && has(&self.site, &site)
    }

    const fn level(&self) -> ServiceLevel {
        ServiceLevel {
            first: self.first,
            substantive: self.substantive,
            clock: self.clock,
        }
    }
}

/// The first of the brand's own levels that fits, else of the usual ones.
pub(super) fn find(
    own: &[ServiceLevelFor],
    priority: Priority,
    kind: Kind,
    site: Site,
) -> ServiceLevel {
    own.iter()
        .find(|level| level.fits(priority, kind, site))
        .map_or_else(|| usual(priority, kind), ServiceLevelFor::level)
}

/// The levels of a brand that names none.
///
/// Most organisations aim at a reaction within 4 hours and a solution within 24 (mission,
/// section 16; the promise of M34). Where minutes count the look-back of a quarter of an hour
/// is the measure, day and night (M154); who is stuck hears the same hour and is helped within
/// a working day (M26, M143). A compliment has one level for both, as its first reply is the
/// whole answer: a working day, so that it is never simply last (M31).
const fn usual(priority: Priority, kind: Kind) -> ServiceLevel {
    let (first, substantive, clock) = match (priority, kind) {
        (Priority::Urgent, _) => (Minutes::new(15), Minutes::hours(4), Clock::Always),
        (Priority::High, _) => (Minutes::hours(1), Minutes::hours(8), Clock::Open),
        (_, Kind::Compliment) => (Minutes::hours(8), Minutes::hours(8), Clock::Open),
        _ => (Minutes::hours(4), Minutes::hours(24), Clock::Open),
    };
    ServiceLevel {
        first,
        substantive,
        clock,
    }
}

/// Sites by their own names only: on a page an unknown one is "anywhere else", in a policy it
/// is a slip that would quietly mean something else.
fn known_sites<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Site>, D::Error> {
    Vec::<String>::deserialize(deserializer)?
        .into_iter()
        .map(|name| {
            let site: Result<Site, value::Error> =
                Site::deserialize(name.as_str().into_deserializer());
            match site {
                Ok(Site::Other) if name != "other" => Err(PolicyFault::Site(name)),
                Ok(site) => Ok(site),
                Err(_) => Err(PolicyFault::Site(name)),
            }
        })
        .collect::<Result<_, _>>()
        .map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::{Clock, ServiceLevel};
    use crate::policy::Policy;
    use toonvast_model::post::Site;
    use toonvast_model::timestamp::Timestamp;
    use toonvast_model::triage::{Kind, Priority};

    fn said(level: ServiceLevel) -> (String, String, Clock) {
        (
            level.first.to_string(),
            level.substantive.to_string(),
            level.clock,
        )
    }

    #[test]
    fn the_usual_levels() {
        use Clock::{Always, Open};
        let table = [
            (Priority::Urgent, Kind::Compliment, ("15m", "4h", Always)),
            (Priority::High, Kind::Compliment, ("1h", "8h", Open)),
            (Priority::High, Kind::Question, ("1h", "8h", Open)),
            (Priority::Low, Kind::Compliment, ("8h", "8h", Open)),
            (Priority::Normal, Kind::Problem, ("4h", "24h", Open)),
            (Priority::None, Kind::Spam, ("4h", "24h", Open)),
        ];
        for (priority, kind, (first, substantive, clock)) in table {
            assert_eq!(
                said(Policy::named("X").service_level(priority, kind, Site::X)),
                (first.to_owned(), substantive.to_owned(), clock),
                "{priority:?} {kind:?}"
            );
        }
    }

    #[test]
    fn the_first_level_that_fits_decides() {
        let policy: Policy = toml::from_str(
            r#"
            name = "X"
            service_levels = [
                { priority = ["urgent", "high"], site = ["x"], first = "10m", substantive = "2h", clock = "always" },
                { kind = ["compliment"], first = "2d", substantive = "2d" },
                { site = ["facebook", "other"], first = "30m", substantive = "90m" },
            ]"#,
        )
        .unwrap();
        let table = [
            (Priority::High, Kind::Compliment, Site::X, "10m"),
            (Priority::Normal, Kind::Compliment, Site::Facebook, "48h"),
            (Priority::High, Kind::Question, Site::Facebook, "30m"),
            (Priority::Normal, Kind::Question, Site::Other, "30m"),
            // None fits: the usual one.
            (Priority::Normal, Kind::Question, Site::X, "4h"),
        ];
        for (priority, kind, site, first) in table {
            let level = policy.service_level(priority, kind, site);
            assert_eq!(level.first.to_string(), first, "{priority:?} {kind:?}");
        }
    }

    #[test]
    fn what_is_urgent_is_due_though_nobody_is_there() {
        let policy: Policy = toml::from_str(
            "name = \"X\"\nhours = [{ days = \"mon-fri\", from = \"09:00\", to = \"17:00\" }]",
        )
        .unwrap();
        let saturday = Timestamp::parse("2026-11-21T12:00:00+01:00").unwrap();
        let table = [
            (
                Priority::Urgent,
                "2026-11-21T12:15:00+01:00",
                "2026-11-21T16:00:00+01:00",
            ),
            (
                Priority::Normal,
                "2026-11-23T13:00:00+01:00",
                "2026-11-25T17:00:00+01:00",
            ),
        ];
        for (priority, first, substantive) in table {
            let level = policy.service_level(priority, Kind::Question, Site::X);
            let due = |within| policy.due(level.clock, saturday, within);
            assert_eq!(due(level.first), Timestamp::parse(first).unwrap());
            assert_eq!(
                due(level.substantive),
                Timestamp::parse(substantive).unwrap()
            );
        }
    }
}
