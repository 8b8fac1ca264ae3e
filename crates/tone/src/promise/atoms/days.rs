//! Days, weeks and dates.

use super::{Atom, Atoms, Found};
use crate::promise::term::{Day, Part, Time};
use crate::promise::vocabulary::{Whole, look};

impl Atoms<'_> {
    /// *The end of the week*, *before the weekend*, *next month*, *close of business*.
    pub(super) fn whole(&self, at: usize) -> Option<Found> {
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

    /// *Tomorrow*, *this afternoon*, *next Friday morning*.
    pub(super) fn day(&self, at: usize) -> Option<Found> {
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
    pub(super) fn date(&self, at: usize) -> Option<Found> {
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
}
