//! `emoji`: none in situations the guide names, never more than it allows.

use super::{Hit, Scene};
use toonvast_model::span::Span;

/// The emoji too many, neighbours together.
pub(crate) fn find(scene: &Scene) -> Vec<Hit> {
    let policy = &scene.voice.guide.emoji;
    let all = &scene.reading.emoji;
    let never = scene
        .answered
        .situation
        .is_some_and(|found| policy.never_on.contains(&found));
    let allowed = usize::try_from(policy.max).unwrap_or(usize::MAX);
    if !never && all.len() <= allowed {
        return Vec::new();
    }
    let mut runs: Vec<Span> = Vec::new();
    for &emoji in all {
        match runs.last_mut() {
            Some(last) if scene.reading.text[last.end..emoji.start].trim().is_empty() => {
                last.end = emoji.end;
            }
            _ => runs.push(emoji),
        }
    }
    if !never {
        // The first ones are within what the guide allows.
        let spare = runs
            .iter()
            .position(|run| !all.iter().take(allowed).any(|first| run.overlaps(first)));
        let first = spare.unwrap_or(0);
        runs.drain(..first);
    }
    runs.into_iter().map(Hit::at).collect()
}
