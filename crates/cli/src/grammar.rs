//! English grammar on the command line: made ready at the first English draft, if ever.

use std::cell::RefCell;
use toonvast_engine::Engine;
use toonvast_english::English;
use toonvast_model::draft::GrammarFault;

/// The grammar check beside the engine.
pub(crate) struct Grammar {
    wanted: bool,
    english: RefCell<Option<English>>,
}

impl Grammar {
    /// A check; with `wanted` false no draft's grammar is looked at beyond the engine's rules.
    pub(crate) const fn new(wanted: bool) -> Self {
        Self {
            wanted,
            english: RefCell::new(None),
        }
    }

    /// The grammar faults of a draft; none where it is not English.
    pub(crate) fn faults(&self, engine: &Engine, draft: &str) -> Vec<GrammarFault> {
        let words = engine.english(draft).filter(|_| self.wanted);
        words.map_or_else(Vec::new, |words| {
            let mut english = self.english.borrow_mut();
            english.get_or_insert_with(English::new).faults(words)
        })
    }
}
