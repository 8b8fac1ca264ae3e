//! Text as the engine reads it: words, sentences, language, emoji, weighted length.
//!
//! Everything is a pure function of its argument; spans are UTF-8 bytes.

mod emoji;
mod fold;
mod function_words;
mod language;
mod line;
mod link;
mod sentences;
mod tld;
mod weighted;
mod words;

pub use emoji::{emoji, is_emoji};
pub use fold::{Folded, fold};
pub use language::{language, language_of};
pub use line::{Line, Mark, Token};
pub use link::links;
pub use sentences::sentences;
pub use weighted::weighted_length;
pub use words::{Word, WordKind, words};
