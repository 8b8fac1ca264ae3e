//! How pleasing or displeasing single words are, from freely licensed lists (NOTICE).

use crate::gram::Gram;
use std::sync::OnceLock;

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Polarity {
    /// −100 displeasing … 100 pleasing.
    pub(crate) polarity: i8,
    /// 0 a plain fact … 100 an opinion.
    pub(crate) subjectivity: u8,
}

const DUTCH: &str = include_str!("../lexicon/pattern-nl.tsv");
const ENGLISH: [&str; 2] = [
    include_str!("../lexicon/vader-en.tsv"),
    include_str!("../lexicon/pattern-en.tsv"),
];

/// An open table: a slot holds a word's hash and what is said of it; 0 is an empty slot.
struct Table {
    slots: Vec<(u32, Polarity)>,
}

/// Slots of a table, a power of two well above the number of words.
const SLOTS: usize = 1 << 14;
const NOTHING: Polarity = Polarity {
    polarity: 0,
    subjectivity: 0,
};

impl Table {
    fn of(lists: &[&str]) -> Self {
        let mut table = Self {
            slots: vec![(0, NOTHING); SLOTS],
        };
        // The first list that knows a word has the say.
        for line in lists.iter().flat_map(|list| list.lines()) {
            let mut fields = line.split('\t');
            let (Some(word), Some(polarity), Some(subjectivity)) = (
                fields.next(),
                fields.next().and_then(|field| field.parse().ok()),
                fields.next().and_then(|field| field.parse().ok()),
            ) else {
                continue;
            };
            let Key(key) = Key::of(word);
            let at = table.slot(key);
            if table.slots[at].0 == 0 {
                let said = Polarity {
                    polarity,
                    subjectivity,
                };
                table.slots[at] = (key, said);
            }
        }
        table
    }

    /// The word's slot, or the empty one where it would stand.
    fn slot(&self, key: u32) -> usize {
        let mut at = key as usize % SLOTS;
        while self.slots[at].0 != 0 && self.slots[at].0 != key {
            at = (at + 1) % SLOTS;
        }
        at
    }

    fn get(&self, Key(key): Key) -> Option<Polarity> {
        let (found, said) = self.slots[self.slot(key)];
        (found != 0).then_some(said)
    }
}

/// A word's hash, under which all lists have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(u32);

impl Key {
    pub(crate) const fn of(word: &str) -> Self {
        let key = Gram::new(b'p').word(word).bucket();
        Self(if key == 0 { 1 } else { key })
    }
}

/// What the Dutch list says of a folded word.
pub(crate) fn dutch(word: Key) -> Option<Polarity> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::of(&[DUTCH])).get(word)
}

/// What the English lists say of a folded word.
pub(crate) fn english(word: Key) -> Option<Polarity> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::of(&ENGLISH)).get(word)
}

#[cfg(test)]
mod tests {
    use super::{DUTCH, ENGLISH, Key, SLOTS, dutch, english};

    #[test]
    fn words_have_the_polarity_of_their_list() {
        for (word, sign) in [("mooie", 1), ("slechte", -1), ("vreselijk", -1)] {
            let said = dutch(Key::of(word)).map(|said| said.polarity.signum());
            assert_eq!(said, Some(sign), "{word}");
        }
        for (word, sign) in [("great", 1), ("horrible", -1)] {
            let said = english(Key::of(word)).map(|said| said.polarity.signum());
            assert_eq!(said, Some(sign), "{word}");
        }
        assert_eq!(dutch(Key::of("xyzzy")), None);
    }

    #[test]
    fn tables_stay_half_empty() {
        let english: usize = ENGLISH.iter().map(|list| list.lines().count()).sum();
        assert!(DUTCH.lines().count() < SLOTS * 3 / 4 && english < SLOTS * 3 / 4);
    }
}
