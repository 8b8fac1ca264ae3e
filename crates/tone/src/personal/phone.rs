//! Telephone numbers of people: mobile and geographical ones, of the Netherlands and Belgium.

use super::digits::{Run, runs};
use toonvast_model::span::Span;

/// The passages that hold a telephone number. Service numbers (0800, 088, 0900, 14 0xx)
/// are companies', so they are not meant.
pub(crate) fn phone(text: &str) -> Vec<Span> {
    runs(text)
        .iter()
        .filter(|run| is_phone(run))
        .map(|run| run.span)
        .collect()
}

fn is_phone(run: &Run) -> bool {
    let digits = run.digits.as_str();
    let (dutch, belgian) = match (run.plus, digits) {
        (true, _) => (digits.strip_prefix("31"), digits.strip_prefix("32")),
        (false, _) if digits.starts_with("0031") => (digits.strip_prefix("0031"), None),
        (false, _) if digits.starts_with("0032") => (None, digits.strip_prefix("0032")),
        _ => (digits.strip_prefix('0'), None),
    };
    let national = |rest: &str| rest.trim_start_matches('0').to_owned();
    dutch.is_some_and(|rest| is_dutch(&national(rest), digits))
        || belgian.is_some_and(|rest| (8..=9).contains(&national(rest).len()))
        || is_belgian_mobile(digits)
}

fn is_dutch(national: &str, written: &str) -> bool {
    let service = [
        "800", "88", "900", "906", "909", "84", "85", "87", "91", "97",
    ];
    let dated = written.len() == 8;
    national.len() == 9 && !dated && !service.iter().any(|start| national.starts_with(start))
}

fn is_belgian_mobile(digits: &str) -> bool {
    digits.len() == 10 && digits.starts_with("04") && matches!(digits.as_bytes()[2], b'5'..=b'9')
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn peoples_numbers_and_not_companies() {
        for text in [
            "06-12345678",
            "06 12 34 56 78",
            "+31 6 12345678",
            "0031612345678",
            "030-1234567",
            "(030) 123 45 67",
            "0478 12 34 56",
            "+32 478 12 34 56",
        ] {
            assert_eq!(phone(text).len(), 1, "{text}");
        }
        for text in [
            "0900-1234",
            "0800 0123",
            "088 555 60 00",
            "14 030",
            "12345678",
            "21-11-2026",
        ] {
            assert_eq!(phone(text), [], "{text}");
        }
    }
}
