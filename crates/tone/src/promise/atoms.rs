//! From words to terms: what names a length, a day or a time, and what belongs together.

use super::clock::Clock;
use super::term::{Day, Part, Term, Time};
use super::vocabulary::{Unit, Vocabulary, Whole, look};
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

    /// *The end of the week*, *before the weekend*, *next month*, *close of business*.
    fn whole(&self, at: usize) -> Option<Found> {
        let words = self.words;
        let closing = words
            .closing
            .iter()
            .find_map(|words| self.stands(at, words));
        if let Some(length) = closing {
            return self.found(Atom::Time(Time::Closing), at..at + length);
        }
        if self.is(at, words.ends) || self.is(at, words.begins) {
            return self.end_of(at, self.is(at, words.begins));
        }
        let from = self.past(at, words.this);
        let whole = look(words.wholes, self.word(from));
        if whole == Some(Whole::Weekend) {
            return self.weekend(at, from);
        }
        let next = self.is(at, words.next);
        let whole = match look(words.wholes, self.word(at + 1)) {
            Some(whole) if next || self.is(at, &["deze", "this"]) => whole,
            _ => return None,
        };
        let ahead = u8::from(next);
        let day = match whole {
            Whole::Week => self
                .weekday_of_week(at + 2, next)
                .map_or_else(|| Some((Day::WeekEnd(ahead), 2)), |day| Some((day, 3))),
            Whole::Month => Some((Day::MonthEnd(ahead), 2)),
            Whole::Weekend => Some((Day::Weekend, 2)),
            Whole::Day => None,
        };
        let (day, length) = day?;
        self.found(Atom::Day(day, None), at..at + length)
    }

    fn weekday_of_week(&self, at: usize, next_week: bool) -> Option<Day> {
        let day = look(self.words.weekdays, self.word(at))?;
        Some(Day::Weekday { day, next_week })
    }

    fn weekend(&self, at: usize, weekend: usize) -> Option<Found> {
        let words = self.words;
        let lead = self.before(at);
        let tokens = at..weekend + 1;
        if words.after.contains(&lead) {
            let day = Day::Weekday {
                day: 0,
                next_week: true,
            };
            return Some(Found {
                atom: Atom::Day(day, None),
                tokens,
                weak: false,
            });
        }
        let day = if words.before.contains(&lead) {
            Day::BeforeWeekend
        } else if weekend > at {
            Day::Weekend
        } else {
            return None;
        };
        self.found(Atom::Day(day, None), tokens)
    }

    /// What follows *the end of*, *the course of*, *the beginning of*.
    fn end_of(&self, at: usize, begins: bool) -> Option<Found> {
        let words = self.words;
        let mut next = false;
        let mut of = at + 1;
        while of < at + 4 && (self.is(of, words.of) || self.is(of, words.next)) {
            next |= self.is(of, words.next);
            of += 1;
        }
        let ahead = u8::from(next);
        let tokens = at..of + 1;
        if let Some(whole) = look(words.wholes, self.word(of)) {
            let atom = match whole {
                Whole::Day => Atom::Time(Time::Closing),
                Whole::Week if begins => Atom::Day(Day::WeekStart(ahead), None),
                Whole::Week => Atom::Day(Day::WeekEnd(ahead), None),
                Whole::Month => Atom::Day(Day::MonthEnd(ahead), None),
                Whole::Weekend => Atom::Day(Day::Weekend, None),
            };
            return self.found(atom, tokens);
        }
        // *The end of the morning* and *the end of tomorrow* are one word in Dutch: behind an
        // article it is the morning.
        let part = look(words.parts, self.word(of)).filter(|_| !begins);
        if let Some(part) =
            part.filter(|_| of > at + 1 && self.word(of - 1) != "van" || of == at + 1)
        {
            return self.found(Atom::Part(part), tokens);
        }
        let (atom, end) = self.day_words(of)?;
        self.found(atom, at..end)
    }

    /// *Within 24 hours*, *in a quarter of an hour*, *the next two working days*.
    fn length(&self, at: usize) -> Option<Found> {
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

    fn number_of(&self, at: usize) -> Option<(Term, usize)> {
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
    fn number(&self, at: usize) -> Option<(u32, usize)> {
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

    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        let adjective = ["working", "business"].contains(&self.word(at));
        if adjective && ["day", "days"].contains(&self.word(at + 1)) {
            return Some((Unit::WorkingDays, at + 2));
        }
        look(self.words.units, self.word(at)).map(|unit| (unit, at + 1))
    }

    /// *Tomorrow*, *this afternoon*, *next Friday morning*.
    fn day(&self, at: usize) -> Option<Found> {
        let (atom, end) = self.day_words(at)?;
        self.found(atom, at..end)
    }

    fn day_words(&self, at: usize) -> Option<(Atom, usize)> {
        let words = self.words;
        let named = words
            .days
            .iter()
            .filter_map(|(said, day, part)| Some((self.stands(at, said)?, *day, *part)))
            .max_by_key(|(length, ..)| *length);
        if let Some((length, day, part)) = named {
            return Some((Atom::Day(day, part), at + length));
        }
        let from = if self.is(at, words.next) || self.is(at, &["deze", "this"]) {
            at + 1
        } else {
            at
        };
        let word = self.word(from);
        let whole = look(words.weekdays, word).map(|day| (day, None));
        let (day, part) = whole.or_else(|| self.weekday_part(word))?;
        let day = Day::Weekday {
            day,
            next_week: false,
        };
        Some((Atom::Day(day, part), from + 1))
    }

    /// `vrijdagmiddag`: a weekday and a part of it in one word.
    fn weekday_part(&self, word: &str) -> Option<(u8, Option<Part>)> {
        self.words.weekdays.iter().find_map(|(weekday, day)| {
            let part = word.strip_prefix(weekday)?;
            Some((*day, Some(look(self.words.parts, part)?)))
        })
    }

    /// *3 December*, *December 3rd*.
    fn date(&self, at: usize) -> Option<Found> {
        let month_at = |at: usize| {
            let word = self.word(at);
            let known = |month: &str| {
                *month == *word || (word.len() == 3 && word != "mar" && month.starts_with(word))
            };
            let month = self.words.months.iter().position(|month| known(month));
            month.and_then(|month| u8::try_from(month).ok())
        };
        let day_at = |at: usize| {
            let word = self.word(at);
            let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'e']);
            let day = digits.parse::<u8>().ok()?;
            (1..=31).contains(&day).then_some(day)
        };
        let forward = day_at(at).zip(month_at(at + 1));
        let backward = || day_at(at + 1).zip(month_at(at));
        let (day, month) = forward.or_else(backward)?;
        self.found(Atom::Day(Day::Date { day, month }, None), at..at + 2)
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

fn times(number: u32, unit: Unit) -> Option<Term> {
    let fits = |number: u32| (1..=366 * 24 * 60).contains(&number).then_some(number);
    match unit {
        Unit::WorkingDays => (1..=260)
            .contains(&number)
            .then_some(Term::WorkingDays(number)),
        Unit::Minutes(each) => number.checked_mul(each).and_then(fits).map(Term::Within),
    }
}
