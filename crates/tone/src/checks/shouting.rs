//! `shouting`: words in capitals, exclamation marks in a row.

use super::{Hit, Scene, once_a_sentence};
use crate::phrases::Phrases;
use toonvast_brand::rule::Shouting as Data;
use toonvast_model::span::Span;
use toonvast_model::triage::Sentiment;
use toonvast_text::WordKind;

/// Letters a single capitalised word needs to be a shout rather than an abbreviation.
const LONG_WORD: usize = 5;

#[derive(Debug)]
pub(crate) struct Shouting(Phrases);

impl Shouting {
    pub fn new(data: &Data) -> Self {
        Self(Phrases::new(&data.allow))
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let mut spans = self.capitals(scene);
        let cheerful = scene.answered.sentiment == Some(Sentiment::Positive);
        let marks = if cheerful { Vec::new() } else { marks(scene) };
        for mark in marks {
            let sentences = &scene.reading.sentences;
            let sentence = sentences.iter().find(|sentence| sentence.overlaps(&mark));
            let same = |span: &&mut Span| sentence.is_some_and(|sentence| sentence.overlaps(span));
            match spans.iter_mut().find(same) {
                Some(span) => span.end = span.end.max(mark.end),
                None => spans.push(mark),
            }
        }
        once_a_sentence(spans, scene)
    }

    /// Runs of two or more words in capitals, and single long ones.
    fn capitals(&self, scene: &Scene) -> Vec<Span> {
        let tokens = &scene.reading.tokens;
        let mut spans = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let run = (at..tokens.len())
                .take_while(|&at| self.is_loud(scene, at))
                .count();
            let letters: usize = tokens[at..at + run]
                .iter()
                .map(|token| token.folded.chars().count())
                .sum();
            let shouts = if run == 1 {
                letters >= LONG_WORD
            } else {
                letters > LONG_WORD
            };
            if run > 0 && shouts {
                spans.push(scene.reading.span(at..at + run));
            } else if run == 1 && self.is_stressed(scene, at) {
                spans.push(tokens[at].span);
            }
            at += run.max(1);
        }
        spans
    }

    fn is_loud(&self, scene: &Scene, at: usize) -> bool {
        let token = &scene.reading.tokens[at];
        let word = token.span.of(scene.reading.text);
        token.kind == WordKind::Word
            && word.chars().any(char::is_uppercase)
            && !word.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
            && !token.quoted
            && !is_in_brackets(scene.reading.text, token.span)
            && !word.contains('.')
            && !self.0.any(scene.reading, at..at + 1)
            && !scene.is_name_or_quotation(&(at..at + 1))
            && !self.said_by_customer(scene, word)
    }

    /// A short common word in capitals, as NIET or NOW.
    fn is_stressed(&self, scene: &Scene, at: usize) -> bool {
        const STRESSED: &[&str] = &[
            "niet", "wel", "nooit", "geen", "echt", "nu", "zelf", "moet", "heel", "not", "never",
            "must", "now", "all", "any", "stop", "only", "very", "alle",
        ];
        STRESSED.contains(&scene.reading.tokens[at].folded.as_str())
    }

    /// An abbreviation the customer used, not a shout of theirs.
    fn said_by_customer(&self, scene: &Scene, word: &str) -> bool {
        word.chars().count() <= LONG_WORD
            && scene
                .post
                .tokens
                .iter()
                .any(|said| said.span.of(scene.post.text) == word)
    }
}

/// Whether a word stands in a placeholder such as `[NAAM]`, which another rule tells.
fn is_in_brackets(text: &str, word: Span) -> bool {
    let opened = text[..word.start].rfind(['[', '{', '<', ']', '}', '>']);
    let opened = opened.is_some_and(|at| text[at..].starts_with(['[', '{', '<']));
    let closed = text[word.end..].find([']', '}', '>', '[', '{', '<']);
    opened && closed.is_some_and(|at| text[word.end + at..].starts_with([']', '}', '>']))
}

/// Two or more exclamation marks, or a mix with question marks.
fn marks(scene: &Scene) -> Vec<Span> {
    let text = &scene.reading.text[..scene.reading.body_end];
    let mut spans: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '!' | '?')) {
        match spans.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => spans.push(Span::new(at, at + c.len_utf8())),
        }
    }
    spans.retain(|span| {
        let run = span.of(text);
        (run.len() >= 2 && run.contains('!')) || run.len() >= 3
    });
    spans
}
