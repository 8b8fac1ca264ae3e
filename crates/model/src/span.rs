//! A passage of a text.

use serde::{Deserialize, Serialize};

/// A passage, in UTF-8 bytes from the start of the text; `0..0` is something missing.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// What stands nowhere because it is missing.
    pub const MISSING: Self = Self { start: 0, end: 0 };

    /// A passage from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The passage of `text`; empty when the span does not fit it.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether nothing stands between start and end.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_off_the_text_is_empty_not_a_panic() {
        assert_eq!(Span::new(0, 2).of("é!"), "é");
        assert_eq!(Span::new(1, 2).of("é!"), "");
        assert_eq!(Span::new(2, 99).of("é!"), "");
    }
}
