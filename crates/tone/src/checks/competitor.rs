//! `competitor`: a competitor is named.

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::Competitor as Data;
use toonvast_model::draft::Severity;

#[derive(Debug)]
pub(crate) struct Competitor {
    except: Phrases,
    disparages: Phrases,
}

impl Competitor {
    pub fn new(data: &Data) -> Self {
        Self {
            except: Phrases::new(&data.except),
            disparages: Phrases::new(&data.disparages),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let mut hits: Vec<Hit> = Vec::new();
        for found in scene.voice.competitors.find_all(reading) {
            let number = reading.tokens[found.tokens.start].sentence;
            let Some(&span) = reading.sentences.get(number) else {
                continue;
            };
            let fine = self.except.any(reading, reading.sentence_tokens(number));
            let tokens = reading.sentence_tokens(number);
            let grave = self.disparages.any(reading, tokens);
            let severity = if grave {
                Severity::Block
            } else {
                Severity::Warn
            };
            if !fine && hits.last().is_none_or(|last| last.span != span) {
                hits.push(Hit::at(span).graded(severity));
            }
        }
        hits
    }
}
