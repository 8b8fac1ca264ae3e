//! What a brand must be beyond its shape.

mod policy;
mod reply;

use crate::Brand;
use crate::error::{BrandError, Fault, Place};
use crate::files::{MAX_REPLIES, MAX_RULES};
use crate::rule::Rule;
use std::collections::BTreeSet;

pub(crate) use policy::policy;
pub(crate) use reply::reply;

/// Everything, for a brand whose files are not at hand.
pub(crate) fn brand(brand: &Brand) -> Result<(), BrandError> {
    policy(&brand.policy)?;
    guide(brand)?;
    if brand.rules.len() > MAX_RULES {
        return Err(Place::file("tone").fault(Fault::TooManyRules(brand.rules.len())));
    }
    if brand.library.len() > MAX_REPLIES {
        return Err(Place::file("replies").fault(Fault::TooManyReplies(brand.library.len())));
    }
    let names = brand
        .rules
        .iter()
        .map(|rule| format!("{} ({:?})", rule.id, rule.lang));
    unique(names, "the rule", "tone")?;
    for rule in &brand.rules {
        self::rule(rule, Place::file(&format!("tone/{}.toml", rule.id)))?;
    }
    unique(
        brand.library.iter().map(|reply| reply.id.0.clone()),
        "the reply",
        "replies",
    )?;
    for reply in &brand.library {
        self::reply(reply, Place::file("replies"))?;
    }
    unique(
        brand.examples.iter().map(|example| example.name.clone()),
        "the example",
        "examples",
    )
}

/// One house rule.
pub(crate) fn rule(rule: &Rule, place: Place) -> Result<(), BrandError> {
    if !id(&rule.id.0) {
        return Err(place.fault(Fault::Id(rule.id.0.clone())));
    }
    let said = [
        ("summary", &rule.summary),
        ("why", &rule.why),
        ("instead", &rule.instead),
    ];
    match said.iter().find(|(_, text)| text.trim().is_empty()) {
        Some((name, _)) => Err(place.fault(Fault::Empty((*name).to_owned()))),
        None => Ok(()),
    }
}

fn guide(brand: &Brand) -> Result<(), BrandError> {
    let place = || Place::file("tone/guide.toml");
    for wording in &brand.guide.say {
        filled(&wording.not, "`not` of a wording in say", place)?;
        filled(&wording.but, "`but` of a wording in say", place)?;
    }
    for guideline in &brand.guide.guidelines {
        filled(&guideline.text, "`text` of a guideline", place)?;
    }
    for topic in &brand.guide.forbidden {
        filled(&topic.why, "`why` of a forbidden topic", place)?;
        if topic.words.is_empty() {
            return Err(place().fault(Fault::Empty("`words` of a forbidden topic".to_owned())));
        }
    }
    all_filled(&brand.guide.jargon, "a word of jargon", place)?;
    all_filled(&brand.guide.plain, "a word of plain", place)?;
    all_filled(&brand.guide.silence, "an id of silence", place)
}

/// Whether a text is an id: 1 to 64 of `a-z 0-9 -`.
fn id(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=64).contains(&text.len()) && text.chars().all(allowed)
}

fn filled(text: &str, what: &str, place: impl Fn() -> Place) -> Result<(), BrandError> {
    if text.trim().is_empty() {
        return Err(place().fault(Fault::Empty(what.to_owned())));
    }
    Ok(())
}

fn all_filled(texts: &[String], what: &str, place: impl Fn() -> Place) -> Result<(), BrandError> {
    texts.iter().try_for_each(|text| filled(text, what, &place))
}

fn unique(
    names: impl Iterator<Item = String>,
    what: &'static str,
    file: &str,
) -> Result<(), BrandError> {
    let mut seen = BTreeSet::new();
    for name in names {
        if seen.contains(&name) {
            return Err(Place::file(file).fault(Fault::Twice { what, name }));
        }
        seen.insert(name);
    }
    Ok(())
}
