//! The promise in a holding reply: when an answer follows (M34, M35).
//!
//! A sentence promises when it announces something of ours, as `no-term` knows it, or says what
//! is a promise only with a term, and names a term. Questions, conditions, what the customer
//! told, and facts as opening hours promise nothing.

mod atoms;
mod clock;
mod term;
mod vocabulary;

pub use term::{Day, Part, Term, Time};

use crate::built_in::prepared;
use crate::checks::{NoTerm, Prepared};
use crate::reading::Reading;
use atoms::{Atoms, Named};
use std::ops::Range;
use toonvast_model::language::Language;
use toonvast_model::span::Span;
use vocabulary::Vocabulary;

/// A term that was promised, and the words that name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// When the answer follows.
    pub term: Term,
    /// The words, in bytes of the text.
    pub span: Span,
}

/// What a reply promises, in Dutch or English; of several promises the one the customer hears
/// of us by.
#[must_use]
pub fn promise(text: &str) -> Option<Promise> {
    let text = crate::checker::within(text, crate::MOST_BYTES);
    let reading = Reading::new(text);
    in_reading(&reading)
}

/// What a reply that was read promises.
pub(crate) fn in_reading(reading: &Reading) -> Option<Promise> {
    let first = match reading.language {
        Language::En => Language::En,
        _ => Language::Nl,
    };
    let second = if first == Language::En {
        Language::Nl
    } else {
        Language::En
    };
    [first, second].into_iter().find_map(|language| {
        let checks = prepared(language).iter();
        let check = checks.filter_map(Prepared::announcement_check).next()?;
        Promises {
            reading,
            check,
            words: Vocabulary::of(language),
        }
        .best()
    })
}

struct Promises<'a> {
    reading: &'a Reading<'a>,
    check: &'a NoTerm,
    words: &'static Vocabulary,
}

impl Promises<'_> {
    fn best(&self) -> Option<Promise> {
        let mut promising = false;
        let mut best: Option<(usize, Named)> = None;
        for sentence in 0..self.reading.sentences.len() {
            let tokens = self.reading.sentence_tokens(sentence);
            if self.is_question(sentence) || self.waits(tokens.clone()) {
                continue;
            }
            let said = self.check.promises(self.reading, tokens.clone());
            let terms = Atoms::new(self.reading, self.words, tokens.clone()).terms();
            // "Ik zoek het uit. Uiterlijk morgen." goes on where it left off.
            let goes_on = promising && self.is_only(&terms, tokens.clone());
            promising |= !said.is_empty();
            if said.is_empty() && !goes_on {
                continue;
            }
            for term in terms.iter().cloned() {
                let fits = goes_on || self.is_ours(&term.tokens, &said, &terms);
                let far = self.distance(&term.tokens);
                if fits && best.as_ref().is_none_or(|(nearest, _)| far < *nearest) {
                    best = Some((far, term));
                }
            }
        }
        best.map(|(_, named)| Promise {
            term: named.term,
            span: self.reading.span(named.tokens),
        })
    }

    fn is_question(&self, sentence: usize) -> bool {
        let span = self.reading.sentences.get(sentence);
        span.is_some_and(|span| {
            let said = span.of(self.reading.text).trim_end();
            said.trim_end_matches(['!', ')', '"']).ends_with('?')
        })
    }

    /// Whether it all begins with something nobody knows the time of: *once it is sold*.
    fn waits(&self, sentence: Range<usize>) -> bool {
        sentence
            .filter_map(|at| self.reading.tokens.get(at))
            .any(|token| {
                token.starts_clause && ["zodra", "nadat", "once"].contains(&token.folded.as_str())
            })
    }

    /// Whether a sentence is nothing but a term.
    fn is_only(&self, terms: &[Named], sentence: Range<usize>) -> bool {
        let atoms = Atoms::new(self.reading, self.words, sentence.clone());
        !terms.is_empty()
            && sentence.into_iter().all(|at| {
                terms.iter().any(|term| term.tokens.contains(&at))
                    || self.reading.tokens.get(at).is_some_and(|token| {
                        atoms.is_filler(token) || self.words.within.contains(&token.folded.as_str())
                    })
            })
    }

    /// Whether a term is when we do something: not part of a condition, of what is told or
    /// asked, or of when somebody is there.
    fn is_ours(&self, term: &Range<usize>, said: &[Range<usize>], terms: &[Named]) -> bool {
        let clause = self.reading.clause_tokens(term.start);
        let word = |at: usize| {
            let token = self.reading.tokens.get(at);
            token.map_or("", |token| token.folded.as_str())
        };
        // "Ga morgen terug; ik bel de winkel": a clause of its own tells of something else, unless
        // it is nothing but the term.
        let said_here = said
            .iter()
            .any(|said| said.start < clause.end && clause.start < said.end);
        let conditional = self.words.conditions.contains(&word(clause.start));
        let opened = (clause.start..term.start).rev().find(|&at| {
            let seen_to = at > 0 && self.words.sees_to.contains(&word(at - 1));
            self.words.opens.contains(&word(at)) && !seen_to
        });
        // "Wat vervelend dat je vandaag" tells of something else, unless our own act comes between.
        let told = opened.is_some_and(|at| {
            !said
                .iter()
                .any(|said| said.start > at && said.start <= term.start)
        });
        let fact = (term.end..clause.end)
            .take(4)
            .any(|at| self.words.facts.contains(&word(at)));
        (said_here || self.is_only(terms, clause)) && !(conditional || told || fact)
    }

    /// Words between the term and the nearest one by which the customer hears of us.
    fn distance(&self, term: &Range<usize>) -> usize {
        let hears = |at: &usize| {
            let token = self.reading.tokens.get(*at);
            token.is_some_and(|token| self.words.hears.contains(&token.folded.as_str()))
        };
        let sentence = self
            .reading
            .tokens
            .get(term.start)
            .map_or(0, |token| token.sentence);
        let tokens = self.reading.sentence_tokens(sentence);
        let nearest = tokens.into_iter().filter(hears).map(|at| {
            if at < term.start {
                term.start - at
            } else {
                (at + 1).saturating_sub(term.end)
            }
        });
        nearest.min().unwrap_or(usize::MAX - 1)
    }
}
