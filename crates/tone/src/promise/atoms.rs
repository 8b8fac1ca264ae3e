//! From words to terms: what names a length, a day or a time, and what belongs together.

mod days;
mod lengths;

use super::clock::Clock;
use super::term::{Day, Part, Term, Time};
use super::vocabulary::{Vocabulary, look};
use crate::reading::{Reading, Token};
use std::ops::Range;
use toonvast_text::WordKind;

/// A term with the words that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The term.
    pub term: Term,
    /// The tokens.
    pub tokens: Range<usize>,
}

/// The least that names a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Atom {
    Length(Term),
    Day(Day, Option<Part>),
    Part(Part),
    Time(Time),
}

/// A time named by a few words; weak when it is one only beside a day, as *12 o'clock* alone
/// or *afternoon* alone.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    atom: Atom,
    tokens: Range<usize>,
    weak: bool,
}

/// The words of a sentence, read as times.
pub(super) struct Atoms<'a> {
    reading: &'a Reading<'a>,
    words: &'static Vocabulary,
    sentence: Range<usize>,
}

impl<'a> Atoms<'a> {
    pub(super) const fn new(
        reading: &'a Reading<'a>,
        words: &'static Vocabulary,
        sentence: Range<usize>,
    ) -> Self {
        Self {
            reading,
            words,
            sentence,
        }
    }

    /// Every term of the sentence, in order.
    pub(super) fn terms(&self) -> Vec<Named> {
        let mut groups: Vec<Vec<Found>> = Vec::new();
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            let Some(found) = self.atom(at) else {
                at += 1;
                continue;
            };
            at = found.tokens.end.max(at + 1);
            match groups.last_mut() {
                Some(group) if self.belongs(group, &found) => group.push(found),
                _ => groups.push(vec![found]),
            }
        }
        groups.iter().filter_map(|group| self.term(group)).collect()
    }

    /// Whether only words stand between that may stand between a day and its time.
    fn belongs(&self, group: &[Found], next: &Found) -> bool {
        let Some(last) = group.last() else {
            return false;
        };
        let between = self.reading.tokens.get(last.tokens.end..next.tokens.start);
        // "Morgen, dinsdag" names one day twice.
        let twice = matches!((last.atom, next.atom), (Atom::Day(..), Atom::Day(..)))
            && between.is_some_and(<[Token]>::is_empty);
        let same = |one: &Found| {
            std::mem::discriminant(&one.atom) == std::mem::discriminant(&next.atom) && !twice
        };
        !group.iter().any(same)
            && between.is_some_and(|between| {
                between.len() <= 4 && between.iter().all(|token| self.is_filler(token))
            })
    }

    pub(super) fn is_filler(&self, token: &Token) -> bool {
        self.words.fillers.contains(&token.folded.as_str())
    }

    fn term(&self, group: &[Found]) -> Option<Named> {
        let (first, last) = (group.first()?, group.last()?);
        if group.len() == 1 && first.weak {
            return None;
        }
        let tokens = first.tokens.start..last.tokens.end;
        let (mut day, mut part, mut time) = (None, None, None);
        for found in group {
            match found.atom {
                Atom::Length(term) => return Some(Named { term, tokens }),
                Atom::Day(of, within) => {
                    day = day.or(Some(of));
                    part = within.or(part);
                }
                Atom::Part(of) => part = Some(of),
                Atom::Time(at) => time = Some(at),
            }
        }
        // A part of a day that is not named is one of today.
        let day = day.or_else(|| part.map(|_| Day::Today));
        let term = Term::By { day, part, time };
        Some(Named { term, tokens })
    }

    fn atom(&self, at: usize) -> Option<Found> {
        let taken = self
            .whole(at)
            .or_else(|| self.length(at))
            .or_else(|| self.day(at))
            .or_else(|| self.date(at))
            .or_else(|| self.time(at))
            .or_else(|| self.part(at));
        taken.filter(|found| found.tokens.end <= self.sentence.end)
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.folded.as_str())
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.sentence
            .contains(&at)
            .then(|| self.reading.tokens.get(at))?
            .filter(|token| !token.quoted)
    }

    /// The word before, within the sentence.
    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    fn is(&self, at: usize, list: &[&str]) -> bool {
        list.contains(&self.word(at))
    }

    /// Whether these words stand here; how many.
    fn stands(&self, at: usize, words: &[&str]) -> Option<usize> {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.word(at + offset) == *word)
            .then_some(words.len())
    }

    /// Past words of this list, at most three.
    fn past(&self, at: usize, list: &[&str]) -> usize {
        (at..at + 3)
            .find(|&at| !self.is(at, list))
            .unwrap_or(at + 3)
    }

    fn found(&self, atom: Atom, tokens: Range<usize>) -> Option<Found> {
        let untimely = self.is(tokens.start.wrapping_sub(1), self.words.not_by)
            && !self.word(tokens.start).is_empty();
        (!untimely).then_some(Found {
            atom,
            tokens,
            weak: false,
        })
    }

    /// *17.00*, *5 pm*, *half past three*, *noon*.
    fn time(&self, at: usize) -> Option<Found> {
        let clock = Clock::read(self, at)?;
        let lead = self.before(at);
        let words = self.words;
        if words.not_by.contains(&lead) {
            return None;
        }
        Some(Found {
            atom: Atom::Time(clock.time),
            tokens: at..clock.end,
            weak: !(words.by.contains(&lead) || lead == words.between || clock.alone),
        })
    }

    /// *In the afternoon*; alone it belongs to a day.
    fn part(&self, at: usize) -> Option<Found> {
        let part = look(self.words.parts, self.word(at))?;
        let lead = self.before(at);
        let led = ["deze", "this"].contains(&lead);
        // `morgen` alone is tomorrow.
        let mut found = self.found(Atom::Part(part), at..at + 1)?;
        found.weak = !led;
        Some(found)
    }
}

/// What the clock asks of the words around a time.
impl Atoms<'_> {
    pub(super) const fn vocabulary(&self) -> &'static Vocabulary {
        self.words
    }

    pub(super) fn folded(&self, at: usize) -> &str {
        self.word(at)
    }

    pub(super) fn matches(&self, at: usize, words: &[&str]) -> Option<usize> {
        self.stands(at, words)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == WordKind::Number)
    }

    /// What stands between this word and the next; between the word before and this one with
    /// `at - 1`.
    pub(super) fn gap(&self, at: usize) -> &str {
        match (self.reading.tokens.get(at), self.reading.tokens.get(at + 1)) {
            (Some(one), Some(next)) => &self.reading.text[one.span.end..next.span.start],
            (None, Some(next)) if at == usize::MAX => &self.reading.text[..next.span.start],
            _ => "",
        }
    }

    /// Whether a word is the last of its clause.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        self.reading
            .tokens
            .get(at)
            .is_none_or(|token| token.ends_clause || !self.sentence.contains(&(at + 1)))
    }

    pub(super) fn begins_clause_of_price(&self, at: usize) -> bool {
        let before = match at.checked_sub(1) {
            Some(before) => self.gap(before),
            None => self
                .reading
                .text
                .get(..self.reading.tokens.first().map_or(0, |t| t.span.start))
                .unwrap_or(""),
        };
        before.contains(['€', '$', '£'])
    }
}
