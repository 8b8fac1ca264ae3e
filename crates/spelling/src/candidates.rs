//! What could be meant by a word that is wrong: a bounded number of likely words, best first.

use crate::common::Common;
use crate::confusions::confused;
use crate::dictionary::Dictionary;
use toonvast_model::language::Language;

/// Candidates asked of the dictionary, at most; longer words have more and gain little.
const MOST_ASKED: usize = 700;
/// Longest word that gets suggestions, in letters.
const LONGEST: usize = 32;
/// A word that occurs so often is meant rather than a chance neighbour.
pub(crate) const OFTEN: u32 = 5;
/// Letters that are put in.
const LETTERS: &str = "etanirodslgvhkmubpwjczfyxqëïéö'";

/// How a mistake came about; the earlier, the likelier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slip {
    /// Spelt by ear: *ei* for *ij*, one letter for two.
    Confused,
    /// Two letters in the wrong order.
    Swapped,
    /// A letter too few or too many.
    Missed,
    /// Two confusions in one word.
    ConfusedTwice,
    /// Another letter.
    Mistyped,
}

impl Slip {
    /// Points against it; how often a word occurs outweighs at most two steps.
    const fn cost(self) -> u32 {
        match self {
            Self::Confused => 10,
            Self::Swapped => 12,
            Self::Missed => 16,
            Self::ConfusedTwice => 20,
            Self::Mistyped => 22,
        }
    }
}

/// A word that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// It, in lower case.
    pub word: String,
    /// What went wrong.
    pub slip: Slip,
    /// How often it occurs in webcare; 0 for what only the dictionary knows.
    pub count: u32,
}

impl Candidate {
    /// Whether it is so common and so like what stands there that a chance compound, as
    /// *lever + ring*, is no doubt.
    pub const fn is_plain(&self) -> bool {
        matches!(self.slip, Slip::Confused) && self.count >= 4 * OFTEN
    }

    fn points(&self) -> u32 {
        self.slip.cost() + 14 - (self.count + 1).ilog2().min(14)
    }
}

/// Words that may be meant by `word`, in lower case, best first. Common words one mistake
/// away come first; then those two confusions away; only without any of these the dictionary
/// is asked.
pub(crate) fn candidates(
    word: &str,
    dictionary: &Dictionary,
    language: Language,
) -> Vec<Candidate> {
    if word.chars().count() > LONGEST {
        return Vec::new();
    }
    let near = near(word, language);
    let mut found = common_among(
        near.iter().map(|(word, slip)| (word.as_str(), *slip)),
        language,
    );
    if found.is_empty() {
        found = twice_confused(word, &near, language);
    }
    if found.is_empty() {
        let mut likely: Vec<&(String, Slip)> = near.iter().collect();
        likely.sort_by_key(|(_, slip)| *slip);
        let asked = likely.into_iter().take(MOST_ASKED);
        let known = asked.filter(|(word, _)| dictionary.knows(word));
        found.extend(known.map(|(word, slip)| Candidate {
            word: word.clone(),
            slip: *slip,
            count: 0,
        }));
    }
    found.sort_by(|a, b| (a.points(), &a.word).cmp(&(b.points(), &b.word)));
    found.dedup_by(|a, b| a.word == b.word);
    found
}

/// The most frequent of the common words that sound like this one.
pub(crate) fn meant_by_ear(word: &str, language: Language) -> Option<String> {
    let common = Common::of(language);
    let mut best: Option<(u32, String)> = None;
    confused(word, language, |other| {
        let count = common.count(&other);
        let better = |best: &(u32, String)| (count, &best.1) > (best.0, &other);
        if count >= OFTEN && best.as_ref().is_none_or(better) {
            best = Some((count, other));
        }
    });
    best.map(|(_, word)| word)
}

fn common_among<'n>(
    near: impl Iterator<Item = (&'n str, Slip)>,
    language: Language,
) -> Vec<Candidate> {
    let common = Common::of(language);
    near.filter_map(|(word, slip)| {
        let count = common.count(word);
        let word = || word.to_owned();
        (count > 0).then(|| Candidate {
            word: word(),
            slip,
            count,
        })
    })
    .collect()
}

/// Common words two confusions away.
fn twice_confused(word: &str, near: &[(String, Slip)], language: Language) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (once, _) in near.iter().filter(|(_, slip)| *slip == Slip::Confused) {
        confused(once, language, |twice| {
            if twice != word {
                let twice = std::iter::once((twice.as_str(), Slip::ConfusedTwice));
                found.extend(common_among(twice, language));
            }
        });
    }
    found
}

/// Every string one mistake away, each once, with the likeliest mistake.
fn near(word: &str, language: Language) -> Vec<(String, Slip)> {
    let mut near = Vec::new();
    confused(word, language, |other| near.push((other, Slip::Confused)));
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    for (number, &(at, letter)) in letters.iter().enumerate() {
        let behind = at + letter.len_utf8();
        let (head, tail) = (&word[..at], &word[behind..]);
        near.push((format!("{head}{tail}"), Slip::Missed));
        if let Some(&(_, next)) = letters.get(number + 1).filter(|(_, next)| *next != letter) {
            let rest = &word[behind + next.len_utf8()..];
            near.push((format!("{head}{next}{letter}{rest}"), Slip::Swapped));
        }
        for other in LETTERS.chars().filter(|other| *other != letter) {
            near.push((format!("{head}{other}{tail}"), Slip::Mistyped));
            near.push((format!("{head}{other}{letter}{tail}"), Slip::Missed));
        }
    }
    for other in LETTERS.chars() {
        near.push((format!("{word}{other}"), Slip::Missed));
    }
    near.retain(|(other, _)| other != word);
    near.sort_unstable();
    near.dedup_by(|a, b| a.0 == b.0);
    near
}
