//! The language of a text.

use serde::{Deserialize, Serialize};

/// The language a post or draft is written in, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Language {
    /// Dutch, Flemish included.
    Nl,
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Italian.
    It,
    /// Turkish.
    Tr,
    /// Arabic.
    Ar,
    /// Swedish.
    Sv,
    /// Russian.
    Ru,
    /// Hindi.
    Hi,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Vietnamese.
    Vi,
    /// Chinese.
    Zh,
    /// Nothing to go by: no letters, or a language not in this list.
    #[serde(other)]
    Und,
}
