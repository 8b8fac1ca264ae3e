//! Whether a word is spelt right, and what it should be (M70).
//!
//! Verdicts are Hunspell's, with the dictionaries of OpenTaal (Dutch) and SCOWL (English),
//! read by `spellbook`. They lie packed in `packs/`, made by `cargo xtask dictionaries`, and
//! are read in steps, so that nobody waits. What to put in a wrong word's place is reckoned
//! here: a bounded number of likely words, ranked by the kind of mistake and how often the
//! word is used in webcare. A word without a sure correction is not called wrong.
//!
//! - [`Pack`]: a dictionary in a file
//! - [`Loader`]: a pack becomes a [`Dictionary`], a few thousand words at a time
//! - [`Spelling`]: both languages; judges words

mod british;
mod candidates;
mod common;
mod compound;
mod confusions;
mod dictionary;
mod judge;
mod pack;

pub use dictionary::{Dictionary, Loader};
pub use judge::{Judgement, Spelling};
pub use pack::{BadPack, Pack, Source};

/// The Dutch dictionary, packed.
pub const NL: &[u8] = include_bytes!("../packs/nl.pack");
/// The English dictionary, packed.
pub const EN: &[u8] = include_bytes!("../packs/en.pack");
