//! `wrong-brand`: another brand's name, or another account than the brand's (M78).

use super::{Hit, Scene};
use crate::note::Note;
use crate::phrases::Match;
use toonvast_brand::rule::phrase::fold;
use toonvast_model::draft::Severity;
use toonvast_text::WordKind;

/// Other brands of the team that are named or signed with, and the account the agent is signed
/// in with where the brand has others on that site.
pub(crate) fn find(scene: &Scene) -> Vec<Hit> {
    account(scene)
        .into_iter()
        .chain(named(scene))
        .chain(signed(scene))
        .collect()
}

fn account(scene: &Scene) -> Option<Hit> {
    let bare = |name: &str| name.trim().trim_start_matches('@').to_lowercase();
    let account = scene
        .around
        .account
        .map(bare)
        .filter(|name| !name.is_empty())?;
    let handles = scene.voice.handles.iter();
    let mut here = handles
        .filter(|handle| handle.site == scene.draft.site)
        .peekable();
    here.peek()?;
    let ours = here.any(|handle| bare(&handle.name) == account);
    // Some teams sign with their own accounts: a warning, where a name in the text is a block.
    let hit = || Hit::missing().graded(Severity::Warn);
    (!ours).then(|| hit().saying(Note::Word(format!("@{account}"))))
}

fn named(scene: &Scene) -> Vec<Hit> {
    let reading = scene.reading;
    let found = scene.voice.other_brands.find_all(reading);
    found
        .into_iter()
        .filter(|found| is_meant(scene, found))
        .map(|found| Hit::at(reading.span(found.tokens)))
        .collect()
}

/// A name and not the word it looks like: with its capital, not merely because it opens the
/// sentence, nobody else's words, and not brought up by the customer.
fn is_meant(scene: &Scene, found: &Match) -> bool {
    let reading = scene.reading;
    let tokens = &reading.tokens[found.tokens.clone()];
    let handle = tokens.iter().all(|token| token.kind == WordKind::Handle);
    let capitals = tokens
        .iter()
        .all(|token| token.span.of(reading.text).starts_with(char::is_uppercase));
    let opens = found.tokens.start.checked_sub(1).is_none_or(|before| {
        reading.tokens[before].sentence != reading.tokens[found.tokens.start].sentence
    });
    let name = capitals && (tokens.len() > 1 || !opens);
    let theirs = scene.voice.other_brands.find_all(scene.post);
    (handle || name)
        && !scene.is_name_or_quotation(&found.tokens)
        && !scene.voice.competitors.any(reading, found.tokens.clone())
        && theirs.iter().all(|theirs| theirs.phrase != found.phrase)
}

/// `^Bries` under a reply of another brand.
fn signed(scene: &Scene) -> Option<Hit> {
    let span = scene.reading.signature?;
    let name = fold(span.of(scene.reading.text).trim_start_matches('^'));
    let agent = scene
        .voice
        .agents
        .iter()
        .chain(&scene.draft.agent)
        .any(|agent| fold(agent) == name);
    let other = scene.voice.other_brand_names.contains(&name);
    (other && !agent).then(|| Hit::at(span))
}
