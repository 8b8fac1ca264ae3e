//! `no-answer`: the question is not answered. Cautious: only replies that say nothing else.

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::{NoAnswer as Data, SpeechAct};

/// How sure the learnt reading must be of a sentence that says nothing, per mille.
const SURE: u16 = 900;

/// What answers no question.
const SAYS_NOTHING: &[SpeechAct] = &[
    SpeechAct::Acknowledge,
    SpeechAct::Close,
    SpeechAct::Joke,
    SpeechAct::Personal,
    SpeechAct::Thank,
];

#[derive(Debug)]
pub(crate) struct NoAnswer {
    elsewhere: Phrases,
    evades: Phrases,
    courtesy: Phrases,
    answers: Phrases,
}

impl NoAnswer {
    pub fn new(data: &Data) -> Self {
        Self {
            elsewhere: Phrases::new(&data.elsewhere),
            evades: Phrases::new(&data.evades),
            courtesy: Phrases::new(&data.courtesy),
            answers: Phrases::new(&data.answers),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let mut evades = false;
        for number in 0..reading.sentences.len() {
            let tokens = reading.sentence_tokens(number);
            if self.elsewhere.any(reading, tokens.clone()) {
                evades = true;
                continue;
            }
            if self.answers.any(reading, tokens.clone()) {
                return Vec::new();
            }
            if self.evades.any(reading, tokens.clone()) || scene.does(number, SAYS_NOTHING) >= SURE
            {
                evades = true;
            } else if !self.courtesy.any(reading, tokens.clone()) && tokens.len() > 2 {
                return Vec::new();
            }
        }
        if evades {
            vec![Hit::missing()]
        } else {
            Vec::new()
        }
    }
}
