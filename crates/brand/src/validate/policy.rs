//! `policy.toml`: names that are names, tables that hold together.

mod tables;

use super::{all_filled, filled, unique};
use crate::error::{BrandError, Fault, Place};
use crate::policy::Policy;

const FILE: &str = "policy.toml";

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
    tables::lists(policy)?;
    unique(
        policy
            .campaigns
            .iter()
            .map(|campaign| campaign.name.clone()),
        "the campaign",
        FILE,
    )?;
    tables::tables(policy).map_err(|fault| place().fault(fault.into()))
}
