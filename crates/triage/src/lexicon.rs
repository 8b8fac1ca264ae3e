//! Words and phrases that mean something to webcare, in Dutch and English.
//!
//! One file per category and language under `lexicon/`, one entry a line, `#` at the start
//! of a line is a comment. In an entry
//! - a word matches its folded self (lower case, no diacritics, no tripled letters);
//! - `*` at the end or start of a word stands for any letters;
//! - `..` stands for up to four words within the sentence;
//! - `|` is the start of a sentence or clause, `?` its question mark;
//! - `0` is any number, in digits or words, `0e` any ordinal.

mod category;
mod matcher;

pub(crate) use category::{ALL, COUNT, Category, DUTCH, ENGLISH};
pub(crate) use matcher::{Hit, Lexicon};

use std::sync::OnceLock;
use toonvast_model::language::Language;

/// The lexicons that read a text in this language; an unknown language is read in both.
pub(crate) fn for_language(language: Language) -> Vec<&'static Lexicon> {
    match language {
        Language::Nl => vec![dutch()],
        Language::En => vec![english()],
        _ => vec![dutch(), english()],
    }
}

fn dutch() -> &'static Lexicon {
    static DUTCH: OnceLock<Lexicon> = OnceLock::new();
    DUTCH.get_or_init(|| Lexicon::new(category::DUTCH))
}

fn english() -> &'static Lexicon {
    static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
    ENGLISH.get_or_init(|| Lexicon::new(category::ENGLISH))
}
