//! English grammar: what [Harper](https://writewithharper.com) says of a text, as far as it
//! can be trusted in a reply to a customer.
//!
//! Harper knows some seven hundred rules; most are about style, spelling or one dialect, and
//! some object to faultless replies. [`rules`] lists those that do not, and nothing else of
//! Harper is heard. Below lies a dictionary, a tagger and a small neural net, all in the
//! binary: making one ready takes about a second and tens of megabytes, so that its homes
//! load it at the first English draft only.

mod faults;
pub mod rules;

use harper_core::linting::{FlatConfig, LintGroup};
use harper_core::parsers::PlainEnglish;
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use toonvast_model::draft::GrammarFault;

/// Bytes of a text that are read: beyond them no reply goes, and reading takes long.
pub const MOST_BYTES: usize = 5_000;

/// The check, ready to read texts.
pub struct English {
    dictionary: Arc<FstDictionary>,
    rules: LintGroup,
}

impl std::fmt::Debug for English {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("English").finish_non_exhaustive()
    }
}

impl Default for English {
    fn default() -> Self {
        Self::new()
    }
}

impl English {
    /// Reads the dictionary and builds the rules: about a second.
    #[must_use]
    pub fn new() -> Self {
        let dictionary = FstDictionary::curated();
        let rules = trusted(&dictionary);
        Self { dictionary, rules }
    }

    /// Trusted rules that this Harper does not have; none, unless Harper renamed one.
    #[must_use]
    pub fn unknown_rules(&self) -> Vec<&'static str> {
        let names = rules::TRUSTED.iter().map(|rule| rule.name);
        names
            .filter(|name| !self.rules.contains_key(name))
            .collect()
    }

    /// The grammar faults of a text in English, by position, none overlapping another.
    ///
    /// The same text gives the same faults everywhere. `&mut` because Harper remembers the
    /// sentences it has read, which makes the next reading of a growing draft cheap.
    pub fn faults(&mut self, text: &str) -> Vec<GrammarFault> {
        let text = &text[..text.floor_char_boundary(MOST_BYTES)];
        let read = catch_unwind(AssertUnwindSafe(|| {
            let document = Document::new(text, &PlainEnglish, &self.dictionary);
            self.rules.organized_lints(&document)
        }));
        match read {
            Ok(lints) => faults::of(text, &lints),
            Err(_) => {
                // A fault of Harper's costs this text its check, and nobody their draft.
                self.rules = trusted(&self.dictionary);
                Vec::new()
            }
        }
    }
}

/// Harper's rules with only the trusted ones switched on. The dialect is of no account: no
/// trusted rule prefers one.
fn trusted(dictionary: &Arc<FstDictionary>) -> LintGroup {
    let mut config = FlatConfig::default();
    for rule in rules::TRUSTED {
        config.set_rule_enabled(rule.name, true);
    }
    LintGroup::new_curated(Arc::clone(dictionary), Dialect::British).with_lint_config(config)
}
