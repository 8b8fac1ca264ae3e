//! A form of words in which spelling variants that mean nothing are gone.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text: lower case, without diacritics, straight apostrophes, and no letter
/// more than twice in a row, so that *Neeee* and *neee* match alike.
///
/// Two texts match when their folds are equal; a fold is never shown to anybody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Folded(String);

impl Folded {
    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Folded {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Folded {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Folds a text for matching.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    Folded(out)
}

/// Folds a text on to the end of another.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    let mut run = Run::default();
    let tripled = |three: &[u8]| three[0] == three[2] && three[0] == three[1];
    if text.is_ascii() {
        let at = out.len();
        out.push_str(text);
        out[at..].make_ascii_lowercase();
        if out.as_bytes()[at..].windows(3).any(tripled) {
            let lower = out.split_off(at);
            lower.chars().for_each(|c| run.push(c, out));
        }
    } else {
        let plain = text.nfd().filter(|c| !is_combining_mark(*c));
        for c in plain.flat_map(char::to_lowercase) {
            match c {
                '’' | '‘' | '`' | '´' => run.push('\'', out),
                'ß' => out.push_str("ss"),
                'ĳ' => out.push_str("ij"),
                c => run.push(c, out),
            }
        }
    }
}

/// Drops the third and later of equal letters.
#[derive(Default)]
struct Run {
    last: Option<char>,
    length: usize,
}

impl Run {
    fn push(&mut self, c: char, out: &mut String) {
        self.length = if self.last == Some(c) {
            self.length + 1
        } else {
            1
        };
        self.last = Some(c);
        if self.length <= 2 || !c.is_alphabetic() {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    #[test]
    fn variants_meet() {
        for (a, b) in [
            ("Café", "cafe"),
            ("ZO’N", "zo'n"),
            ("neeeee", "neee"),
            ("Straße", "strasse"),
            ("1000", "1000"),
        ] {
            assert_eq!(fold(a), fold(b), "{a}");
        }
        assert_ne!(fold("boos"), fold("bos"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(once.as_str()), once);
        }
    }
}
