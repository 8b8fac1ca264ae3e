//! How a team's replies were, by colleague and week: a pure function over the log (M58).

use std::collections::{BTreeMap, BTreeSet};
use toonvast_model::calendar::{LocalDate, Zone};
use toonvast_model::case::Actor;
use toonvast_model::draft::{Fault, Severity};
use toonvast_model::event::{Event, What};
use toonvast_model::id::RuleId;
use toonvast_model::quality::{AgentQuality, MOST_RULES, Quality, RuleCount, Trend, WeekQuality};
use toonvast_model::timestamp::Timestamp;

/// Weeks that are told of.
pub const WEEKS: usize = 8;
/// Checked replies on each side without which no trend is told.
const ENOUGH: u32 = 5;
/// Percentage points by which the share of faultless replies must differ to be a trend.
const NOTABLE: u32 = 5;

/// Whose replies are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The whole team's, to who leads it.
    Everyones,
    /// One's own.
    Of(Actor),
}

/// The replies of this week and the seven before it, by the clock on the team's wall.
///
/// `name` gives the display name of a colleague.
#[must_use]
pub fn quality<'e>(
    events: impl IntoIterator<Item = &'e Event>,
    whose: Whose,
    zone: &Zone,
    now: Timestamp,
    name: impl Fn(Actor) -> Option<String>,
) -> Quality {
    let weeks = weeks(zone, now);
    let mut agents: BTreeMap<Actor, Tally> = BTreeMap::new();
    for event in events {
        let told = whose == Whose::Everyones || whose == Whose::Of(event.actor);
        let monday = zone.date(event.at).and_then(LocalDate::monday);
        let week = monday.and_then(|monday| weeks.iter().position(|week| *week == monday));
        if let Some(week) = week.filter(|_| told) {
            agents.entry(event.actor).or_default().note(week, event);
        }
    }
    let told = agents
        .into_iter()
        .filter(|(_, tally)| !tally.weeks.is_empty());
    let mut agents: Vec<AgentQuality> = told
        .map(|(actor, tally)| tally.of(actor, name(actor), weeks.len()))
        .collect();
    agents.sort_by(|one, other| (&one.name, one.actor).cmp(&(&other.name, other.actor)));
    Quality {
        weeks,
        everyone: whose == Whose::Everyones,
        agents,
    }
}

/// When the first of the weeks begins, for who reads the log from there on.
#[must_use]
pub fn since(now: Timestamp) -> Timestamp {
    // A day early, so that no clock makes it late.
    let days = i64::try_from(WEEKS * 7 + 1).unwrap_or(i64::MAX);
    Timestamp(now.0.saturating_sub(days.saturating_mul(24 * 60 * 60_000)))
}

fn weeks(zone: &Zone, now: Timestamp) -> Vec<LocalDate> {
    let Some(last) = zone.date(now).and_then(LocalDate::monday) else {
        return Vec::new();
    };
    let back = |weeks: usize| last.plus_days(-7 * i32::try_from(weeks).ok()?);
    (0..WEEKS).rev().filter_map(back).collect()
}

#[derive(Default)]
struct Tally {
    weeks: BTreeMap<usize, WeekQuality>,
    rules: BTreeMap<RuleId, u32>,
}

impl Tally {
    fn note(&mut self, week: usize, event: &Event) {
        match &event.what {
            What::Replied { faults, .. } => self.replied(week, faults.as_deref()),
            What::Overridden { .. } => self.weeks.entry(week).or_default().overrides += 1,
            _ => {}
        }
    }

    fn replied(&mut self, week: usize, faults: Option<&[Fault]>) {
        let week = self.weeks.entry(week).or_default();
        week.replies += 1;
        let Some(faults) = faults else {
            return;
        };
        let counted = || {
            faults
                .iter()
                .filter(|fault| fault.severity != Severity::Hint)
        };
        week.checked += 1;
        week.faultless += u32::from(counted().next().is_none());
        week.faults = week
            .faults
            .saturating_add(u32::try_from(counted().count()).unwrap_or(u32::MAX));
        let rules: BTreeSet<&RuleId> = counted().map(|fault| &fault.rule).collect();
        for rule in rules {
            *self.rules.entry(rule.clone()).or_default() += 1;
        }
    }

    fn of(self, actor: Actor, name: Option<String>, count: usize) -> AgentQuality {
        let weeks: Vec<WeekQuality> = (0..count)
            .map(|week| self.weeks.get(&week).copied().unwrap_or_default())
            .collect();
        let mut rules: Vec<RuleCount> = self
            .rules
            .into_iter()
            .map(|(rule, replies)| RuleCount { rule, replies })
            .collect();
        rules.sort_by(|one, other| {
            other
                .replies
                .cmp(&one.replies)
                .then_with(|| one.rule.cmp(&other.rule))
        });
        rules.truncate(MOST_RULES);
        AgentQuality {
            actor,
            name,
            trend: trend(&weeks),
            weeks,
            rules,
        }
    }
}

/// The later half of the weeks beside the earlier.
fn trend(weeks: &[WeekQuality]) -> Option<Trend> {
    let (before, after) = weeks.split_at(weeks.len() / 2);
    let share = |weeks: &[WeekQuality]| {
        let all = weeks
            .iter()
            .copied()
            .fold(WeekQuality::default(), WeekQuality::and);
        all.faultless_percent().filter(|_| all.checked >= ENOUGH)
    };
    let (before, after) = (share(before)?, share(after)?);
    Some(if after >= before + NOTABLE {
        Trend::Better
    } else if before >= after + NOTABLE {
        Trend::Worse
    } else {
        Trend::Same
    })
}
