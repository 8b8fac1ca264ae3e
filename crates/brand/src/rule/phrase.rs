//! The phrases a tone rule looks for: a small pattern language over words.
//!
//! | written | means |
//! | --- | --- |
//! | `sorry` | this word, in any case |
//! | `vervelend*`, `*lijk` | any ending, any beginning |
//! | `je\|jij\|u` | one of these |
//! | `heel\|erg?` | one of these, or nothing |
//! | `_` | any one word |
//! | `#` | a word that holds a digit |
//! | `...` | up to five words of the same sentence |
//! | `<`, `>` | the start, the end of a clause |
//! | `hoger [als]` | only the passage between brackets is flagged |
//!
//! Punctuation between words does not matter; a match never leaves its sentence. A space always
//! begins a new place, so that `out of stock|sold` reads *out of*, then *stock* or *sold*.

use serde::{Deserialize, Serialize};

/// Most items a phrase may have.
pub const MOST_ITEMS: usize = 16;

/// Most bytes a phrase may have.
pub const MOST_BYTES: usize = 1_000;

/// Why a text is no [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPhrase {
    /// Nothing to look for.
    #[error("the phrase `{0}` holds no word: write at least one")]
    NoWord(String),
    /// Longer than a phrase may be.
    #[error("the phrase starting `{0}` is too long: at most 16 items and 1000 bytes")]
    TooLong(String),
    /// `[` without `]`, or the other way round.
    #[error("the phrase `{0}` has a bracket without its counterpart")]
    Bracket(String),
    /// An alternative of nothing, as in `a||b`.
    #[error("the phrase `{0}` has an empty alternative")]
    Empty(String),
    /// `<` not first or `>` not last.
    #[error("the phrase `{0}` has `<` elsewhere than first or `>` elsewhere than last")]
    Anchor(String),
}

/// A phrase to look for, read from its notation; see the module's table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phrase {
    source: String,
    items: Vec<Item>,
    starts_clause: bool,
    ends_clause: bool,
    marked: Option<(usize, usize)>,
}

/// One place in a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A word in one of these forms; may be absent when optional.
    Word {
        /// The forms.
        forms: Vec<Form>,
        /// Whether it may be absent.
        optional: bool,
    },
    /// Any one word.
    Any,
    /// A word that holds a digit.
    Number,
    /// Up to five words.
    Gap,
}

/// How a word must look, in folded spelling (see [`fold`]).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Exactly so.
    Exact(String),
    /// Starting so.
    Prefix(String),
    /// Ending so.
    Suffix(String),
}

impl Form {
    /// Whether a folded word has this form.
    #[must_use]
    pub fn fits(&self, folded: &str) -> bool {
        match self {
            Self::Exact(word) => folded == word,
            Self::Prefix(start) => folded.starts_with(start.as_str()),
            Self::Suffix(end) => folded.ends_with(end.as_str()),
        }
    }
}

/// A word as phrases compare it: folded, no full stop at the end.
#[must_use]
pub fn fold(word: &str) -> String {
    toonvast_text::fold(word)
        .as_str()
        .trim_end_matches('.')
        .to_owned()
}

impl Phrase {
    /// The notation it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its places, in order; never empty.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether it must stand at the start of a clause.
    #[must_use]
    pub const fn starts_clause(&self) -> bool {
        self.starts_clause
    }

    /// Whether it must stand at the end of a clause.
    #[must_use]
    pub const fn ends_clause(&self) -> bool {
        self.ends_clause
    }

    /// The items between brackets, first and last; all of them without brackets.
    #[must_use]
    pub const fn marked(&self) -> Option<(usize, usize)> {
        self.marked
    }

    /// Whether the notation has full stops, as in an abbreviation, so that a full stop
    /// behind the passage belongs to it.
    #[must_use]
    pub fn is_dotted(&self) -> bool {
        let last = self.source.trim_end_matches([']', '>', ' ']);
        last.ends_with('.') && !last.ends_with("...")
    }
}

impl TryFrom<String> for Phrase {
    type Error = InvalidPhrase;

