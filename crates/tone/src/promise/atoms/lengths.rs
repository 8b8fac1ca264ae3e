//! Lengths: a number and its unit.

use super::{Atom, Atoms, Found};
use crate::promise::term::Term;
use crate::promise::vocabulary::{Unit, look};

impl Atoms<'_> {
    /// *Within 24 hours*, *in a quarter of an hour*, *the next two working days*.
    pub(super) fn length(&self, at: usize) -> Option<Found> {
        let words = self.words;
        if !self.is(at, words.within) {
            return None;
        }
        // "In the course of": not a length; "about" words are looked past one by one, since
        // some are numbers too.
        (at + 1..at + 5)
            .take_while(|&from| (at + 1..from).all(|past| self.is(past, words.about)))
            .find_map(|from| self.number_of(from))
            .and_then(|(term, end)| self.found(Atom::Length(term), at..end))
    }

    pub(super) fn number_of(&self, at: usize) -> Option<(Term, usize)> {
        let words = self.words;
        let own = words
            .lengths
            .iter()
            .find_map(|(length, minutes)| Some((*minutes, self.stands(at, length)?)));
        if let Some((minutes, length)) = own {
            return Some((Term::Within(minutes), at + length));
        }
        if let Some(joined) = self.joined(at) {
            return Some((joined, at + 1));
        }
        let (number, unit_at) = self.number(at)?;
        let unit_at = if self.is(unit_at, &["of"]) && words.or == "or" {
            unit_at + 1
        } else {
            unit_at
        };
        let (unit, end) = self.unit(unit_at)?;
        // "A day or two".
        let more = (self.word(end) == words.or)
            .then(|| look(words.numbers, self.word(end + 1)))
            .flatten();
        let (number, end) = more.map_or((number, end), |more| (more, end + 2));
        Some((times(number, unit)?, end))
    }

    /// `24u`, `2h`.
    fn joined(&self, at: usize) -> Option<Term> {
        let word = self.word(at);
        let digits = word.strip_suffix(['u', 'h'])?;
        let hours = digits.parse::<u32>().ok()?;
        times(hours, Unit::Minutes(60))
    }

    /// A number in digits or words; of *24 to 48* the latter.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        let one = |at: usize| {
            let word = self.word(at);
            let last = word.rsplit(['-', '–', '/']).next().unwrap_or(word);
            last.parse::<u32>()
                .ok()
                .filter(|_| last.len() <= 3)
                .or_else(|| look(self.words.numbers, word))
        };
        let first = one(at)?;
        let to = ["tot", "a", "of", "to", "or"].contains(&self.word(at + 1));
        let second = if to { one(at + 2) } else { None };
        match second {
            Some(second) if second > first => Some((second, at + 3)),
            _ => Some((first, at + 1)),
        }
    }

    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        let adjective = ["working", "business"].contains(&self.word(at));
        if adjective && ["day", "days"].contains(&self.word(at + 1)) {
            return Some((Unit::WorkingDays, at + 2));
        }
        look(self.words.units, self.word(at)).map(|unit| (unit, at + 1))
    }
}

fn times(number: u32, unit: Unit) -> Option<Term> {
    let fits = |number: u32| (1..=366 * 24 * 60).contains(&number).then_some(number);
    match unit {
        Unit::WorkingDays => (1..=260)
            .contains(&number)
            .then_some(Term::WorkingDays(number)),
        Unit::Minutes(each) => number.checked_mul(each).and_then(fits).map(Term::Within),
    }
}
