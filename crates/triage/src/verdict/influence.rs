//! The weight of author and reach (M22, M23).

use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_model::triage::Influence;

/// Followers from which an author counts as influential.
pub(crate) const FOLLOWERS: u64 = 10_000;
/// Shares from which a post counts as far-reaching.
pub(crate) const SHARES: u64 = 100;

/// High with many followers or shares, or when press or politics speaks.
pub(crate) fn judge(reading: &Reading<'_>) -> Influence {
    let followers = reading.post.author.followers.unwrap_or(0) >= FOLLOWERS;
    let shares = reading.post.reach.shares.unwrap_or(0) >= SHARES;
    if followers || shares || speaks_for_many(reading) {
        Influence::High
    } else {
        Influence::Normal
    }
}

/// Press, politics or a body of patients or consumers: by its handle, or by several words.
pub(crate) fn speaks_for_many(reading: &Reading<'_>) -> bool {
    let handle = reading.post.author.handle.to_lowercase();
    let office = OFFICES.iter().any(|part| handle.contains(part));
    office && (reading.has(Category::Press) || reading.post.author.verified)
        || reading.count(Category::Press) >= 2
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
