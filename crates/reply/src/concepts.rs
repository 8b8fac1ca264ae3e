//! Words that mean much the same.

use crate::terms::Stems;
use std::collections::{BTreeMap, BTreeSet};
use toonvast_text::fold;

const GENERAL: &str = include_str!("data/concepts.txt");

/// The number of a concept: its line.
pub(crate) type Concept = usize;

/// Concepts by the stems of their words.
#[derive(Debug)]
pub(crate) struct Concepts {
    by_stem: BTreeMap<String, BTreeSet<Concept>>,
}

impl Concepts {
    /// The general concepts of customer care.
    pub(crate) fn general() -> Self {
        let stems = Stems::new();
        let mut by_stem: BTreeMap<String, BTreeSet<Concept>> = BTreeMap::new();
        let lines = GENERAL
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        for (concept, line) in lines.enumerate() {
            for word in line.split_whitespace() {
                let word = fold(word);
                for stem in [stems.dutch(word.as_str()), stems.english(word.as_str())] {
                    by_stem.entry(stem).or_default().insert(concept);
                }
            }
        }
        Self { by_stem }
    }

    /// The concepts a stem stands for.
    pub(crate) fn of<'c>(&'c self, stem: &str) -> impl Iterator<Item = Concept> + 'c {
        self.by_stem.get(stem).into_iter().flatten().copied()
    }

    /// Whether some concept has this stem.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        self.by_stem.contains_key(stem)
    }

    /// Every stem, in order.
    pub(crate) fn stems(&self) -> impl Iterator<Item = &str> {
        self.by_stem.keys().map(String::as_str)
    }
}
