//! What a question is about: its own words without those of every question.

use super::sketch::word_hash;
use crate::reading::{Reading, Token};
use toonvast_text::WordKind;

/// Letters by which forms of one word are told to be one: *retour*, *retourneren*.
const STEM: usize = 5;
/// Letters a word needs to count.
const LETTERS: usize = 3;
/// Words two questions must share.
const SHARED: usize = 2;
/// Of all words of two questions, how many they share, per mille.
const ALIKE: usize = 600;

/// The subject of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Question {
    /// Its words, in order, without doubles.
    words: Vec<u32>,
    /// Whether it is put the other way round: *kan ik niet …?*
    negated: bool,
}

impl Question {
    /// A subject of these words.
    pub fn new(words: Vec<u32>, negated: bool) -> Self {
        Self { words, negated }
    }

    /// Whether both ask the same, for what their answers say: the words they do not share
    /// stand in neither answer, or they would be what the answers turn on.
    pub fn is_like(&self, other: &Self, answers: [&[u32]; 2]) -> bool {
        let both = self.words.iter().filter(|word| other.has(**word)).count();
        let all = self.words.len() + other.words.len() - both;
        let mut alone = self
            .words
            .iter()
            .filter(|word| !other.has(**word))
            .chain(other.words.iter().filter(|word| !self.has(**word)));
        self.negated == other.negated
            && both >= SHARED
            && both * 1000 >= all * ALIKE
            && !alone.any(|word| answers.iter().any(|said| said.binary_search(word).is_ok()))
    }

    fn has(&self, word: u32) -> bool {
        self.words.binary_search(&word).is_ok()
    }
}

/// The words of a text that say something, in order, without doubles; `skip` tells which do not.
pub(crate) fn telling_words(reading: &Reading, skip: impl Fn(usize) -> bool) -> Vec<u32> {
    let tokens = reading.tokens.iter().enumerate();
    let telling = tokens.filter(|(at, token)| {
        token.kind == WordKind::Word
            && token.folded.chars().count() >= LETTERS
            && !token.is_number()
            && !skip(*at)
    });
    let mut words: Vec<u32> = telling.map(|(_, token)| stem(token)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn stem(token: &Token) -> u32 {
    let end = token.folded.char_indices().nth(STEM);
    word_hash(end.map_or(&token.folded, |(end, _)| &token.folded[..end]))
}
