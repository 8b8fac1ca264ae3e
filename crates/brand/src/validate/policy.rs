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
        (&policy.other_brands, "a name of other_brands"),
        (&policy.agents, "a name of agents"),
        (&policy.facts, "a statement of facts"),
    ];
    lists
        .iter()
        .try_for_each(|(list, what)| all_filled(list, what, place))?;
    for host in &policy.hosts {
        if !is_host(host) {
            return Err(place().fault(Fault::Host(host.clone())));
        }
    }
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

/// Whether a text is a host's name and nothing more: no protocol, port or path.
fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty() && !label.contains(|c: char| !(c.is_alphanumeric() || c == '-'))
    };
    text.contains('.') && text.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::is_host;

    #[test]
    fn a_host_is_a_name_and_nothing_more() {
        for (text, host) in [
            ("fietsfluit.nl", true),
            ("hulp.fietsfluit.nl", true),
            ("https://fietsfluit.nl", false),
            ("fietsfluit.nl/hulp", false),
            ("fietsfluit", false),
            (".nl", false),
            ("", false),
        ] {
            assert_eq!(is_host(text), host, "{text}");
        }
    }
}
