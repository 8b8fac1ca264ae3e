//! `generic-thanks`: a reply that would fit any compliment (M67).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::{GenericThanks as Data, SpeechAct};
use toonvast_model::span::Span;

/// Most words of a sentence that is still nothing but thanks.
const LONGEST: usize = 16;
/// How sure the learnt reading must be of a sentence, per mille.
const SURE: u16 = 800;

#[derive(Debug)]
pub(crate) struct GenericThanks {
    generic: Phrases,
    common: Phrases,
}

impl GenericThanks {
    pub fn new(data: &Data) -> Self {
        Self {
            generic: Phrases::new(&data.generic),
            common: Phrases::new(&data.common),
        }
    }

    /// The whole reply, when each of its sentences is generic and takes up nothing the
    /// customer said.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let mut span: Option<Span> = None;
        for (number, &sentence) in reading.sentences.iter().enumerate() {
            let tokens = reading.sentence_tokens(number);
            if tokens.is_empty() {
                continue;
            }
            let generic = tokens.len() <= LONGEST
                && (self.generic.any(reading, tokens.clone())
                    || scene.does(number, &[SpeechAct::Thank]) >= SURE)
                && !tokens.clone().any(|at| self.personal(scene, at));
            let courtesy = scene.does(number, &[SpeechAct::Close]) >= SURE;
            if !generic && !courtesy && tokens.len() > 2 {
                return Vec::new();
            }
            if generic {
                span = Some(Span::new(
                    span.map_or(sentence.start, |span| span.start),
                    sentence.end,
                ));
            }
        }
        span.map(Hit::at).into_iter().collect()
    }

    fn personal(&self, scene: &Scene, at: usize) -> bool {
        let token = &scene.reading.tokens[at];
        let taken_up = token.folded.chars().count() >= 4
            && scene
                .post
                .tokens
                .iter()
                .any(|said| said.folded == token.folded);
        taken_up && !self.common.any(scene.reading, at..at + 1)
    }
}
