//! Dutch licence plates: three groups of letters and digits with hyphens between.

use toonvast_model::span::Span;

/// The sidecodes, as groups of `9` and `X`.
const SIDECODES: &[&str] = &[
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99",
    "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
];

/// The passages that hold a licence plate.
pub(crate) fn plate(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text
        .char_indices()
        .chain(std::iter::once((text.len(), ' ')))
    {
        match (c.is_alphanumeric() || c == '-', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = Span::new(from, at);
                if is_plate(span.of(text)) {
                    found.push(span);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn is_plate(word: &str) -> bool {
    let shape: String = word
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'X',
            other => other,
        })
        .collect();
    SIDECODES.contains(&shape.as_str())
}

#[cfg(test)]
mod tests {
    use super::plate;

    #[test]
    fn knows_the_sidecodes() {
        for text in ["Kenteken AB-12-CD?", "de 12-ABC-3", "X-123-BB."] {
            assert_eq!(plate(text).len(), 1, "{text}");
        }
        for text in ["12-11-2026", "A4-papier", "ab-cd", "12-12-12"] {
            assert_eq!(plate(text), [], "{text}");
        }
    }
}
