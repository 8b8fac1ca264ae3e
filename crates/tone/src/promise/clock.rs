//! Times of the clock, as people write them.

use super::atoms::Atoms;
use super::term::Time;
use super::vocabulary::look;

/// A time with where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub time: Time,
    /// One past its last token.
    pub end: usize,
    /// Whether it is a time whatever stands before it.
    pub alone: bool,
}

impl Clock {
    /// The time that begins here.
    pub(super) fn read(atoms: &Atoms, at: usize) -> Option<Self> {
        if atoms.begins_clause_of_price(at) {
            return None;
        }
        range(atoms, at)
            .or_else(|| named(atoms, at))
            .or_else(|| face(atoms, at))
            .or_else(|| digital(atoms, at))
            .or_else(|| hour(atoms, at))
    }
}

/// *Between nine and twelve*: it ends at twelve.
fn range(atoms: &Atoms, at: usize) -> Option<Clock> {
    let words = atoms.vocabulary();
    let between = at
        .checked_sub(1)
        .is_some_and(|before| atoms.folded(before) == words.between);
    if !between {
        return None;
    }
    let and = (at + 1..at + 4).find(|&at| atoms.folded(at) == words.and)?;
    let number = || bare(atoms, and + 1);
    let to = digital(atoms, and + 1)
        .or_else(|| hour(atoms, and + 1))
        .or_else(number)?;
    Some(Clock { alone: true, ..to })
}

fn bare(atoms: &Atoms, at: usize) -> Option<Clock> {
    let hour = hour_of(atoms, at)?;
    Some(Clock {
        time: shown(hour, 0, false)?,
        end: at + 1,
        alone: true,
    })
}

/// *Noon*.
fn named(atoms: &Atoms, at: usize) -> Option<Clock> {
    let words = atoms.vocabulary();
    let word = atoms.folded(at);
    let minute = if words.noon.contains(&word) {
        12 * 60
    } else if words.midnight.contains(&word) {
        24 * 60
    } else {
        return None;
    };
    Some(Clock {
        time: Time::Clock(minute),
        end: at + 1,
        alone: false,
    })
}

/// *Half 5*, *quarter past five*.
fn face(atoms: &Atoms, at: usize) -> Option<Clock> {
    let words = atoms.vocabulary();
    let known =
        |face: &super::vocabulary::Face| Some((atoms.matches(at, face.words)?, face.minutes));
    let (length, minutes) = words.faces.iter().find_map(known)?;
    let hour = hour_of(atoms, at + length)?;
    let minute = i16::try_from(hour * 60).ok()?.checked_add(minutes)?;
    Some(Clock {
        time: Time::Face(u16::try_from(minute).ok()?),
        end: past_unit(atoms, at + length + 1),
        alone: false,
    })
}

/// `17.00`, `17:00`, `17.00u`, `5:30pm`.
fn digital(atoms: &Atoms, at: usize) -> Option<Clock> {
    if !atoms.is_number(at) {
        return None;
    }
    let word = atoms.folded(at);
    let (word, suffix) = meridiem(word);
    let (hour, minute, end) = if let Some((hour, minute)) = word.split_once(['.', 'u', 'h', ':']) {
        (hour, minute.trim_end_matches(['u', 'h']), at + 1)
    } else if atoms.gap(at) == ":" && atoms.is_number(at + 1) {
        (word, atoms.folded(at + 1), at + 2)
    } else {
        return None;
    };
    let (minute, suffix) = match suffix {
        Some(_) => (minute, suffix),
        None => meridiem(minute),
    };
    let minute = minute.trim_end_matches(['u', 'h']);
    let two = minute.len() == 2 && (1..=2).contains(&hour.len());
    let padded = hour.starts_with('0');
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    if !two || minute > 59 || is_money(atoms, end) {
        return None;
    }
    let (suffix, end) = match suffix {
        Some(_) => (suffix, end),
        None => meridiem_word(atoms, end),
    };
    Some(Clock {
        time: told(hour, minute, suffix, padded)?,
        end: past_unit(atoms, end),
        alone: false,
    })
}

