//! `foreign-words`: words of another language where the draft's own has a common one.

use super::corrections::in_case_of;
use super::other_language::foreign_clauses;
use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::ForeignWords as Data;
use toonvast_model::language::Language;

#[derive(Debug)]
pub(crate) struct ForeignWords {
    words: Phrases,
    right: Vec<String>,
    theirs: Phrases,
    ours: Phrases,
}

impl ForeignWords {
    pub fn new(data: &Data) -> Self {
        Self {
            words: Phrases::new(data.replace.keys()),
            right: data.replace.values().cloned().collect(),
            theirs: Phrases::new(&data.theirs),
            ours: Phrases::new(&data.ours),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        if reading.language == Language::En {
            return Vec::new();
        }
        let plain = scene.voice.plain.find_all(reading);
        let mut hits: Vec<Hit> = foreign_clauses(&self.theirs, &self.ours, scene)
            .into_iter()
            .map(|clause| Hit::at(reading.span(clause)))
            .collect();
        for found in self.words.find_all(reading) {
            let fine = scene.is_name_or_quotation(&found.marked)
                || plain
                    .iter()
                    .any(|plain| plain.tokens.contains(&found.marked.start))
                || self.said_by_customer(scene, &found.marked);
            let span = self.words.passage(&found, reading);
            if fine || hits.iter().any(|hit| hit.span.overlaps(&span)) {
                continue;
            }
            let right = self.right.get(found.phrase).map_or("", String::as_str);
            hits.push(Hit::at(span).replaced_by(&in_case_of(span.of(reading.text), right)));
        }
        hits
    }

    /// Following the customer's own words is no fault (M65).
    fn said_by_customer(&self, scene: &Scene, range: &std::ops::Range<usize>) -> bool {
        scene.reading.tokens[range.clone()].iter().all(|token| {
            scene
                .post
                .tokens
                .iter()
                .any(|said| said.folded == token.folded)
        })
    }
}
