//! The words in which times are named, in Dutch and in English.

mod en;
mod nl;

use super::term::{Day, Part};
use toonvast_model::language::Language;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minutes(u32),
    WorkingDays,
}

/// What a word of an ending ends: *the end of the day*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Day,
    Week,
    Month,
    Weekend,
}

/// What a part of a clock's face adds to the hour: *half 5* in Dutch, *half past 5* in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    pub words: &'static [&'static str],
    pub minutes: i16,
}

/// One language's words; all folded, as phrases are.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub numbers: &'static [(&'static str, u32)],
    pub units: &'static [(&'static str, Unit)],
    /// Lengths of a word of their own, with what may stand before them.
    pub lengths: &'static [(&'static [&'static str], u32)],
    /// Before a length it is a term: *within*.
    pub within: &'static [&'static str],
    /// May stand between *within* and the number.
    pub about: &'static [&'static str],
    /// *A day or two*.
    pub or: &'static str,
    /// Before a time of the clock it is a term: *before*.
    pub by: &'static [&'static str],
    /// Before a time it is no term: *until*, *since*, *from*.
    pub not_by: &'static [&'static str],
    /// *Between nine and twelve*.
    pub between: &'static str,
    pub and: &'static str,
    pub hours: &'static [&'static str],
    pub noon: &'static [&'static str],
    pub midnight: &'static [&'static str],
    pub faces: &'static [Face],
    pub days: &'static [(&'static [&'static str], Day, Option<Part>)],
    pub weekdays: &'static [(&'static str, u8)],
    pub parts: &'static [(&'static str, Part)],
    pub months: &'static [&'static str],
    pub wholes: &'static [(&'static str, Whole)],
    /// The end of a whole; *in the course of* comes to the same.
    pub ends: &'static [&'static str],
    pub begins: &'static [&'static str],
    /// May stand between an end and what ends.
    pub of: &'static [&'static str],
    pub this: &'static [&'static str],
    pub next: &'static [&'static str],
    pub before: &'static [&'static str],
    pub after: &'static [&'static str],
    /// The end of the working day in a word or two.
    pub closing: &'static [&'static [&'static str]],
    /// May stand between a day and its time.
    pub fillers: &'static [&'static str],
    /// Opens a part of a sentence that tells what the promise is about, not when it is kept.
    pub opens: &'static [&'static str],
    /// Before *that* it opens nothing: *we make sure that*.
    pub sees_to: &'static [&'static str],
    /// Where somebody is there or something is open, in which case the time is a fact.
    pub facts: &'static [&'static str],
    /// What the customer hears of us by: the time nearest to it is the promise.
    pub hears: &'static [&'static str],
    /// Opens a condition.
    pub conditions: &'static [&'static str],
}

impl Vocabulary {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            _ => &nl::NL,
        }
    }
}

/// What the table says of a word.
pub(super) fn look<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value)
}

const MINUTE: Unit = Unit::Minutes(1);
const HOUR: Unit = Unit::Minutes(60);
const DAY: Unit = Unit::Minutes(24 * 60);
const WEEK: Unit = Unit::Minutes(7 * 24 * 60);
const MONTH: Unit = Unit::Minutes(30 * 24 * 60);