/// `5pm`, `5 pm`, `17 uur`, `17u`; after *before* and the like also a bare `5` at the end of
/// a clause, in English.
fn hour(atoms: &Atoms, at: usize) -> Option<Clock> {
    let words = atoms.vocabulary();
    let word = atoms.folded(at);
    let (digits, suffix) = meridiem(word);
    if suffix.is_some() {
        return Some(Clock {
            time: told(digits.parse().ok()?, 0, suffix, false)?,
            end: at + 1,
            alone: false,
        });
    }
    let unit = word
        .strip_suffix(['u', 'h'])
        .and_then(|hour| hour.parse().ok());
    if let Some(hour) = unit {
        return Some(Clock {
            time: shown(hour, 0, false)?,
            end: at + 1,
            alone: false,
        });
    }
    let hour = hour_of(atoms, at)?;
    let (suffix, end) = meridiem_word(atoms, at + 1);
    let has_unit = words.hours.contains(&atoms.folded(at + 1));
    let by = at
        .checked_sub(1)
        .is_some_and(|before| words.by.contains(&atoms.folded(before)));
    // `voor vijven` names an hour by its form.
    let plural = word.ends_with("en")
        && ["vijven", "zessen", "achten", "negenen", "twaalven"].contains(&word);
    let bare = words.or == "or" && by && hour <= 12 && ends_here(atoms, at);
    if suffix.is_none() && !has_unit && !plural && !bare {
        return None;
    }
    Some(Clock {
        time: told(hour, 0, suffix, false)?,
        end: past_unit(atoms, end),
        alone: false,
    })
}

/// Whether nothing, or a day, follows.
fn ends_here(atoms: &Atoms, at: usize) -> bool {
    let words = atoms.vocabulary();
    let next = atoms.folded(at + 1);
    atoms.ends_clause(at)
        || ["today", "tomorrow", "on", "tonight", "this"].contains(&next)
        || look(words.weekdays, next).is_some()
}

fn is_money(atoms: &Atoms, at: usize) -> bool {
    ["euro", "eur", "procent", "percent", "pounds"].contains(&atoms.folded(at))
}

fn past_unit(atoms: &Atoms, at: usize) -> usize {
    let unit = atoms.vocabulary().hours.contains(&atoms.folded(at));
    if unit { at + 1 } else { at }
}

fn hour_of(atoms: &Atoms, at: usize) -> Option<u16> {
    let word = atoms.folded(at);
    let digits = word.parse::<u16>().ok().filter(|_| word.len() <= 2);
    let named = || {
        look(atoms.vocabulary().numbers, word)
            .filter(|_| !["een", "a", "an", "the", "het", "paar", "few"].contains(&word))
    };
    let hour = digits.or_else(|| named().and_then(|hour| u16::try_from(hour).ok()))?;
    (1..=24).contains(&hour).then_some(hour)
}

fn meridiem(word: &str) -> (&str, Option<bool>) {
    if let Some(hour) = word.strip_suffix("pm") {
        (hour, Some(true))
    } else if let Some(hour) = word.strip_suffix("am") {
        (hour, Some(false))
    } else {
        (word, None)
    }
}

fn meridiem_word(atoms: &Atoms, at: usize) -> (Option<bool>, usize) {
    match atoms.folded(at) {
        "pm" | "p.m" => (Some(true), at + 1),
        "am" | "a.m" => (Some(false), at + 1),
        _ => (None, at),
    }
}

/// The time, with whether it is said to be of the afternoon.
fn told(hour: u16, minute: u16, afternoon: Option<bool>, padded: bool) -> Option<Time> {
    match afternoon {
        None => shown(hour, minute, padded),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(true) => Some(Time::Clock((hour % 12 + 12) * 60 + minute)),
        Some(false) => Some(Time::Clock(hour % 12 * 60 + minute)),
    }
}

fn shown(hour: u16, minute: u16, padded: bool) -> Option<Time> {
    let of_day = hour.checked_mul(60)?.checked_add(minute)?;
    match hour {
        0 => Some(Time::Clock(of_day)),
        1..=11 if !padded => Some(Time::Face(of_day)),
        1..=23 => Some(Time::Clock(of_day)),
        24 if minute == 0 => Some(Time::Clock(of_day)),
        _ => None,
    }
}
