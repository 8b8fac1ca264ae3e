//! `private-matter`: a customer's own matter asked or settled in public (M48).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::PrivateMatter as Data;

#[derive(Debug)]
pub(crate) struct PrivateMatter {
    asks: Phrases,
    data: Phrases,
    private: Phrases,
    channels: Phrases,
    settles: Phrases,
}

impl PrivateMatter {
    pub fn new(data: &Data) -> Self {
        Self {
            asks: Phrases::new(&data.asks),
            data: Phrases::new(&data.data),
            private: Phrases::new(&data.private),
            channels: Phrases::new(&data.channels),
            settles: Phrases::new(&data.settles),
        }
    }

    /// Sentences that ask for the customer's data without naming a private channel, or
    /// tell what stands in their file.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let in_private = self.private.any(reading, 0..reading.tokens.len());
        let mut hits = Vec::new();
        for (number, &span) in reading.sentences.iter().enumerate() {
            let tokens = reading.sentence_tokens(number);
            let asks = !in_private
                && self.asks.any(reading, tokens.clone())
                && self.data.any(reading, tokens.clone());
            let here = !self.private.any(reading, tokens.clone());
            let asks = asks && !self.channels.any(reading, tokens.clone());
            if asks || (here && self.settles.any(reading, tokens.clone())) {
                hits.push(Hit::at(span));
            }
        }
        hits
    }
}
