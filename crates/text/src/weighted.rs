//! The length of a text as X counts it.

use crate::emoji::is_emoji;
use crate::link::links;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// What any link counts, however long it is.
const LINK: usize = 23;

/// The weighted length by version 3 of X's configuration; 280 is the most a post may have.
///
/// After normalisation (NFC) a link counts 23, an emoji 2, a character of the alphabets
/// up to Georgian and of common punctuation 1, any other character 2.
#[must_use]
pub fn weighted_length(text: &str) -> usize {
    let text: String = text.nfc().collect();
    let mut length = 0;
    let mut from = 0;
    for link in links(&text) {
        length += plain(&text[from..link.start]) + LINK;
        from = link.end;
    }
    length + plain(&text[from..])
}

fn plain(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true)
        .map(|cluster| {
            if is_emoji(cluster) {
                2
            } else {
                cluster.chars().map(weight).sum()
            }
        })
        .sum()
}

fn weight(c: char) -> usize {
    match u32::from(c) {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::weighted_length;

    #[test]
    fn counts_as_x_does() {
        for (text, length) in [
            ("", 0),
            ("Hoi, wat een mooie fiets", 24),
            ("cafe\u{301}", 4),
            ("日本語", 6),
            ("Hoi http://test.nl/een/heel/lang/pad/naar/iets", 27),
            ("👨‍👩‍👧‍👦🇳🇱", 4),
        ] {
            assert_eq!(weighted_length(text), length, "{text}");
        }
    }
}
