//! BM25 in integers: which canned replies share the telling words of a post.
//!
//! A word of the post counts once, by the best of its terms. The score is what the matched
//! words weigh against all words of the post, in thousandths: a rare word weighs more than
//! a common one, a word no reply knows weighs little, for people tell stories.

use crate::logarithm::{ONE, log2};
use crate::terms::{ReadWord, Reader, Term};
use std::collections::BTreeMap;
use toonvast_brand::library::CannedReply;

/// BM25's k1: how soon a repeated word stops counting; in thousandths.
const K1: u64 = 1_200;
/// BM25's b: how much a long reply is held against it; in thousandths.
const B: u64 = 600;
/// What a word of a question and of the answer counts; in thousandths.
const QUESTION: u64 = 1_000;
const ANSWER: u64 = 400;
/// What a word no reply knows weighs, against the rarest known one; in thousandths.
const UNKNOWN: u64 = 350;
/// A reply that fits less than this is not proposed; in thousandths of the best possible fit.
const THRESHOLD: u64 = 60;

/// A reply found.
#[derive(Debug)]
pub(crate) struct Hit {
    /// Its place in the library.
    pub(crate) reply: usize,
    /// How well it fits, 0 to 1000.
    pub(crate) score: u32,
    /// Places of the words it was found by, the most telling first.
    pub(crate) words: Vec<usize>,
}

/// The replies by the terms in them.
#[derive(Debug)]
pub(crate) struct Index {
    /// For each term the replies that have it, with how often, in thousandths.
    postings: BTreeMap<Term, Vec<(usize, u64)>>,
    /// Length of each reply, in thousandths of a word.
    lengths: Vec<u64>,
    /// Mean length; at least 1.
    mean: u64,
}

impl Index {
    pub(crate) fn new(library: &[CannedReply], reader: &Reader) -> Self {
        let mut postings: BTreeMap<Term, Vec<(usize, u64)>> = BTreeMap::new();
        let mut lengths = Vec::new();
        for (reply, canned) in library.iter().enumerate() {
            let questions = canned.questions.iter().map(|question| (question, QUESTION));
            let texts = questions.chain([(&canned.answer, ANSWER)]);
            let mut counts: BTreeMap<Term, u64> = BTreeMap::new();
            let mut length = 0;
            for (text, weight) in texts {
                for word in reader.reply(text, canned.lang) {
                    length += weight;
                    for (term, part) in word.terms {
                        *counts.entry(term).or_default() += weight * part / 1_000;
                    }
                }
            }
            for (term, count) in counts {
                postings.entry(term).or_default().push((reply, count));
            }
            lengths.push(length);
        }
        let mean = (lengths.iter().sum::<u64>() / lengths.len().max(1) as u64).max(1);
        Self {
            postings,
            lengths,
            mean,
        }
    }

    /// Whether some reply has this stem.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        self.postings.contains_key(&Term::Stem(stem.to_owned()))
    }

    /// The stems of all replies, in order.
    pub(crate) fn stems(&self) -> impl Iterator<Item = &str> {
        self.postings.keys().filter_map(|term| match term {
            Term::Stem(stem) => Some(stem.as_str()),
            Term::Concept(_) => None,
        })
    }

    /// The replies above the threshold, best first, then by their place.
    pub(crate) fn search(&self, asked: &[ReadWord]) -> Vec<Hit> {
        let mut best: BTreeMap<usize, Vec<(u64, usize)>> = BTreeMap::new();
        let mut possible = 0;
        for (place, word) in asked.iter().enumerate() {
            let (weights, weight) = self.word(word);
            possible += weight;
            for (reply, points) in weights {
                best.entry(reply).or_default().push((points, place));
            }
        }
        let mut hits: Vec<Hit> = Vec::new();
        for (reply, mut words) in best {
            let points: u64 = words.iter().map(|(points, _)| points).sum();
            let score = points * 1_000 / possible.max(1);
            if score >= THRESHOLD {
                words.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
                let words = words.into_iter().map(|(_, place)| place).collect();
                let score = u32::try_from(score.min(1_000)).unwrap_or(1_000);
                hits.push(Hit {
                    reply,
                    score,
                    words,
                });
            }
        }
        hits.sort_by(|a, b| b.score.cmp(&a.score).then(a.reply.cmp(&b.reply)));
        hits
    }

    /// What a word gives each reply, and what it could give at most.
    fn word(&self, word: &ReadWord) -> (BTreeMap<usize, u64>, u64) {
        let mut given: BTreeMap<usize, u64> = BTreeMap::new();
        let mut most = 0;
        for (term, weight) in &word.terms {
            let Some(postings) = self.postings.get(term) else {
                continue;
            };
            let rarity = self.rarity(postings.len());
            most = most.max(rarity * (K1 + 1_000) / 1_000);
            for (reply, count) in postings {
                let points = rarity * self.saturated(*reply, *count) / 1_000 * weight / 1_000;
                let entry = given.entry(*reply).or_default();
                *entry = (*entry).max(points);
            }
        }
        if given.is_empty() {
            most = self.rarity(1) * (K1 + 1_000) / 1_000 * UNKNOWN / 1_000;
        }
        (given, most)
    }

    /// Inverse document frequency: log2((N + 1) / (n + 1/2)), in 1/1024ths.
    fn rarity(&self, replies: usize) -> u64 {
        let all = self.lengths.len() as u64;
        log2(2 * all + 2, 2 * replies as u64 + 1).max(ONE / 8)
    }

    /// A count, saturated and held against the reply's length; up to K1 + 1, in thousandths.
    fn saturated(&self, reply: usize, count: u64) -> u64 {
        let length = self.lengths.get(reply).copied().unwrap_or(self.mean);
        let held = K1 * (1_000 - B + B * length / self.mean) / 1_000;
        count * (K1 + 1_000) / (count + held).max(1)
    }
}
