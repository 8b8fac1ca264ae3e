//! Dutch addresses: a postcode with a house number.

use toonvast_model::span::Span;

/// Most bytes between postcode and house number, as in `1234 AB, nr. 5`.
const FARTHEST: usize = 14;

/// The passages that hold a postcode with a house number before or behind it.
pub(crate) fn postcode(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (start, _) in text.char_indices() {
        let inside = found.last().is_some_and(|last| start < last.end);
        if !inside
            && starts_word(text, start)
            && let Some(end) = postcode_at(text, start)
        {
            found.extend(with_house_number(text, start, end));
        }
    }
    found
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

/// The end of the postcode that starts here.
fn postcode_at(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = bytes.get(start..start + 4)?;
    if digits[0] == b'0' || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let gap = usize::from(bytes.get(start + 4) == Some(&b' '));
    let letters = bytes.get(start + 4 + gap..start + 6 + gap)?;
    let end = start + 6 + gap;
    let ends = !text.get(end..)?.starts_with(char::is_alphanumeric);
    (letters.iter().all(u8::is_ascii_uppercase) && ends).then_some(end)
}

fn with_house_number(text: &str, start: usize, end: usize) -> Option<Span> {
    let behind = &text[end..];
    let digit = behind.find(|c: char| c.is_ascii_digit());
    let near = digit.filter(|&at| {
        at <= FARTHEST && at > 0 && !behind[..at].contains(['.', '!', '?', ';'])
            || behind[..at].trim_start_matches([',', ' ']).trim_end() == "nr."
    });
    if let Some(at) = near {
        let length = behind[at..]
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(behind.len() - at);
        // Four digits are a year or a price rather than a house.
        return (length <= 4).then(|| Span::new(start, end + at + length));
    }
    let before = text[..start].trim_end_matches([',', ' ']);
    let number = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (1..=4)
        .contains(&number)
        .then(|| Span::new(before.len() - number, end))
}

#[cfg(test)]
mod tests {
    use super::postcode;

    #[test]
    fn a_postcode_alone_is_nobody() {
        for text in [
            "7411 AB, nummer 12",
            "1234AB 5",
            "Lindelaan 22, 1234 AB Almelo",
            "1234 AB nr. 7a",
        ] {
            assert_eq!(postcode(text).len(), 1, "{text}");
        }
        for text in [
            "7411 AB",
            "in 2026 AB was",
            "0123 AB 4",
            "1234 AB. Morgen om 9 uur",
            "é1234 AB",
        ] {
            assert_eq!(postcode(text), [], "{text}");
        }
    }
}
