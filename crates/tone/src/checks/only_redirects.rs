//! `only-redirects`: the customer is merely sent elsewhere (M51).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use crate::reading::Token;
use toonvast_brand::rule::{OnlyRedirects as Data, SpeechAct};
use toonvast_model::span::Span;

/// Most words of a sentence that cannot say much.
const LITTLE: usize = 6;

/// Most words of a sentence that is nothing but courtesy.
const LONGEST_COURTESY: usize = 12;

/// How sure the learnt reading must be of a sentence, per mille.
const SURE: u16 = 850;

/// What is neither help nor redirection.
const COURTESIES: &[SpeechAct] = &[SpeechAct::Acknowledge, SpeechAct::Close, SpeechAct::Thank];

#[derive(Debug)]
pub(crate) struct OnlyRedirects {
    redirects: Phrases,
    helps: Phrases,
    courtesy: Phrases,
}

impl OnlyRedirects {
    pub fn new(data: &Data) -> Self {
        Self {
            redirects: Phrases::new(&data.redirects),
            helps: Phrases::new(&data.helps),
            courtesy: Phrases::new(&data.courtesy),
        }
    }

    /// From the first redirecting sentence to the last, when every other one is courtesy.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let mut redirecting: Option<Span> = None;
        for (number, &span) in reading.sentences.iter().enumerate() {
            let tokens = reading.sentence_tokens(number);
            if tokens.is_empty() {
                continue;
            }
            if self.helps.any(reading, tokens.clone()) {
                return Vec::new();
            }
            if self.redirects.any(reading, tokens.clone())
                || scene.does(number, &[SpeechAct::Redirect]) >= SURE
            {
                let start = redirecting.map_or(span.start, |first| first.start);
                redirecting = Some(Span::new(start, span.end));
            } else if !self.is_courtesy(scene, tokens) && scene.does(number, COURTESIES) < SURE {
                return Vec::new();
            }
        }
        redirecting.map(Hit::at).into_iter().collect()
    }

    /// Whether a sentence that does not help says nothing else of use either: it is very
    /// short and holds no figure, or it is a courtesy.
    fn is_courtesy(&self, scene: &Scene, tokens: std::ops::Range<usize>) -> bool {
        let figure = scene.reading.tokens[tokens.clone()]
            .iter()
            .any(Token::is_number);
        let says_little = tokens.len() <= LITTLE && !figure;
        let short = tokens.len() <= LONGEST_COURTESY;
        says_little || (short && self.courtesy.any(scene.reading, tokens))
    }
}
