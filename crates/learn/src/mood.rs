//! How a text feels by the lists of pleasing and displeasing words: counts that hold in every
//! trade, where the words themselves hold only in the one they were learnt in.

use crate::features::Extra;
use crate::polarity::{self, Key, Polarity};

/// The first count of the Dutch lists and of the English ones, and the others. Counts are
/// numbered for good: a new one goes last.
const DUTCH: u16 = 0;
const TURNED: u16 = 7;
const ENGLISH: u16 = 8;
const OPINION: u16 = 34;
const COURSE: u16 = 35;

/// What has been heard so far.
#[derive(Default)]
pub(crate) struct Mood {
    dutch: Voice,
    english: Voice,
    /// The last word makes the next weigh more.
    stressed: bool,
    /// The last word says that it is too much.
    excess: bool,
}

impl Mood {
    pub(crate) fn hear(&mut self, word: Key, negated: bool) {
        if TURNS.contains(&word) {
            self.dutch.after_turn = Some(0);
            self.english.after_turn = Some(0);
        }
        let how = How {
            negated,
            stressed: self.stressed,
            excess: self.excess,
        };
        if let Some(said) = polarity::dutch(word) {
            self.dutch.heard += 1;
            self.dutch.hear(said, how);
        }
        if let Some(said) = polarity::english(word) {
            self.english.heard += usize::from(said.polarity != 0);
            self.english.hear(said, how);
        }
        self.excess = EXCESS.contains(&word);
        self.stressed = STRESSES.contains(&word);
    }

    /// A face counts with the Dutch words, whatever the language: it is in no list.
    pub(crate) fn see(&mut self, polarity: i32) {
        self.dutch.pleased += polarity.max(0);
        self.dutch.displeased -= polarity.min(0);
    }

    pub(crate) fn count(&self, extras: &mut Vec<Extra>) {
        self.dutch.balance(DUTCH, extras);
        self.english.balance(ENGLISH, extras);
        let turned = self.dutch.turned + self.english.turned;
        extras.push(Extra::count(TURNED, turned, 3));
        let opinion = self.dutch.opinion / self.dutch.words() / 2;
        extras.extend(tenths((OPINION, opinion)));
        // Of the two languages the one with more words in its list is the text's.
        if self.english.heard > self.dutch.heard {
            self.english.course(extras);
        } else {
            self.dutch.course(extras);
        }
    }
}

/// How a word is said.
#[derive(Clone, Copy)]
struct How {
    negated: bool,
    stressed: bool,
    excess: bool,
}

/// What one language's lists say of a text, in hundredths.
#[derive(Default)]
struct Voice {
    pleased: i32,
    displeased: i32,
    heard: usize,
    opinion: i32,
    turned: usize,
    ups: usize,
    downs: usize,
    best: i32,
    worst: i32,
    last: i32,
    /// Summed since the last "but"; none without one.
    after_turn: Option<i32>,
    stressed_ups: usize,
    stressed_downs: usize,
    excess: usize,
}

impl Voice {
    fn hear(&mut self, said: Polarity, how: How) {
        self.opinion += i32::from(said.subjectivity);
        self.excess += usize::from(how.excess);
        let mut value = i32::from(said.polarity);
        if how.negated {
            self.turned += usize::from(value != 0);
            value = -value / 2;
        }
        self.pleased += value.max(0);
        self.displeased -= value.min(0);
        self.best = self.best.max(value);
        self.worst = self.worst.min(value);
        if let Some(since) = &mut self.after_turn {
            *since += value;
        }
        if value != 0 {
            self.last = value;
        }
        let (up, down) = (usize::from(value > 0), usize::from(value < 0));
        self.ups += up;
        self.downs += down;
        if how.stressed {
            self.stressed_ups += up;
            self.stressed_downs += down;
        }
    }

    fn words(&self) -> i32 {
        i32::try_from(self.heard.max(1)).unwrap_or(i32::MAX)
    }

