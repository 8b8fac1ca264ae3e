//! What a head of the classifier looks at, beside the words themselves.

use crate::lexicon;
use crate::mentions::{Naming, Role};
use crate::reading::Reading;
use crate::verdict::{about_evidence, kind_evidence};
use toonvast_learn::{EXTRAS, Extra, Features, OWN_EXTRAS};
use toonvast_model::language::Language;
use toonvast_model::post::Site;

/// Where each sort of count begins. Counts are numbered for good: a new one goes last.
const CATEGORIES: usize = OWN_EXTRAS;
const FIRM: usize = CATEGORIES + lexicon::COUNT;
const REST: usize = FIRM + lexicon::COUNT;

/// The features of a post: its words, with names replaced by what they name, and counts.
pub(crate) fn features(reading: &Reading<'_>) -> Features {
    let roles = &reading.mentions.roles;
    let mut features = Features::read(&reading.post.text, &reading.line, &|at| {
        roles.get(at).copied().and_then(stands_for)
    });
    for (at, category) in lexicon::ALL.iter().enumerate() {
        let count = reading.count(*category);
        if count == 0 {
            continue;
        }
        features.add(Extra::count(id(CATEGORIES + at), count, 3));
        features.add(Extra::count(id(FIRM + at), reading.firm(*category), 2));
    }
    for (at, tenths) in rest(reading).into_iter().enumerate() {
        features.add(Extra {
            id: id(REST + at),
            tenths,
        });
    }
    features
}

/// The n-grams of each token by itself.
pub(crate) fn by_token(reading: &Reading<'_>) -> Vec<Features> {
    let roles = &reading.mentions.roles;
    Features::by_token(&reading.line, &|at| {
        roles.get(at).copied().and_then(stands_for)
    })
}

fn id(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// What a named token is read as; no customer writes these.
const fn stands_for(role: Role) -> Option<&'static str> {
    match role {
        Role::Word => None,
        Role::Brand => Some("<brand>"),
        Role::PerhapsBrand => Some("<perhaps-brand>"),
        Role::Product => Some("<product>"),
        Role::Competitor => Some("<competitor>"),
        Role::Agent => Some("<agent>"),
        Role::Account => Some("<account>"),
    }
}

/// Naming, place, author, reach, and what the rules alone would say.
fn rest(reading: &Reading<'_>) -> Vec<u8> {
    let flag = |fired: bool| 10 * u8::from(fired);
    let count = |count: usize, most: u8| 10 * u8::try_from(count).unwrap_or(most).min(most);
    let mentions = &reading.mentions;
    let mut rest = vec![
        flag(mentions.naming == Naming::None),
        flag(mentions.naming == Naming::Perhaps),
        flag(mentions.naming == Naming::Named),
        flag(mentions.naming == Naming::Tagged),
        flag(mentions.homonym),
        flag(mentions.only_hashtag),
        count(mentions.products, 2),
        count(mentions.competitors, 2),
        flag(mentions.agent),
        count(mentions.other_handles, 2),
        flag(reading.context.addressed),
        flag(reading.topics.is_empty()),
        count(reading.topics.len(), 3),
        count(about_evidence(reading), 8),
        flag(reading.language == Language::Nl),
        flag(reading.language == Language::En),
        flag(reading.rage.is_rage()),
        flag(reading.numbered(lexicon::Category::Repeated)),
        count(reading.counts.sentences, 8),
        count(reading.feeling.pleased, 8),
        count(reading.feeling.displeased, 8),
        flag(reading.feeling.turned),
        count(reading.feeling.smiles, 2),
        count(reading.feeling.frowns, 2),
        count(reading.feeling.smirks, 2),
        count(reading.feeling.flares, 3),
    ];
    for site in [
        Site::X,
        Site::Facebook,
        Site::Forum,
        Site::Review,
        Site::NewsComment,
    ] {
        rest.push(flag(reading.post.site == site));
    }
    rest.push(flag(reading.post.author.verified));
    let counted = [
        (
            reading.post.author.followers,
            [1_000, 5_000, 10_000, 50_000],
        ),
        (reading.post.reach.shares, [5, 30, 50, 100]),
        (reading.post.reach.likes, [10, 50, 200, 1_000]),
        (reading.post.reach.replies, [3, 10, 30, 100]),
    ];
    for (number, steps) in counted {
        rest.extend(steps.map(|step| flag(number.is_some_and(|number| number >= step))));
    }
    rest.extend(
        kind_evidence(reading).map(|points| u8::try_from(points.clamp(0, 20)).unwrap_or(0)),
    );
    rest
}

const _: () = assert!(REST + 70 < EXTRAS);
