//! What is to be said of a word.

use crate::british::is_british;
use crate::candidates::{Candidate, OFTEN, Slip, candidates, meant_by_ear};
use crate::common::is_ours;
use crate::compound::is_compound;
use crate::dictionary::{Dictionary, Loader};
use crate::pack::{BadPack, Pack};
use rustc_hash::FxHashMap;
use std::sync::{Mutex, OnceLock, PoisonError};
use toonvast_model::language::Language;

/// Words remembered: of those that are not simply known, each costs up to some milliseconds.
const MOST_REMEMBERED: usize = 1000;
/// Longest word that is judged, in bytes: longer than *arbeidsongeschiktheidsverzekeringspolis*
/// is no word but noise, and a run of compounds costs the dictionary seconds.
const LONGEST: usize = 48;
/// Suggestions for one word.
const MOST_SUGGESTED: usize = 5;

/// What is to be said of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// It is right, as far as anybody can tell: known, a compound of known words, a word of
    /// the other language, or one nothing near is known of: a name, a new word.
    Fine,
    /// It is wrong, and this is meant.
    Wrong(String),
}

/// Both dictionaries: a Dutch draft may hold English words and the other way round.
#[derive(Debug)]
pub struct Spelling {
    nl: Dictionary,
    en: Dictionary,
    remembered: Mutex<FxHashMap<(Language, String), Judgement>>,
}

impl Spelling {
    /// Judges by these dictionaries.
    #[must_use]
    pub fn new(nl: Dictionary, en: Dictionary) -> Self {
        Self {
            nl,
            en,
            remembered: Mutex::default(),
        }
    }

    /// By the dictionaries within the program, read at the first call; `None` only if the
    /// program was built with damaged ones, which a test rules out.
    #[must_use]
    pub fn embedded() -> Option<&'static Self> {
        static EMBEDDED: OnceLock<Option<Spelling>> = OnceLock::new();
        let read = || -> Result<Spelling, BadPack> {
            let read = |bytes: &'static [u8]| Loader::new(Pack::read(bytes)?)?.finish();
            Ok(Spelling::new(read(crate::NL)?, read(crate::EN)?))
        };
        EMBEDDED.get_or_init(|| read().ok()).as_ref()
    }

    /// The dictionary of a language.
    #[must_use]
    pub const fn dictionary(&self, language: Language) -> &Dictionary {
        match language {
            Language::En => &self.en,
            _ => &self.nl,
        }
    }

    /// What is to be said of a word as it stands in a draft.
    #[must_use]
    pub fn judge(&self, word: &str, language: Language) -> Judgement {
        if word.len() > LONGEST || self.dictionary(language).knows(word) {
            return Judgement::Fine;
        }
        let key = (language, word.to_owned());
        // A memory that a panic elsewhere left behind is still right: entries are whole.
        let memory = || {
            self.remembered
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = memory().get(&key) {
            return known.clone();
        }
        let judgement = self.consider(&word.to_lowercase(), language);
        let mut memory = memory();
        if memory.len() >= MOST_REMEMBERED {
            memory.clear();
        }
        memory.insert(key, judgement.clone());
        judgement
    }

    /// What is to be said of a word that may not be finished yet: only what is wrong however
    /// it goes on, and quickly, because it is asked at every keystroke.
    #[must_use]
    pub fn judge_unfinished(&self, word: &str, language: Language) -> Judgement {
        let known = word.len() > LONGEST || self.dictionary(language).knows(word);
        let word = &word.to_lowercase();
        if known || !judgeable(word) {
            return Judgement::Fine;
        }
        match meant_by_ear(word, language) {
            Some(meant) if !meant.starts_with(word.as_str()) && !self.is_right(word, language) => {
                Judgement::Wrong(meant)
            }
            _ => Judgement::Fine,
        }
    }

    /// Words that may be meant by a wrong one, best first, at most five.
    #[must_use]
    pub fn suggest(&self, word: &str, language: Language) -> Vec<String> {
        if word.len() > LONGEST {
            return Vec::new();
        }
        let found = candidates(&word.to_lowercase(), self.dictionary(language), language);
        let found = found.into_iter().take(MOST_SUGGESTED);
        found.map(|candidate| candidate.word).collect()
    }

    fn consider(&self, word: &str, language: Language) -> Judgement {
        if !judgeable(word) || self.is_right(word, language) {
            return Judgement::Fine;
        }
        let ours = self.dictionary(language);
        // By chance many an English misspelling is a Dutch compound: *mesage*.
        let foreign = language == Language::En && self.nl.knows(word);
        let maybe_right = foreign || is_compound(word, ours, language);
        let found = candidates(word, ours, language);
        match &found[..] {
            [best, ..] if maybe_right && !best.is_plain() => Judgement::Fine,
            [best, rest @ ..] if sure(word, best, rest) => Judgement::Wrong(best.word.clone()),
            _ => Judgement::Fine,
        }
    }

    fn is_right(&self, word: &str, language: Language) -> bool {
        let dutch = language != Language::En;
        let known =
            |word: &str| self.dictionary(language).knows(word) || dutch && self.en.knows(word);
        is_ours(word, language)
            || known(word)
            || known(&capitalised(word))
            || is_british(word, |word| self.en.knows(word))
            || dutch && self.is_right_dutch(word)
    }

    /// Words the Dutch make: with stress marks (*íemand*), and English verbs as if they were
    /// Dutch ones (*gefixt*, *gecheckt*).
    fn is_right_dutch(&self, word: &str) -> bool {
        let unstressed: String = word.chars().map(unstressed).collect();
        unstressed != word && self.nl.knows(&unstressed) || self.is_english_verb(word)
    }

    fn is_english_verb(&self, word: &str) -> bool {
        let Some(verb) = word.strip_suffix(['t', 'd']) else {
            return false;
        };
        // The Dutch say which of the two: *gefixt*, *gescand*.
        let voiceless = verb.ends_with(['k', 'f', 's', 'c', 'h', 'p', 'x']);
        let verb = verb.strip_prefix("ge").unwrap_or(verb);
        voiceless == word.ends_with('t')
            && verb.len() > 2
            && (self.en.knows(verb) || self.en.knows(&format!("{verb}e")))
    }
}

/// Whether it is a word that can be judged at all: letters only, and not drawn out as *heeeel*
/// or *jaaa*.
fn judgeable(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let runs = || letters.chunk_by(|a, b| a == b);
    let drawn_out = runs().any(|run| run.len() > 3 || run.len() == 3 && letters.len() < 7)
        || runs().next_back().is_some_and(|run| run.len() > 2);
    letters.len() >= 4 && letters.iter().all(|letter| letter.is_alphabetic()) && !drawn_out
}

/// As a name: people leave its capital out.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

const fn unstressed(letter: char) -> char {
    match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    }
}

/// Whether a candidate is what was meant, beyond doubt: precision comes before recall, because
/// a false alarm costs more trust than a miss.
fn sure(word: &str, best: &Candidate, rest: &[Candidate]) -> bool {
    let letters = word.chars().count();
    let likely = best.slip <= Slip::Swapped;
    let alone = !rest
        .iter()
        .any(|other| other.slip <= best.slip && other.count == best.count);
    match best.count {
        0 if likely => letters >= 6 && alone,
        0 => letters >= 8 && best.slip == Slip::Missed && alone,
        1..3 => letters >= 6,
        _ if likely => letters >= 4,
        _ if best.slip == Slip::ConfusedTwice => letters >= 7,
        count => letters >= 6 && count >= OFTEN,
    }
}
