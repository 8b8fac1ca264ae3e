//! A text as the terms it is found by.

use crate::bm25::Index;
use crate::concepts::{Concept, Concepts};
use crate::letters::one_slip_apart;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use toonvast_brand::Brand;
use toonvast_model::language::Language;
use toonvast_model::span::Span;
use toonvast_text::{WordKind, fold, words};

const STOP_WORDS: &str = include_str!("data/stop_words.txt");
/// Particles of separable verbs: *zeg … op* is *opzeggen*.
const PARTICLES: [&str; 12] = [
    "aan", "af", "bij", "door", "in", "mee", "om", "op", "over", "terug", "uit", "weg",
];
/// A compound shorter than this is not taken apart.
const MIN_COMPOUND: usize = 8;
/// Nor into parts shorter than this.
const MIN_PART: usize = 4;
/// Below this length two words that look alike are just two words.
const MIN_MISTYPED: usize = 6;

/// What a post or reply is found by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Term {
    /// The stem of a word.
    Stem(String),
    /// The concept it stands for.
    Concept(Concept),
}

/// Both stemmers.
pub(crate) struct Stems {
    dutch: Stemmer,
    english: Stemmer,
}

impl std::fmt::Debug for Stems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stems")
    }
}

impl Stems {
    pub(crate) fn new() -> Self {
        Self {
            dutch: Stemmer::create(Algorithm::Dutch),
            english: Stemmer::create(Algorithm::English),
        }
    }

    pub(crate) fn dutch(&self, folded: &str) -> String {
        self.dutch.stem(folded).into_owned()
    }

    pub(crate) fn english(&self, folded: &str) -> String {
        self.english.stem(folded).into_owned()
    }
}

/// One word and the terms it may match by, each with how much it counts, in thousandths.
#[derive(Debug)]
pub(crate) struct ReadWord {
    /// Where it stands.
    pub(crate) span: Span,
    /// Ways to match, of which a search takes the best.
    pub(crate) terms: Vec<(Term, u64)>,
}

/// Turns text into terms.
#[derive(Debug)]
pub(crate) struct Reader {
    stems: Stems,
    concepts: Concepts,
    stop_words: BTreeSet<String>,
}

impl Reader {
    /// A reader that passes over the brand's own name, which every post to it may hold.
    pub(crate) fn new(brand: &Brand, concepts: Concepts) -> Self {
        let general = STOP_WORDS.lines().filter(|line| !line.starts_with('#'));
        let mut stop_words: BTreeSet<String> = general
            .flat_map(str::split_whitespace)
            .map(|word| fold(word).as_str().to_owned())
            .collect();
        let policy = &brand.policy;
        let names = std::iter::once(&policy.name).chain(&policy.other_spellings);
        for name in names.filter(|name| !name.contains(' ')) {
            stop_words.insert(fold(name).as_str().to_owned());
        }
        Self {
            stems: Stems::new(),
            concepts,
            stop_words,
        }
    }

    /// The words of a canned reply.
    pub(crate) fn reply(&self, text: &str, language: Language) -> Vec<ReadWord> {
        self.read(text, language, |_| None)
    }

    /// The words of a post; one that nobody knows is taken for a known one that looks alike.
    pub(crate) fn asked(&self, text: &str, language: Language, index: &Index) -> Vec<ReadWord> {
        self.read(text, language, |stem| {
            let known = self.concepts.knows(stem) || index.knows(stem);
            if known || stem.chars().count() < MIN_MISTYPED {
                return None;
            }
            let first = stem.chars().next();
            let alike = |other: &&str| {
                other.chars().next() == first
                    && other.chars().count() >= MIN_MISTYPED
                    && one_slip_apart(stem, other)
            };
            index
                .stems()
                .find(alike)
                .or_else(|| self.concepts.stems().find(alike))
                .map(str::to_owned)
        })
    }

    fn read(
        &self,
        text: &str,
        language: Language,
        mistyped: impl Fn(&str) -> Option<String>,
    ) -> Vec<ReadWord> {
        let all: Vec<(Span, String)> = words(text)
            .into_iter()
            .filter(|word| {
                !matches!(
                    word.kind,
                    WordKind::Handle | WordKind::Link | WordKind::Email
                )
            })
            .map(|word| {
                (
                    word.span,
                    fold(word.of(text).trim_start_matches('#'))
                        .as_str()
                        .to_owned(),
                )
            })
            .collect();
        let mut found = Vec::new();
        for (at, (span, word)) in all.iter().enumerate() {
            let mut terms = Vec::new();
            if let Some(verb) = self.separable(&all[at..]) {
                self.add(&verb, 1000, &mut terms);
            }
            if !self.stop_words.contains(word) {
                self.word(word, language, &mistyped, &mut terms);
            }
            if !terms.is_empty() {
                found.push(ReadWord { span: *span, terms });
            }
        }
        found
    }

    fn word(
        &self,
        word: &str,
        language: Language,
        mistyped: &impl Fn(&str) -> Option<String>,
        terms: &mut Vec<(Term, u64)>,
    ) {
        let mut stems = match language {
            Language::En => vec![self.stems.english(word), self.stems.dutch(word)],
            _ => vec![self.stems.dutch(word), self.stems.english(word)],
        };
        stems.dedup();
        for stem in &stems {
            self.add(stem, 1000, terms);
        }
        if let Some(meant) = stems.first().and_then(|stem| mistyped(stem)) {
            self.add(&meant, 800, terms);
        }
        for part in self.parts(word) {
            self.add(&part, 700, terms);
        }
    }

    fn add(&self, stem: &str, weight: u64, terms: &mut Vec<(Term, u64)>) {
        let mut push = |term: Term, weight| {
            if terms.iter().all(|(known, _)| *known != term) {
                terms.push((term, weight));
            }
        };
        push(Term::Stem(stem.to_owned()), weight);
        for concept in self.concepts.of(stem) {
            push(Term::Concept(concept), weight * 9 / 10);
        }
    }

    /// A verb and its particle further on, put together: *haal … op*.
    fn separable(&self, from: &[(Span, String)]) -> Option<String> {
        let ((_, verb), after) = from.split_first()?;
        let stem = self.stems.dutch(verb);
        if stem.len() < 3 {
            return None;
        }
        let near = after
            .iter()
            .take(8)
            .filter(|(_, word)| PARTICLES.contains(&word.as_str()));
        near.map(|(_, particle)| format!("{particle}{stem}"))
            .find(|whole| self.concepts.knows(whole))
    }

    /// The parts of a Dutch compound of which the last is known, by their stems.
    fn parts(&self, word: &str) -> Vec<String> {
        if word.len() < MIN_COMPOUND {
            return Vec::new();
        }
        let ends = word.char_indices().map(|(at, _)| at);
        for at in ends.filter(|at| *at >= MIN_PART && word.len() - at >= MIN_PART) {
            let (first, last) = word.split_at(at);
            let first = self.stems.dutch(
                first
                    .strip_suffix('s')
                    .filter(|f| f.len() >= MIN_PART)
                    .unwrap_or(first),
            );
            let last = self.stems.dutch(last);
            if self.concepts.knows(&first) && self.concepts.knows(&last) {
                return vec![first, last];
            }
        }
        let known = word
            .char_indices()
            .map(|(at, _)| at)
            .filter(|at| *at >= 3 && word.len() - at > MIN_PART);
        let last = known
            .map(|at| self.stems.dutch(&word[at..]))
            .find(|last| last.len() > MIN_PART && self.concepts.knows(last));
        last.into_iter().collect()
    }
}
