//! Bank accounts: IBANs that pass mod 97.

use toonvast_model::span::Span;

/// Lengths an IBAN can have.
const LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// The passages that hold an IBAN, with or without spaces.
pub(crate) fn iban(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut before = ' ';
    for (start, c) in text.char_indices() {
        let begins = c.is_ascii_alphabetic() && !before.is_alphanumeric();
        before = c;
        let behind_last = found.last().is_none_or(|last| last.end <= start);
        if begins && behind_last && looks_like_one(&text[start..]) {
            found.extend(longest(text, start));
        }
    }
    found
}

fn looks_like_one(text: &str) -> bool {
    let mut start = text.chars();
    let letters = start
        .by_ref()
        .take(2)
        .filter(char::is_ascii_alphabetic)
        .count();
    letters == 2 && start.take(2).filter(char::is_ascii_digit).count() == 2
}

/// The longest account that starts here.
fn longest(text: &str, start: usize) -> Option<Span> {
    let mut compact = String::new();
    let mut best = None;
    let mut gap = false;
    for (offset, c) in text[start..].char_indices() {
        if c.is_ascii_alphanumeric() {
            compact.push(c.to_ascii_uppercase());
            gap = false;
        } else if matches!(c, ' ' | '.' | '-' | '\u{a0}') && !gap {
            gap = true;
            continue;
        } else {
            break;
        }
        let end = start + offset + 1;
        let ends_here = !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if LENGTHS.contains(&compact.len())
            && ends_here
            && right_length(&compact)
            && remainder(&compact) == 1
        {
            best = Some(Span::new(start, end));
        }
        if compact.len() >= *LENGTHS.end() {
            break;
        }
    }
    best
}

/// Lengths of the countries our customers bank in; others by the check alone.
fn right_length(compact: &str) -> bool {
    match &compact[..2] {
        "NL" => compact.len() == 18,
        "BE" => compact.len() == 16,
        "DE" => compact.len() == 22,
        "FR" => compact.len() == 27,
        _ => true,
    }
}

fn remainder(compact: &str) -> u32 {
    let (head, tail) = compact.split_at(4);
    tail.chars().chain(head.chars()).fold(0, |rest, c| {
        let value = c.to_digit(36).unwrap_or(0);
        if value > 9 {
            (rest * 100 + value) % 97
        } else {
            (rest * 10 + value) % 97
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{iban, remainder};
    use proptest::prelude::*;

    #[test]
    fn reads_the_ways_people_write_it() {
        for text in [
            "NL91ABNA0417164300",
            "op NL91 ABNA 0417 1643 00 staat",
            "be68 5390 0754 7034.",
        ] {
            assert_eq!(iban(text).len(), 1, "{text}");
        }
        for text in [
            "NL92ABNA0417164300",
            "NL91ABNA041716430",
            "XNL91ABNA0417164300",
            "é91",
        ] {
            assert_eq!(iban(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn valid_ones_are_found_and_near_misses_are_not(bank in "[A-Z]{4}", account in "[0-9]{10}") {
            let open = format!("NL00{bank}{account}");
            let check = 98 - remainder(&open);
            let text = format!("op NL{check:02}{bank}{account} gestort");
            prop_assert_eq!(iban(&text).len(), 1);
            let wrong = if check == 97 { 2 } else { check + 1 };
            let near = format!("op NL{wrong:02}{bank}{account} gestort");
            prop_assert_eq!(iban(&near), vec![]);
        }
    }
}
