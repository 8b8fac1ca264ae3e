//! `no-term`: an answer is announced without saying when (M34).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use crate::promise;
use crate::reading::Reading;
use std::ops::Range;
use toonvast_brand::rule::{NoTerm as Data, SpeechAct};
use toonvast_model::span::Span;

/// How sure the learnt reading must be of an announcement no phrase knows, per mille.
const SURE: u16 = 850;
/// How sure of an announcement that says when, for it to count as a term, per mille.
const SAYS_WHEN: u16 = 600;

#[derive(Debug)]
pub(crate) struct NoTerm {
    announces: Phrases,
    terms: Phrases,
    except: Phrases,
    promises: Phrases,
}

impl NoTerm {
    pub fn new(data: &Data) -> Self {
        Self {
            announces: Phrases::new(&data.announces),
            terms: Phrases::new(&data.terms),
            except: Phrases::new(&data.except),
            promises: Phrases::new(&data.promises),
        }
    }

    /// The first announcement, when no sentence says when.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let named = self.terms.any(scene.reading, 0..scene.reading.tokens.len());
        if named || promise::in_reading(scene.reading).is_some() {
            return Vec::new();
        }
        let found = self.announcement(scene.reading).or_else(|| read(scene));
        found.map(Hit::at).into_iter().collect()
    }

    /// What among these words promises something of ours if a term stands with it; a condition
    /// the customer must meet first makes it no less a promise.
    pub fn promises(&self, reading: &Reading, tokens: Range<usize>) -> Vec<Range<usize>> {
        [&self.promises, &self.announces]
            .into_iter()
            .flat_map(|phrases| phrases.find(reading, tokens.clone()))
            .map(|found| found.tokens)
            .collect()
    }

    /// The first sentence that announces an answer or action of ours.
    pub fn announcement(&self, reading: &Reading) -> Option<Span> {
        let announcing = (0..reading.sentences.len()).find(|&number| {
            let tokens = reading.sentence_tokens(number);
            self.announces.any(reading, tokens.clone()) && !self.except.any(reading, tokens)
        });
        announcing.and_then(|number| reading.sentences.get(number).copied())
    }
}

/// The first sentence that is read as an announcement, unless one is read to say when.
fn read(scene: &Scene) -> Option<Span> {
    let mut sentences = 0..scene.acts.len();
    if sentences
        .clone()
        .any(|it| scene.does(it, &[SpeechAct::AnnounceTerm]) >= SAYS_WHEN)
    {
        return None;
    }
    let announcing = sentences.find(|&it| scene.does(it, &[SpeechAct::Announce]) >= SURE)?;
    scene.reading.sentences.get(announcing).copied()
}
