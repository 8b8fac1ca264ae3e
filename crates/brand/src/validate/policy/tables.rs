//! What the tables of a policy must be beyond their shape.

use super::{all_filled, filled, place};
use crate::error::BrandError;
use crate::files::MAX_LIST;
use crate::policy::fault::{POINTS, PolicyFault};
use crate::policy::influence::holds;
use crate::policy::{Campaign, Crisis, Influential, Policy, ServiceLevelFor, Trend};

/// Lists that are not too long and hold nothing empty.
pub(super) fn lists(policy: &Policy) -> Result<(), BrandError> {
    let lengths = [
        ("hours", policy.hours.len()),
        ("holidays", policy.holidays.len()),
        ("special_hours", policy.special_hours.len()),
        ("service_levels", policy.service_levels.len()),
        ("campaigns", policy.campaigns.len()),
    ];
    for (what, found) in lengths {
        short(what, found)?;
    }
    let influence = &policy.influence;
    words("accounts of influence", &influence.accounts)?;
    words("ignore of influence", &influence.ignore)?;
    words("words of the crisis", &policy.crisis.words)?;
    for campaign in &policy.campaigns {
        filled(&campaign.name, "a campaign's name", place)?;
        words(&words_of(campaign), &campaign.words)?;
    }
    Ok(())
}

fn words_of(campaign: &Campaign) -> String {
    format!("words of campaign `{}`", campaign.name)
}

fn words(what: &str, words: &[String]) -> Result<(), BrandError> {
    short(what, words.len())?;
    all_filled(words, &format!("an entry in {what}"), place)
}

fn short(what: &str, found: usize) -> Result<(), BrandError> {
    if found <= MAX_LIST {
        return Ok(());
    }
    let what = what.to_owned();
    Err(place().fault(PolicyFault::LongList { what, found }.into()))
}

/// Numbers and dates that make sense together.
pub(super) fn tables(policy: &Policy) -> Result<(), PolicyFault> {
    (1..)
        .zip(&policy.service_levels)
        .try_for_each(|(number, level)| service_level(number, level))?;
    influence(&policy.influence)?;
    policy.campaigns.iter().try_for_each(campaign)?;
    crisis(&policy.crisis)?;
    trend(policy.trend)
}

const fn service_level(number: usize, level: &ServiceLevelFor) -> Result<(), PolicyFault> {
    let (first, substantive) = (level.first, level.substantive);
    if first.get() <= substantive.get() {
        return Ok(());
    }
    Err(PolicyFault::AnswerFirst {
        number,
        first,
        substantive,
    })
}

fn influence(influence: &Influential) -> Result<(), PolicyFault> {
    let counts = [
        ("followers", Some(influence.followers)),
        ("shares", Some(influence.shares)),
        ("views", influence.views),
    ];
    if let Some((what, _)) = counts.iter().find(|(_, least)| *least == Some(0)) {
        return Err(PolicyFault::Everybody(what));
    }
    let both = |name: &&String| holds(&influence.ignore, name);
    match influence.accounts.iter().find(both) {
        Some(name) => Err(PolicyFault::BothLists(name.clone())),
        None => Ok(()),
    }
}

fn campaign(campaign: &Campaign) -> Result<(), PolicyFault> {
    let name = || campaign.name.clone();
    if campaign.to < campaign.from {
        return Err(PolicyFault::CampaignDates {
            name: name(),
            from: campaign.from,
            to: campaign.to,
        });
    }
    if campaign.words.is_empty() {
        return Err(PolicyFault::NoWords(name()));
    }
    points(&format!("campaign `{}`", campaign.name), campaign.points)
}

fn crisis(crisis: &Crisis) -> Result<(), PolicyFault> {
    match (crisis.since, crisis.until) {
        (Some(since), Some(until)) if until <= since => {
            Err(PolicyFault::CrisisDates { since, until })
        }
        _ => points("the crisis", crisis.points),
    }
}

fn points(what: &str, points: i32) -> Result<(), PolicyFault> {
    if POINTS.contains(&points) {
        return Ok(());
    }
    let what = what.to_owned();
    Err(PolicyFault::Points { what, points })
}

const fn trend(trend: Trend) -> Result<(), PolicyFault> {
    let Trend { similar, crisis } = trend;
    if similar < 2 {
        return Err(PolicyFault::TrendOfOne(similar));
    }
    if crisis < similar {
        return Err(PolicyFault::CrisisBeforeTrend { similar, crisis });
    }
    Ok(())
}
