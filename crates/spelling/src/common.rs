//! Words of webcare and how often they occur: among likely corrections the common one is meant.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use toonvast_model::language::Language;

/// How often each word occurs, in one language.
#[derive(Debug)]
pub(crate) struct Common {
    counts: FxHashMap<&'static str, u32>,
}

impl Common {
    /// The words of a language; `words/common-<lang>.txt`, counted by `cargo xtask dictionaries --count`.
    pub fn of(language: Language) -> &'static Self {
        static NL: OnceLock<Common> = OnceLock::new();
        static EN: OnceLock<Common> = OnceLock::new();
        match language {
            Language::En => EN.get_or_init(|| Self::read(include_str!("../words/common-en.txt"))),
            _ => NL.get_or_init(|| Self::read(include_str!("../words/common-nl.txt"))),
        }
    }

    /// Lines of `word count`.
    fn read(text: &'static str) -> Self {
        let lines = text.lines().filter_map(|line| {
            let (word, count) = line.split_once(' ')?;
            Some((word, count.parse().ok()?))
        });
        Self {
            counts: lines.collect(),
        }
    }

    /// How often a word occurs; it stands in lower case.
    pub fn count(&self, word: &str) -> u32 {
        self.counts.get(word).copied().unwrap_or_default()
    }
}

/// Words of webcare that are right and in no dictionary; `words/ours-<lang>.txt`.
pub(crate) fn is_ours(word: &str, language: Language) -> bool {
    let list = match language {
        Language::En => include_str!("../words/ours-en.txt"),
        _ => include_str!("../words/ours-nl.txt"),
    };
    list.lines().any(|line| line == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_read() {
        assert!(Common::of(Language::Nl).count("bericht") >= 10);
        assert!(Common::of(Language::En).count("parcel") >= 10);
        assert_eq!(Common::of(Language::Nl).count("berigt"), 0);
    }
}