    /// Averages, so that a short remark and a long review speak alike; and which side prevails.
    fn balance(&self, first: u16, extras: &mut Vec<Extra>) {
        let (up, down) = (self.pleased, self.displeased);
        let (words, most) = (self.words(), (up + down).max(1));
        let values = [
            (up - down) / words / 2,
            (down - up) / words / 2,
            20 * (up - down) / most,
            20 * (down - up) / most,
            if up > down { 10 } else { 0 },
            if up < down { 10 } else { 0 },
            if self.heard == 0 { 10 } else { 0 },
        ];
        extras.extend((first..).zip(values).filter_map(tenths));
    }

    /// How many words speak for each side, the strongest, the last, those after a "but", those
    /// that are too much and those that are stressed. None alone helps much; together they add
    /// near two points of macro-F1 where the trade is new and one on short remarks in a known one.
    fn course(&self, extras: &mut Vec<Extra>) {
        let turn = self.after_turn.unwrap_or(0).signum();
        let count = |count: usize, most: usize| i32::try_from(10 * count.min(most)).unwrap_or(0);
        let values = [
            count(self.ups, 3),
            count(self.downs, 3),
            self.best / 5,
            -self.worst / 5,
            10 * self.last.signum(),
            -10 * self.last.signum(),
            10 * turn,
            -10 * turn,
            count(self.excess, 2),
            count(self.stressed_ups, 2),
            count(self.stressed_downs, 2),
        ];
        extras.extend((COURSE..).zip(values).filter_map(tenths));
    }
}

/// A count, unless it is nothing.
fn tenths((id, value): (u16, i32)) -> Option<Extra> {
    let tenths = u8::try_from(value.clamp(0, 60)).unwrap_or(0);
    (tenths > 0).then_some(Extra { id, tenths })
}

/// Words after which the other side is heard, folded, by their hashes.
const TURNS: [Key; 10] = [
    Key::of("maar"),
    Key::of("echter"),
    Key::of("helaas"),
    Key::of("alleen"),
    Key::of("hoewel"),
    Key::of("toch"),
    Key::of("but"),
    Key::of("however"),
    Key::of("although"),
    Key::of("yet"),
];

/// Words that make the next one weigh more.
const STRESSES: [Key; 22] = [
    Key::of("zeer"),
    Key::of("heel"),
    Key::of("erg"),
    Key::of("super"),
    Key::of("echt"),
    Key::of("enorm"),
    Key::of("ontzettend"),
    Key::of("heerlijk"),
    Key::of("absoluut"),
    Key::of("bijzonder"),
    Key::of("uiterst"),
    Key::of("zo"),
    Key::of("veel"),
    Key::of("very"),
    Key::of("really"),
    Key::of("so"),
    Key::of("extremely"),
    Key::of("absolutely"),
    Key::of("totally"),
    Key::of("incredibly"),
    Key::of("most"),
    Key::of("too"),
];

/// Words that say it is too much.
const EXCESS: [Key; 2] = [Key::of("te"), Key::of("too")];

#[cfg(test)]
mod tests {
    use super::{COURSE, Key, Mood};

    fn course(text: &str) -> [u8; 11] {
        let (mut mood, mut extras) = (Mood::default(), Vec::new());
        text.split(' ')
            .for_each(|word| mood.hear(Key::of(word), false));
        mood.count(&mut extras);
        let value = |id: u16| extras.iter().find(|extra| extra.id == id);
        std::array::from_fn(|at| value(COURSE + at as u16).map_or(0, |extra| extra.tenths))
    }

    #[test]
    fn what_comes_after_but_is_told_apart() {
        let [ups, downs, _, _, last_up, last_down, then_up, then_down, ..] =
            course("lekker gegeten maar traag");
        assert_eq!((ups, downs), (10, 10));
        assert_eq!((last_up, last_down), (0, 10));
        assert_eq!((then_up, then_down), (0, 10));
    }

    #[test]
    fn stress_and_excess_are_heard() {
        let heard = course("zeer lekker en te duur");
        assert_eq!(heard[8..], [10, 10, 0]);
        assert_eq!(course("very good and too slow")[9], 10);
    }
}
