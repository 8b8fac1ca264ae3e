//! `words`: one of these words or phrases stands in the draft.

use super::{Hit, Scene, once_a_sentence};
use crate::phrases::{Match, Phrases};
use toonvast_brand::rule::{Passage, Words};
use toonvast_model::span::Span;

#[derive(Debug)]
pub(crate) struct WordList {
    words: Phrases,
    except: Phrases,
    unless: Phrases,
    passage: Passage,
}

impl WordList {
    pub fn new(data: &Words) -> Self {
        Self {
            words: Phrases::new(&data.words),
            except: Phrases::new(&data.except),
            unless: Phrases::new(&data.unless),
            passage: data.passage,
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let mut spans: Vec<Span> = Vec::new();
        for found in self.matches(scene) {
            let span = self.span(&found, scene);
            match spans.last_mut() {
                Some(last) if self.continues(*last, span, scene) => {
                    last.start = last.start.min(span.start);
                    last.end = last.end.max(span.end);
                }
                _ => spans.push(span),
            }
        }
        if self.passage == Passage::Words {
            once_a_sentence(spans, scene)
        } else {
            spans.into_iter().map(Hit::at).collect()
        }
    }

    /// Whether a clause or sentence follows the one before without a full stop between.
    fn continues(&self, last: Span, next: Span, scene: &Scene) -> bool {
        let between = scene.reading.text.get(last.end..next.start);
        self.passage != Passage::Words
            && between
                .is_none_or(|between| !between.contains(['.', '!', '?']) && between.len() <= 4)
    }

    /// What is found and not excepted.
    pub fn matches(&self, scene: &Scene) -> Vec<Match> {
        let reading = scene.reading;
        let mut found = self.words.find_all(reading);
        if found.is_empty() {
            return found;
        }
        let fine = self.except.find_all(reading);
        found.retain(|found| {
            let covered = fine.iter().any(|fine| {
                fine.tokens.start < found.tokens.end && found.tokens.start < fine.tokens.end
            });
            let sentence = reading.sentence_tokens(reading.tokens[found.tokens.start].sentence);
            !covered
                && !reading.tokens[found.marked.clone()]
                    .iter()
                    .all(|token| token.quoted)
                && !self.unless.any(reading, sentence)
        });
        found
    }

    /// Those sentences in which nothing stands that makes the rule's words fine.
    pub fn not_excepted(&self, mut sentences: Vec<Hit>, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        sentences.retain(|hit| {
            let number = reading.sentences.iter().position(|it| *it == hit.span);
            !number.is_some_and(|number| {
                let tokens = reading.sentence_tokens(number);
                self.except.any(reading, tokens.clone()) || self.unless.any(reading, tokens)
            })
        });
        sentences
    }

    pub fn span(&self, found: &Match, scene: &Scene) -> Span {
        let reading = scene.reading;
        let first = &reading.tokens[found.marked.start];
        match self.passage {
            Passage::Words => self.words.passage(found, reading),
            Passage::Sentence => reading
                .sentences
                .get(first.sentence)
                .copied()
                .unwrap_or(first.span),
            Passage::Clause => {
                let clause = reading.clause_tokens(found.marked.start);
                let to = reading.clause_tokens(found.marked.end - 1).end;
                reading.span(clause.start..to.max(found.marked.end))
            }
        }
    }
}
