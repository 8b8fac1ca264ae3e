//! Compounds the dictionary does not know though they are well made of words it knows.
//!
//! Dutch writes compounds as one word and anybody may make one; Hunspell takes only parts
//! that are marked for it. *Klantreisverhaal* of known words and linking letters is no error.

use crate::candidates::OFTEN;
use crate::common::Common;
use crate::dictionary::Dictionary;
use toonvast_model::language::Language;

/// Shortest part, in bytes: shorter ones are found in any misspelling.
const SHORTEST: usize = 4;
/// What stands between two parts in Dutch.
const LINKS: [&str; 5] = ["", "s", "e", "en", "-"];
/// What the English put before a word: *reregister*.
const PREFIXES: [&str; 6] = ["re", "un", "pre", "non", "mis", "over"];
/// Words that are endings far more often than parts.
const ENDINGS: [&str; 3] = ["lijk", "baar", "loos"];

/// Whether a word in lower case is made of two or three known words.
pub(crate) fn is_compound(word: &str, dictionary: &Dictionary, language: Language) -> bool {
    let english = language == Language::En;
    let parts = Parts {
        dictionary,
        common: Common::of(language),
        links: if english { &LINKS[..1] } else { &LINKS },
    };
    let prefixed = PREFIXES
        .iter()
        .filter_map(|prefix| word.strip_prefix(prefix))
        .any(|rest| rest.len() >= SHORTEST && dictionary.knows(rest));
    english && prefixed || parts.make(word, if english { 2 } else { 3 })
}

struct Parts<'d> {
    dictionary: &'d Dictionary,
    common: &'static Common,
    links: &'static [&'static str],
}

impl Parts<'_> {
    fn make(&self, word: &str, parts: usize) -> bool {
        let ends = SHORTEST - 1..word.len().saturating_sub(SHORTEST - 2);
        ends.filter(|end| word.is_char_boundary(*end)).any(|end| {
            let (first, rest) = word.split_at(end);
            let mut rests = self.links.iter().filter_map(|link| rest.strip_prefix(link));
            self.begins(first, rest)
                && rests
                    .any(|rest| self.ends(rest, first) || parts > 2 && self.make(rest, parts - 1))
        })
    }

    /// Three letters begin a compound if they, or what follows, are in use: *belverzoek*, *rotslot*.
    fn begins(&self, first: &str, rest: &str) -> bool {
        let short = first.len() < SHORTEST;
        let in_use = || self.common.count(first) > 0 || self.common.count(rest) >= OFTEN;
        self.dictionary.knows(first) && (!short || in_use())
    }

    /// Three letters end one behind a long part: *statiegeldbon*.
    fn ends(&self, rest: &str, first: &str) -> bool {
        if rest.len() < SHORTEST {
            first.len() > SHORTEST && rest.len() + 1 == SHORTEST && self.common.count(rest) >= OFTEN
        } else {
            !ENDINGS.contains(&rest) && self.dictionary.knows(rest)
        }
    }
}
