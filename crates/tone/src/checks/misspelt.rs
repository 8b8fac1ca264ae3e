//! `corrections` with `dictionary = true`: words the dictionary calls wrong and knows better.
//!
//! Only running text is judged: no name, handle, link, number or quotation, nothing the
//! customer wrote, no word of the brand's own. What another rule has found is left to it.

use super::corrections::in_case_of;
use super::{Hit, Scene};
use crate::reading::Token;
use std::collections::HashSet;
use toonvast_model::language::Language;
use toonvast_spelling::{Judgement, Spelling};
use toonvast_text::WordKind;

pub(crate) fn find(scene: &Scene, language: Language) -> Vec<Hit> {
    let Some(spelling) = scene.around.spelling.filter(|_| reads(scene, language)) else {
        return Vec::new();
    };
    let said: HashSet<&str> = scene
        .post
        .tokens
        .iter()
        .map(|it| it.folded.as_str())
        .collect();
    let tokens = scene.reading.tokens.iter().enumerate();
    tokens
        .filter(|(at, token)| is_running_text(scene, *at, token))
        .filter(|(_, token)| !said.contains(token.folded.as_str()))
        .filter_map(|(at, token)| misspelt(scene, spelling, at, token, language))
        .collect()
}

/// Whether the draft is in the rule's language: of one too short to tell, it is the brand's.
fn reads(scene: &Scene, language: Language) -> bool {
    [language, Language::Und].contains(&scene.reading.language)
}

fn is_running_text(scene: &Scene, at: usize, token: &Token) -> bool {
    let word = token.span.of(scene.reading.text);
    let shouted = word.chars().skip(1).any(char::is_uppercase);
    let capital = word.starts_with(char::is_uppercase);
    token.kind == WordKind::Word
        && !is_part(scene, token)
        && !shouted
        && (!capital || opens_sentence(scene, at))
        && !scene.is_name_or_quotation(&(at..at + 1))
        && !scene.voice.words.contains(&token.folded)
}

/// Whether it is half a word or an abbreviation: *bezorg- en afhaalpunten*, *bladz. 4*.
fn is_part(scene: &Scene, token: &Token) -> bool {
    let text = scene.reading.text;
    let (before, after) = (&text[..token.span.start], &text[token.span.end..]);
    let hyphens = ['-', '‑', '/', '_', '&'];
    let dotted = after.strip_prefix('.').map(str::trim_start);
    let goes_on =
        dotted.is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase() || c.is_numeric()));
    before.ends_with(hyphens) || after.starts_with(hyphens) || goes_on
}

fn opens_sentence(scene: &Scene, at: usize) -> bool {
    let tokens = &scene.reading.tokens;
    at.checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_none_or(|before| before.sentence != tokens[at].sentence)
}

fn misspelt(
    scene: &Scene,
    spelling: &Spelling,
    at: usize,
    token: &Token,
    language: Language,
) -> Option<Hit> {
    let text = scene.reading.text;
    let word = token.span.of(text);
    // What stands at the very end may still be under the agent's fingers.
    let unfinished = token.span.end == text.len();
    // A word that opens a sentence with its capital may be a name: *Joëlle, wat vervelend*.
    let maybe_name = word.starts_with(char::is_uppercase);
    let judgement = if unfinished || maybe_name {
        spelling.judge_unfinished(word, language)
    } else {
        spelling.judge(word, language)
    };
    let alone = scene
        .reading
        .tokens
        .get(at)
        .is_some_and(|it| it.ends_clause);
    match judgement {
        Judgement::Wrong(right) if !(maybe_name && alone) => {
            Some(Hit::at(token.span).replaced_by(&in_case_of(word, &right)))
        }
        _ => None,
    }
}
