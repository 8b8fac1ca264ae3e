//! `only-redirects`: the customer is merely sent elsewhere (M51).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::OnlyRedirects as Data;

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

    /// The first redirecting sentence, when every other sentence is courtesy.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let mut redirecting = None;
        for (number, &span) in reading.sentences.iter().enumerate() {
            let tokens = reading.sentence_tokens(number);
            if tokens.is_empty() {
                continue;
            }
            if self.helps.any(reading, tokens.clone()) {
                return Vec::new();
            }
            if self.redirects.any(reading, tokens.clone()) {
                redirecting = redirecting.or(Some(span));
            } else if !self.courtesy.any(reading, tokens.clone()) && tokens.len() > 3 {
                return Vec::new();
            }
        }
        redirecting.map(Hit::at).into_iter().collect()
    }
}
