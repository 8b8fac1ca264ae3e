//! `other-language`: the reply is in another language than the customer's (M17).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use crate::reading::Reading;
use std::ops::Range;
use toonvast_brand::rule::FunctionWords;
use toonvast_model::draft::Severity;
use toonvast_model::language::Language;
use toonvast_text::WordKind;

/// Words a draft needs before its language is certain.
const ENOUGH: usize = 4;

#[derive(Debug)]
pub(crate) struct OtherLanguage {
    theirs: Phrases,
    ours: Phrases,
}

impl OtherLanguage {
    pub fn new(data: &FunctionWords) -> Self {
        Self {
            theirs: Phrases::new(&data.theirs),
            ours: Phrases::new(&data.ours),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let body = reading.body();
        let (theirs, ours) = (scene.post.language, reading.language);
        let certain = plain_words(scene.post) >= ENOUGH && plain_words(reading) >= ENOUGH;
        if theirs != Language::Und && ours != Language::Und && theirs != ours {
            return if certain {
                vec![Hit::at(body)]
            } else {
                Vec::new()
            };
        }
        foreign_clauses(&self.theirs, &self.ours, scene)
            .into_iter()
            .map(|range| Hit::at(reading.span(range)).graded(Severity::Warn))
            .collect()
    }
}

fn plain_words(reading: &Reading) -> usize {
    reading
        .tokens
        .iter()
        .filter(|token| token.kind == WordKind::Word)
        .count()
}

/// Clauses of three words or more with two of their function words and none of ours.
pub(crate) fn foreign_clauses(
    theirs: &Phrases,
    ours: &Phrases,
    scene: &Scene,
) -> Vec<Range<usize>> {
    let reading = scene.reading;
    let mut clauses = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let clause = reading.clause_tokens(at);
        at = clause.end.max(at + 1);
        let foreign = clause.len() >= 3
            && theirs.find(reading, clause.clone()).len() >= 2
            && !ours.any(reading, clause.clone())
            && !scene.is_name_or_quotation(&clause);
        if foreign {
            clauses.push(clause);
        }
    }
    clauses
}
