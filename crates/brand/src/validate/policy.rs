//! `policy.toml`: names that are names, hours that are hours.

use super::{all_filled, filled, unique};
use crate::error::{BrandError, Fault, Place};
use crate::policy::{Hours, Policy};

const FILE: &str = "policy.toml";
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn place() -> Place {
    Place::file(FILE)
}

/// The whole policy. Weights of unknown signals are allowed: a brand may be ahead of an engine.
pub(crate) fn policy(policy: &Policy) -> Result<(), BrandError> {
    filled(&policy.name, "the brand's name", place)?;
    for handle in &policy.handles {
        filled(&handle.name, "a handle's name", place)?;
        if handle.name.starts_with('@') {
            return Err(place().fault(Fault::HandleWithAt(handle.name.clone())));
        }
    }
    let lists = [
        (&policy.other_spellings, "a name of other_spellings"),
        (&policy.homonyms, "a phrase of homonyms"),
        (&policy.products, "a name of products"),
        (&policy.competitors, "a name of competitors"),
        (&policy.agents, "a name of agents"),
        (&policy.facts, "a statement of facts"),
    ];
    lists
        .iter()
        .try_for_each(|(list, what)| all_filled(list, what, place))?;
    for topic in &policy.topics {
        filled(&topic.name, "a topic's name", place)?;
        all_filled(
            &topic.words,
            &format!("a word of topic `{}`", topic.name),
            place,
        )?;
    }
    unique(
        policy.topics.iter().map(|topic| topic.name.clone()),
        "the topic",
        FILE,
    )?;
    match policy.hours.iter().find(|hours| !opening_hours(hours)) {
        Some(Hours { days, from, to }) => {
            Err(place().fault(Fault::Hours(format!("{days} {from} {to}"))))
        }
        None => Ok(()),
    }
}

fn opening_hours(hours: &Hours) -> bool {
    let days = match hours.days.split_once('-') {
        Some((first, last)) => DAYS.contains(&first) && DAYS.contains(&last),
        None => DAYS.contains(&hours.days.as_str()),
    };
    let (from, to) = (minutes(&hours.from), minutes(&hours.to));
    days && from.is_some() && to.is_some() && from < to
}

/// Minutes since midnight of `hh:mm`, up to 24:00.
fn minutes(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= 24 * 60).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn a_day_has_24_hours() {
        let table = [
            ("08:00", Some(480)),
            ("24:00", Some(1440)),
            ("24:01", None),
            ("8:00", None),
            ("12:60", None),
            ("+1:00", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
