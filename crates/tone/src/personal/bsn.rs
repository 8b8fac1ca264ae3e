//! Citizen service numbers: nine digits that pass the 11-check.

use super::digits::runs;
use toonvast_model::span::Span;

/// Weights of the nine digits.
const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/// The passages that hold a BSN.
pub(crate) fn bsn(text: &str) -> Vec<Span> {
    let nine = runs(text)
        .into_iter()
        .filter(|run| !run.plus && passes(&run.digits));
    nine.map(|run| run.span).collect()
}

fn passes(digits: &str) -> bool {
    if digits.len() != WEIGHTS.len() || digits.bytes().all(|digit| digit == b'0') {
        return false;
    }
    let values = digits.bytes().map(|digit| i32::from(digit - b'0'));
    values
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum::<i32>()
        % 11
        == 0
}

#[cfg(test)]
mod tests {
    use super::bsn;
    use proptest::prelude::*;

    #[test]
    fn reads_the_ways_people_write_it() {
        for text in [
            "BSN 111222333",
            "bsn: 111.222.333",
            "111 222 333 is mijn nummer",
        ] {
            assert_eq!(bsn(text).len(), 1, "{text}");
        }
        for text in ["111222334", "000000000", "1112223330", "A111222333"] {
            assert_eq!(bsn(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_digit_off_is_none(first in prop::array::uniform8(0_i32..10)) {
            let weights = [9, 8, 7, 6, 5, 4, 3, 2];
            let sum: i32 = first.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
            let last = sum.rem_euclid(11);
            prop_assume!(last < 10 && first.iter().any(|&digit| digit != 0));
            let start: String = first.iter().map(ToString::to_string).collect();
            let whole = format!("nummer {start}{last} ja");
            let found = bsn(&whole);
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].of(&whole).len(), 9);
            let near = format!("nummer {start}{} ja", (last + 1) % 10);
            prop_assert_eq!(bsn(&near), vec![]);
        }
    }
}
