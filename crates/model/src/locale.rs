//! The language the product speaks to its user.

use serde::{Deserialize, Serialize};

/// The language of reasons, findings and screens (not of the post).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Locale {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Locale {
    /// Picks the text of this locale.
    #[must_use]
    pub const fn pick<'t>(self, nl: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
