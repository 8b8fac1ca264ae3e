//! What may be set right in one go.

use super::{bytes, invalid, within};
use std::collections::BTreeSet;
use toonvast_model::command::Refusal;
use toonvast_model::triage::Correction;

/// Most fields set right in one go: all of them.
pub const CORRECTIONS_MAX: usize = 13;
/// Most topics of a post (M21).
pub const TOPICS_MAX: usize = 3;
/// Longest name of a topic, in bytes.
pub const TOPIC_BYTES: usize = 60;

pub(super) fn corrections(corrections: &[Correction]) -> Result<(), Refusal> {
    within(
        "corrections",
        corrections.len(),
        1,
        CORRECTIONS_MAX,
        "fields",
    )?;
    let mut fields = BTreeSet::new();
    for correction in corrections {
        if !fields.insert(correction.field()) {
            return Err(invalid(
                "corrections",
                format!("say two things of {}", correction.field()),
            ));
        }
        if let Correction::Topics(names) = correction {
            topics(names)?;
        }
    }
    Ok(())
}

fn topics(names: &[String]) -> Result<(), Refusal> {
    within("topics", names.len(), 0, TOPICS_MAX, "topics")?;
    for name in names {
        bytes("topics", name, 1, TOPIC_BYTES)?;
        if name.chars().any(char::is_control) {
            return Err(invalid("topics", "must have no control characters"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use toonvast_model::triage::{Kind, Priority};

    fn named(topics: &[&str]) -> Correction {
        Correction::Topics(topics.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn one_value_a_field_and_topics_as_a_brand_names_them() {
        let long = "é".repeat(31);
        let (kind, spam) = (
            Correction::Kind(Kind::Question),
            Correction::Kind(Kind::Spam),
        );
        let table: [(&[Correction], &str); 9] = [
            (&[], "corrections: is 0 fields: at least 1 are needed"),
            (std::slice::from_ref(&kind), ""),
            (&[kind.clone(), Correction::Priority(Priority::Low)], ""),
            (&[kind.clone(), spam], "corrections: say two things of kind"),
            (&[named(&[])], ""),
            (&[named(&["slot", "accu", "app"])], ""),
            (
                &[named(&["slot", "accu", "app", "winkel"])],
                "topics: is 4 topics: at most 3 are allowed",
            ),
            (
                &[named(&[&long])],
                "topics: is 62 bytes: at most 60 are allowed",
            ),
            (
                &[named(&["a\nb"])],
                "topics: must have no control characters",
            ),
        ];
        for (said, expected) in table {
            let found = corrections(said).map_or_else(|why| why.to_string(), |()| String::new());
            assert_eq!(found, expected, "{said:?}");
        }
    }
}
