//! The sketch of a reply: which runs of three words stand in it, as hashes.
//!
//! A bottom-k `MinHash` (Broder 1997): of all hashes of a reply's runs the smallest
//! [`KEPT`] are kept. A reply of the usual length has fewer, and then what two sketches
//! share is exact; of a longer one it is estimated from an even sample.

use crate::reading::{Reading, Token};
use std::ops::Range;
use toonvast_text::WordKind;

/// Words in a run.
const RUN: usize = 3;

/// Hashes a sketch keeps: four bytes each, 256 bytes a reply.
pub(crate) const KEPT: usize = 64;

/// Words an opening clause may have to be a greeting: *Hoi Karin*, *Beste mevrouw De Vries*.
const GREETING: usize = 4;

/// The smallest hashes of the runs of a reply, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sketch {
    /// In ascending order, without doubles.
    pub hashes: Vec<u32>,
    /// Distinct runs there were.
    pub runs: usize,
}

impl Sketch {
    /// The sketch of a reply; `names` are the brand's own in it, which every reply may hold.
    pub fn of(reading: &Reading, names: &[Range<usize>]) -> Self {
        let words: Vec<&str> = (0..reading.tokens.len())
            .filter(|&at| tells(reading, at, names))
            .map(|at| reading.tokens[at].folded.as_str())
            .collect();
        let mut hashes: Vec<u32> = words.windows(RUN).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let runs = hashes.len();
        hashes.truncate(KEPT);
        Self { hashes, runs }
    }

    /// How much two replies share of all runs in either, per mille.
    pub fn shared(&self, other: &Self) -> u32 {
        let (mut at, mut there) = (0, 0);
        let (mut seen, mut both) = (0, 0);
        // The smallest of both together are an even sample of the union.
        while seen < KEPT && (at < self.hashes.len() || there < other.hashes.len()) {
            let (mine, theirs) = (self.hashes.get(at), other.hashes.get(there));
            at += usize::from(mine.is_some() && (theirs.is_none() || mine <= theirs));
            there += usize::from(theirs.is_some() && (mine.is_none() || theirs <= mine));
            both += usize::from(mine == theirs);
            seen += 1;
        }
        u32::try_from(both * 1000 / seen.max(1)).unwrap_or(0)
    }
}

/// Whether a word tells what a reply says: no name, number, address or greeting.
fn tells(reading: &Reading, at: usize, names: &[Range<usize>]) -> bool {
    let token = &reading.tokens[at];
    let kind = token.kind == WordKind::Word && !token.is_number();
    let named = names.iter().any(|name| name.contains(&at)) || is_capital(reading, at);
    kind && !named && !is_greeting(reading, token)
}

/// A capital inside a sentence begins a name; behind a handle it begins the sentence.
fn is_capital(reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    let addressed = at > 0 && reading.tokens[at - 1].kind == WordKind::Handle;
    !token.starts_clause
        && !addressed
        && token.span.of(reading.text).starts_with(char::is_uppercase)
}

/// Whether it stands in a short opening clause.
fn is_greeting(reading: &Reading, token: &Token) -> bool {
    let first = reading.clause_tokens(0);
    token.clause == 0 && first.len() <= GREETING && first.len() < reading.tokens.len()
}

/// FNV-1a over words with a space behind each.
fn hash(words: &[&str]) -> u32 {
    words.iter().fold(0x811c_9dc5, |hash, word| {
        let bytes = word.bytes().chain([b' ']);
        bytes.fold(hash, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    })
}

/// The hash of one word.
pub(crate) fn word_hash(word: &str) -> u32 {
    hash(&[word])
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Sketch};
    use crate::reading::Reading;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn sketch(text: &str) -> Sketch {
        Sketch::of(&Reading::new(text), &[])
    }

    #[test]
    fn names_numbers_greetings_and_signatures_make_no_difference() {
        let one = sketch(
            "Hoi Karin, wat fijn dat je fiets het weer doet! Je monteur Bas komt vanaf 14.00 uur nog even langs. ^Eva",
        );
        let other = sketch(
            "@peter88 Wat fijn dat je fiets het weer doet! Je monteur Kees komt vanaf 9.30 uur nog even langs. ^Noor",
        );
        assert!(one.runs >= 10, "{}", one.runs);
        assert_eq!(one.shared(&other), 1000);
    }

    #[test]
    fn other_words_are_another_reply() {
        let one =
            sketch("Je kunt je abonnement per maand opzeggen in de app, onder Mijn gegevens. ^Eva");
        let other = sketch(
            "Een gestolen fiets vervangen we zodra je aangifte hebt gedaan bij de politie. ^Eva",
        );
        assert_eq!(one.shared(&other), 0);
        assert_eq!(sketch("").shared(&sketch("")), 0);
    }

    proptest! {
        /// Up to the kept number of runs the figure is exact.
        #[test]
        fn short_replies_are_compared_exactly(
            one in prop::collection::vec("[a-f]{2}", 0..30), other in prop::collection::vec("[a-f]{2}", 0..30),
        ) {
            let (a, b) = (sketch(&one.join(" ")), sketch(&other.join(" ")));
            let set = |sketch: &Sketch| sketch.hashes.iter().copied().collect::<BTreeSet<u32>>();
            let (one, other) = (set(&a), set(&b));
            let union = one.union(&other).count();
            if union > 0 && union <= KEPT {
                prop_assert_eq!(a.shared(&b) as usize, one.intersection(&other).count() * 1000 / union);
            }
            prop_assert_eq!(a.shared(&b), b.shared(&a));
        }
    }
}
