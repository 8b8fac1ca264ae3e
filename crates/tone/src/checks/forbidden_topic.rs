//! `forbidden-topic`: a topic the guide says is never spoken of (M78).

use super::{Hit, Scene};
use crate::note::Note;

/// The words that touch a topic, once a sentence each, with the guide's reason.
pub(crate) fn find(scene: &Scene) -> Vec<Hit> {
    let reading = scene.reading;
    let mut hits = Vec::new();
    for (topic, words) in scene.voice.forbidden.iter() {
        let mut before = None;
        for found in words.find_all(reading) {
            let sentence = reading.tokens[found.tokens.start].sentence;
            if before != Some(sentence) {
                let (why, instead) = (topic.why.clone(), topic.instead.clone());
                hits.push(
                    Hit::at(words.passage(&found, reading)).saying(Note::Why { why, instead }),
                );
            }
            before = Some(sentence);
        }
    }
    hits
}