    fn try_from(source: String) -> Result<Self, InvalidPhrase> {
        let shown = || source.chars().take(60).collect::<String>();
        let mut items = Vec::new();
        let (mut starts_clause, mut ends_clause) = (false, false);
        let (mut open, mut close) = (None, None);
        let parts: Vec<&str> = source.split_whitespace().collect();
        if source.len() > MOST_BYTES || parts.len() > MOST_ITEMS {
            return Err(InvalidPhrase::TooLong(shown()));
        }
        for (at, &part) in parts.iter().enumerate() {
            match part {
                "<" if at == 0 => starts_clause = true,
                ">" if at + 1 == parts.len() => ends_clause = true,
                "<" | ">" => return Err(InvalidPhrase::Anchor(shown())),
                _ => {
                    let mut bare = part;
                    if let Some(rest) = bare.strip_prefix('[') {
                        bare = rest;
                        if open.replace(items.len()).is_some() {
                            return Err(InvalidPhrase::Bracket(shown()));
                        }
                    }
                    if let Some(rest) = bare.strip_suffix(']') {
                        bare = rest;
                        if close.replace(items.len()).is_some() {
                            return Err(InvalidPhrase::Bracket(shown()));
                        }
                    }
                    items.push(item(bare).ok_or_else(|| InvalidPhrase::Empty(shown()))?);
                }
            }
        }
        let has_word = |item: &Item| !matches!(item, Item::Gap | Item::Any);
        if !items.iter().any(has_word) {
            return Err(InvalidPhrase::NoWord(shown()));
        }
        let marked = match (open, close) {
            (None, None) => None,
            (Some(first), Some(last)) if first <= last => Some((first, last)),
            _ => return Err(InvalidPhrase::Bracket(shown())),
        };
        Ok(Self {
            source,
            items,
            starts_clause,
            ends_clause,
            marked,
        })
    }
}

fn item(part: &str) -> Option<Item> {
    match part {
        "" => return None,
        "..." => return Some(Item::Gap),
        "_" => return Some(Item::Any),
        "#" => return Some(Item::Number),
        _ => {}
    }
    let (part, optional) = part
        .strip_suffix('?')
        .map_or((part, false), |rest| (rest, true));
    let forms = part.split('|').map(form).collect::<Option<Vec<_>>>()?;
    Some(Item::Word { forms, optional })
}

fn form(text: &str) -> Option<Form> {
    let folded = fold(text);
    let (build, bare): (fn(String) -> Form, &str) = if let Some(start) = folded.strip_suffix('*') {
        (Form::Prefix, start)
    } else if let Some(end) = folded.strip_prefix('*') {
        (Form::Suffix, end)
    } else {
        (Form::Exact, folded.as_str())
    };
    (!bare.is_empty()).then(|| build(bare.to_owned()))
}

impl std::str::FromStr for Phrase {
    type Err = InvalidPhrase;

    fn from_str(text: &str) -> Result<Self, InvalidPhrase> {
        Self::try_from(text.to_owned())
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> Self {
        phrase.source
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, InvalidPhrase, Item, Phrase};
    use proptest::prelude::*;

    #[test]
    fn reads_its_notation() {
        let phrase: Phrase = "< had je|u ... [moeten] >".parse().unwrap();
        assert!(phrase.starts_clause() && phrase.ends_clause());
        assert_eq!(phrase.marked(), Some((3, 3)));
        assert_eq!(phrase.items().len(), 4);
        let optional: Phrase = "heel|erg? Vervelend*".parse().unwrap();
        assert!(matches!(
            &optional.items()[0],
            Item::Word { optional: true, .. }
        ));
        assert_eq!(
            optional.items()[1],
            Item::Word {
                forms: vec![Form::Prefix("vervelend".into())],
                optional: false
            }
        );
    }

    #[test]
    fn refuses_what_means_nothing() {
        let cases = [
            ("", InvalidPhrase::NoWord(String::new())),
            ("... _", InvalidPhrase::NoWord("... _".into())),
            ("a||b", InvalidPhrase::Empty("a||b".into())),
            ("*", InvalidPhrase::Empty("*".into())),
            ("[a", InvalidPhrase::Bracket("[a".into())),
            ("a] b", InvalidPhrase::Bracket("a] b".into())),
            ("a < b", InvalidPhrase::Anchor("a < b".into())),
        ];
        for (text, error) in cases {
            assert_eq!(text.parse::<Phrase>(), Err(error), "{text}");
        }
    }

    #[test]
    fn an_abbreviation_owns_its_full_stop() {
        assert!("z.s.m.".parse::<Phrase>().unwrap().is_dotted());
        assert!(!"zo snel ...".parse::<Phrase>().is_ok_and(|p| p.is_dotted()));
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_its_source(text in ".{0,80}") {
            if let Ok(phrase) = text.parse::<Phrase>() {
                prop_assert_eq!(String::from(phrase), text);
            }
        }
    }
}
