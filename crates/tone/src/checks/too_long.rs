//! `too-long`: over the site's limit, or a wall of text.

use super::{Hit, Scene};
use toonvast_brand::rule::TooLong;
use toonvast_model::post::Site;
use toonvast_model::span::Span;
use toonvast_text::weighted_length;

/// Weighted characters of a post on X.
const LONGEST_ON_X: usize = 280;

pub(crate) fn find(limits: TooLong, scene: &Scene) -> Vec<Hit> {
    let text = scene.reading.text.trim_end();
    let over = match scene.draft.site {
        Site::X if scene.draft.public => weighted_length(text) > LONGEST_ON_X,
        _ => is_wall(text, limits.most),
    };
    if over {
        return longest_sentence(scene).map(Hit::at).into_iter().collect();
    }
    let mut long = Vec::new();
    for (number, &span) in scene.reading.sentences.iter().enumerate() {
        if scene.reading.sentence_tokens(number).len() > limits.sentence {
            long.push(Hit::at(span));
        }
    }
    long
}

/// How many walls a text in paragraphs may be long.
const PARAGRAPHS: usize = 3;

/// Whether a text is one block longer than `most` characters; where blank lines let a reader
/// breathe, none of its paragraphs may be, and the whole not several times as long.
fn is_wall(text: &str, most: usize) -> bool {
    let length = |text: &str| text.chars().count();
    let paragraphs = text.split("\n\n");
    length(text) > PARAGRAPHS * most || paragraphs.map(length).any(|length| length > most)
}

/// The sentence that can best be missed: the longest, never the first unless alone.
fn longest_sentence(scene: &Scene) -> Option<Span> {
    let later = scene.reading.sentences.iter().skip(1);
    let longest = later.max_by_key(|span| span.end - span.start);
    longest.or_else(|| scene.reading.sentences.first()).copied()
}
