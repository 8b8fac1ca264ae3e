//! Emoji, as a reader sees them.

use toonvast_model::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Where the emoji of a text stand; a family, a flag or a waving brown hand is one.
#[must_use]
pub fn emoji(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut done = 0;
    let bytes = text.as_bytes();
    while let Some(offset) = bytes[done..].iter().position(|byte| !byte.is_ascii()) {
        // Plain characters part from each other; the last of them may bear a keycap.
        let start = (done + offset).saturating_sub(1).max(done);
        let length = bytes[done + offset..].iter().position(u8::is_ascii);
        let end = length.map_or(bytes.len(), |length| done + offset + length);
        let run = &text[start..end];
        if run.chars().any(makes_emoji) {
            let clusters = run.grapheme_indices(true);
            found.extend(
                clusters
                    .filter(|(_, cluster)| is_emoji(cluster))
                    .map(|(at, cluster)| Span::new(start + at, start + at + cluster.len())),
            );
        }
        done = end;
    }
    found
}

/// Whether one user-perceived character (a grapheme cluster) is an emoji.
///
/// Characters that are text unless marked (`©`, `™`, digits) count only with the emoji
/// variation selector or the keycap.
#[must_use]
pub fn is_emoji(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let marked = |mark: char| cluster.chars().skip(1).any(|c| c == mark);
    match first {
        '0'..='9' | '#' | '*' => marked(KEYCAP),
        '©' | '®' | '™' | 'ℹ' => marked(EMOJI_STYLE),
        '\u{1F1E6}'..='\u{1F1FF}' => chars.next().is_some(),
        _ => pictographic(first) && !marked(TEXT_STYLE),
    }
}

/// Whether a character is in every emoji of some sort: without one there is none, and
/// clusters need not be told apart.
fn makes_emoji(c: char) -> bool {
    c >= '\u{203C}'
        && (matches!(c, KEYCAP | EMOJI_STYLE | '\u{1F1E6}'..='\u{1F1FF}') || pictographic(c))
}

const KEYCAP: char = '\u{20E3}';
const EMOJI_STYLE: char = '\u{FE0F}';
const TEXT_STYLE: char = '\u{FE0E}';

fn pictographic(c: char) -> bool {
    if ('\u{1F000}'..='\u{1FAFF}').contains(&c) {
        // Domino and mahjong tiles, cards and boxed letters are text, but for a handful.
        return c >= '\u{1F18E}'
            || matches!(
                c,
                '\u{1F004}' | '\u{1F0CF}' | '\u{1F170}' | '\u{1F171}' | '\u{1F17E}' | '\u{1F17F}'
            );
    }
    let code = u32::from(c);
    PICTOGRAPHIC
        .binary_search_by(|&(from, to)| {
            if to < code {
                std::cmp::Ordering::Less
            } else if from > code {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}

/// Characters of the basic plane with the property Emoji (Unicode 16, emoji-data), without
/// the ones that `is_emoji` names.
const PICTOGRAPHIC: &[(u32, u32)] = &[
    (0x203C, 0x203C),
    (0x2049, 0x2049),
    (0x2194, 0x2199),
    (0x21A9, 0x21AA),
    (0x231A, 0x231B),
    (0x2328, 0x2328),
    (0x23CF, 0x23CF),
    (0x23E9, 0x23F3),
    (0x23F8, 0x23FA),
    (0x24C2, 0x24C2),
    (0x25AA, 0x25AB),
    (0x25B6, 0x25B6),
    (0x25C0, 0x25C0),
    (0x25FB, 0x25FE),
    (0x2600, 0x2604),
    (0x260E, 0x260E),
    (0x2611, 0x2611),
    (0x2614, 0x2615),
    (0x2618, 0x2618),
    (0x261D, 0x261D),
    (0x2620, 0x2620),
    (0x2622, 0x2623),
    (0x2626, 0x2626),
    (0x262A, 0x262A),
    (0x262E, 0x262F),
    (0x2638, 0x263A),
    (0x2640, 0x2640),
    (0x2642, 0x2642),
    (0x2648, 0x2653),
    (0x265F, 0x2660),
    (0x2663, 0x2663),
    (0x2665, 0x2666),
    (0x2668, 0x2668),
    (0x267B, 0x267B),
    (0x267E, 0x267F),
    (0x2692, 0x2697),
    (0x2699, 0x2699),
    (0x269B, 0x269C),
    (0x26A0, 0x26A1),
    (0x26A7, 0x26A7),
    (0x26AA, 0x26AB),
    (0x26B0, 0x26B1),
    (0x26BD, 0x26BE),
    (0x26C4, 0x26C5),
    (0x26C8, 0x26C8),
    (0x26CE, 0x26CF),
    (0x26D1, 0x26D1),
    (0x26D3, 0x26D4),
    (0x26E9, 0x26EA),
    (0x26F0, 0x26F5),
    (0x26F7, 0x26FA),
    (0x26FD, 0x26FD),
    (0x2702, 0x2702),
    (0x2705, 0x2705),
    (0x2708, 0x270D),
    (0x270F, 0x270F),
    (0x2712, 0x2712),
    (0x2714, 0x2714),
    (0x2716, 0x2716),
    (0x271D, 0x271D),
    (0x2721, 0x2721),
    (0x2728, 0x2728),
    (0x2733, 0x2734),
    (0x2744, 0x2744),
    (0x2747, 0x2747),
    (0x274C, 0x274C),
    (0x274E, 0x274E),
    (0x2753, 0x2755),
    (0x2757, 0x2757),
    (0x2763, 0x2764),
    (0x2795, 0x2797),
    (0x27A1, 0x27A1),
    (0x27B0, 0x27B0),
    (0x27BF, 0x27BF),
    (0x2934, 0x2935),
    (0x2B05, 0x2B07),
    (0x2B1B, 0x2B1C),
    (0x2B50, 0x2B50),
    (0x2B55, 0x2B55),
    (0x3030, 0x3030),
    (0x303D, 0x303D),
    (0x3297, 0x3297),
    (0x3299, 0x3299),
];

#[cfg(test)]
mod tests {
    use super::{PICTOGRAPHIC, emoji};

    #[test]
    fn one_emoji_is_what_a_reader_sees_as_one() {
        for (text, count) in [
            ("gewoon tekst, 5 sterren ©", 0),
            ("😡😡", 2),
            ("👨‍👩‍👧‍👦 en 🇳🇱", 2),
            ("👋🏽", 1),
            ("1️⃣", 1),
            ("☺ ❤️", 2),
            ("™️ ™", 1),
            ("✓ ok", 0),
        ] {
            assert_eq!(emoji(text).len(), count, "{text}");
        }
        let spans = emoji("top 👍!");
        assert_eq!(spans[0].of("top 👍!"), "👍");
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(PICTOGRAPHIC.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
