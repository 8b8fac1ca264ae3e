//! The weight of author and reach (M22, M23).

use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_brand::policy::Policy;
use toonvast_model::triage::{Correction, Influence};

/// High by the brand's thresholds, or when press, politics or a body of people speaks.
pub(crate) fn judge(reading: &Reading<'_>, policy: &Policy) -> Influence {
    for correction in &reading.context.corrections {
        if let Correction::Influence(influence) = correction {
            return *influence;
        }
    }
    let post = reading.post;
    let views = post.reach.views.zip(policy.influence.views);
    let seen = views.is_some_and(|(views, least)| views >= least);
    let many = many_followers(reading, policy).is_some() || wide_reach(reading, policy).is_some();
    match policy.influence.named(&post.author.handle) {
        Some(influence) => influence,
        None if many || seen || speaks_for_many(reading) => Influence::High,
        None => Influence::Normal,
    }
}

/// The author's followers, where they are many.
pub(crate) fn many_followers(reading: &Reading<'_>, policy: &Policy) -> Option<u64> {
    let followers = reading.post.author.followers?;
    (followers >= policy.influence.followers).then_some(followers)
}

/// How often the post was shared, where that is far.
pub(crate) fn wide_reach(reading: &Reading<'_>, policy: &Policy) -> Option<u64> {
    let shares = reading.post.reach.shares?;
    (shares >= policy.influence.shares).then_some(shares)
}

/// Press, politics or a body of patients or consumers: by its handle, or by several words.
pub(crate) fn speaks_for_many(reading: &Reading<'_>) -> bool {
    if reading.count(Category::Press) >= 2 {
        return true;
    }
    let vouched = reading.has(Category::Press) || reading.post.author.verified;
    vouched && {
        let handle = reading.post.author.handle.to_lowercase();
        OFFICES.iter().any(|part| handle.contains(part))
    }
}

/// Parts of handles of editors, broadcasters, representatives and bodies.
const OFFICES: &[&str] = &[
    "redactie",
    "nieuws",
    "krant",
    "courant",
    "omroep",
    "journaal",
    "dagblad",
    "radio",
    "journalist",
    "verslaggever",
    "raadslid",
    "kamerlid",
    "fractie",
    "wethouder",
    "vereniging",
    "bond",
    "patient",
    "news",
    "times",
    "herald",
    "gazette",
    "reporter",
    "editor",
    "councillor",
    "cllr",
    "press",
    "pers_",
];
