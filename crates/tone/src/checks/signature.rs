//! `unsigned` and `signed-otherwise`: replies are signed `^Name` (M52).

use super::{Hit, Scene};
use crate::phrases::{Phrases, has_words};
use toonvast_brand::rule::Closings as Data;
use toonvast_brand::rule::phrase::fold;
use toonvast_model::span::Span;

/// Most words a closing has.
const LONGEST: usize = 7;

#[derive(Debug)]
pub(crate) struct Closings(Phrases);

impl Closings {
    pub fn new(data: &Data) -> Self {
        Self(Phrases::new(&data.closings))
    }
}

/// Missing, when nothing at the end says who writes.
pub(crate) fn missing(closings: &Closings, scene: &Scene) -> Vec<Hit> {
    let signed = scene.reading.signature.is_some() || other_closing(closings, scene).is_some();
    if signed || !has_words(scene.reading.text) {
        Vec::new()
    } else {
        vec![Hit::missing()]
    }
}

/// Signed with another name than the agent's, twice, or in another form than `^Name`.
pub(crate) fn wrong(closings: &Closings, scene: &Scene) -> Vec<Hit> {
    let mut hits = Vec::new();
    let expected = expected(scene);
    if let Some(span) = scene.reading.signature {
        let name = span.of(scene.reading.text).trim_start_matches('^');
        let right = match &expected {
            Some(agent) => name == agent.as_str(),
            None => {
                scene.voice.agents.is_empty()
                    || scene.voice.agents.iter().any(|agent| agent == name)
            }
        };
        if !right {
            let caret = expected
                .as_ref()
                .map_or(String::new(), |agent| format!("^{agent}"));
            hits.push(Hit::at(span).replaced_by(&caret));
        }
    }
    if let Some(span) = other_closing(closings, scene) {
        let caret = match (&expected, scene.reading.signature) {
            (Some(agent), None) => format!("^{agent}"),
            _ => String::new(),
        };
        hits.push(Hit::at(span).replaced_by(&caret));
    }
    hits
}

fn expected(scene: &Scene) -> Option<String> {
    let agent = scene
        .draft
        .agent
        .as_deref()
        .map(|name| name.trim().trim_start_matches('^'));
    agent.filter(|name| !name.is_empty()).map(str::to_owned)
}

/// The last sentence or its tail, when it closes a letter: *Groetjes, team …*, a bare
/// name, a bare brand.
fn other_closing(closings: &Closings, scene: &Scene) -> Option<Span> {
    let reading = scene.reading;
    let last = reading.sentences.len().checked_sub(1)?;
    let from_last = reading.sentence_tokens(last);
    let whole: Span = *reading.sentences.get(last)?;
    if from_last.is_empty() {
        return None;
    }
    let short = from_last.len() <= LONGEST;
    let closes = closings
        .0
        .find(reading, from_last.clone())
        .into_iter()
        .find(|found| {
            let near_end = from_last.end - found.tokens.start <= LONGEST;
            near_end
                && (found.tokens.start == from_last.start
                    || own_line_or_clause(scene, found.tokens.start))
        });
    if let Some(found) = closes {
        return Some(Span::new(
            reading.tokens[found.tokens.start].span.start,
            whole.end,
        ));
    }
    let several = reading.sentences.len() > 1;
    let bare = from_last.clone().all(|at| names_us(scene, at));
    (short && several && bare && from_last.len() <= 3 && reading.signature.is_none())
        .then_some(whole)
}

fn own_line_or_clause(scene: &Scene, at: usize) -> bool {
    scene.reading.tokens[at].starts_clause
}

fn names_us(scene: &Scene, at: usize) -> bool {
    let token = &scene.reading.tokens[at];
    let agent = scene.draft.agent.iter().chain(&scene.voice.agents);
    let bare = token.folded.trim_matches(|c: char| !c.is_alphanumeric());
    agent.into_iter().any(|name| fold(name) == bare)
        || scene.names.iter().any(|name| name.contains(&at))
        || matches!(bare, "team" | "webcare" | "webcareteam")
}
