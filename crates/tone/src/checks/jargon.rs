//! `jargon`: words customers do not know, and words the guide replaces.

use super::{Hit, Scene};
use crate::phrases::Phrases;
use crate::reading::Reading;
use toonvast_brand::rule::Words;
use toonvast_brand::rule::phrase::fold;
use toonvast_model::span::Span;

#[derive(Debug)]
pub(crate) struct Jargon {
    words: Phrases,
    except: Phrases,
}

impl Jargon {
    pub fn new(data: &Words) -> Self {
        Self {
            words: Phrases::new(&data.words),
            except: Phrases::new(&data.except),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let voice = scene.voice;
        let mut hits = Vec::new();
        for found in voice.avoided.find_all(reading) {
            let span = voice.avoided.passage(&found, reading);
            let folded = fold(span.of(reading.text));
            let but = voice
                .says
                .iter()
                .find(|(not, _)| *not == folded)
                .map_or("", |(_, but)| but);
            hits.push(Hit::at(span).replaced_by(but));
        }
        let plain = voice.plain.find_all(reading);
        let fine = self.except.find_all(reading);
        let guide = voice.jargon.find_all(reading).into_iter();
        let own = self.words.find_all(reading).into_iter().filter(|found| {
            !scene.is_name_or_quotation(&found.marked) && !customer_knows(scene, &found.marked)
        });
        for found in guide.chain(own) {
            let excepted = plain.iter().chain(&fine).any(|fine| {
                fine.tokens.start < found.tokens.end && found.tokens.start < fine.tokens.end
            });
            if !excepted {
                add(&mut hits, reading, found.marked);
            }
        }
        hits
    }
}

/// Jargon close together in one sentence is one finding.
fn add(hits: &mut Vec<Hit>, reading: &Reading, marked: std::ops::Range<usize>) {
    const NEAR: usize = 40;
    let span = reading.span(marked.clone());
    let sentence = reading
        .tokens
        .get(marked.start)
        .map_or(0, |token| token.sentence);
    let sentence = reading.sentences.get(sentence).copied().unwrap_or(span);
    let same = hits.iter_mut().find(|hit| {
        hit.replacement.is_none()
            && sentence.overlaps(&hit.span)
            && span.start <= hit.span.end + NEAR
            && hit.span.start <= span.end + NEAR
    });
    match same {
        Some(hit) => {
            hit.span = Span::new(hit.span.start.min(span.start), hit.span.end.max(span.end));
        }
        None => hits.push(Hit::at(span)),
    }
}

/// Whether the customer used the words first.
fn customer_knows(scene: &Scene, range: &std::ops::Range<usize>) -> bool {
    scene.reading.tokens[range.clone()].iter().all(|token| {
        scene
            .post
            .tokens
            .iter()
            .any(|said| said.folded == token.folded)
    })
}
