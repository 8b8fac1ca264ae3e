//! Counting how often triage and a labeller agree.

use std::collections::BTreeMap;

/// Expected and given values of each field, in order.
#[derive(Default)]
pub struct Tally {
    pairs: BTreeMap<&'static str, Vec<(String, String)>>,
}

impl Tally {
    /// Notes one pair of values.
    pub fn note(&mut self, field: &'static str, expected: &str, given: &str) {
        self.pairs
            .entry(field)
            .or_default()
            .push((expected.to_owned(), given.to_owned()));
    }

    /// The mean over the expected values of F1, in thousandths.
    pub fn macro_f1(&self, field: &str) -> u32 {
        let pairs = &self.pairs[field];
        let mut values: Vec<&String> = pairs.iter().map(|(expected, _)| expected).collect();
        values.sort();
        values.dedup();
        let sum: f64 = values.iter().map(|value| f1(pairs, value)).sum();
        thousandths(sum, values.len())
    }

    /// The share of equal values, in thousandths.
    pub fn accuracy(&self, field: &str) -> u32 {
        let pairs = &self.pairs[field];
        let equal = pairs
            .iter()
            .filter(|(expected, given)| expected == given)
            .count();
        thousandths(f64::from(u32::try_from(equal).expect("few")), pairs.len())
    }

    /// Cohen's kappa with quadratic weights over values in `order`, in thousandths; 0 when
    /// no better than chance.
    pub fn weighted_kappa(&self, field: &str, order: &[&str]) -> u32 {
        let place = |value: &String| {
            let at = order
                .iter()
                .position(|known| known == value)
                .expect("a known value");
            f64::from(u32::try_from(at).expect("few"))
        };
        let pairs: Vec<(f64, f64)> = self.pairs[field]
            .iter()
            .map(|(a, b)| (place(a), place(b)))
            .collect();
        let seen: f64 = pairs.iter().map(|(a, b)| (a - b).powi(2)).sum();
        let by_chance: f64 = pairs
            .iter()
            .flat_map(|(a, _)| pairs.iter().map(move |(_, b)| (a - b).powi(2)))
            .sum();
        let count = f64::from(u32::try_from(pairs.len()).expect("few"));
        thousandths((1.0 - seen * count / by_chance).max(0.0), 1)
    }
}

fn f1(pairs: &[(String, String)], value: &str) -> f64 {
    let count = |test: &dyn Fn(bool, bool) -> bool| {
        let found = pairs
            .iter()
            .filter(|(expected, given)| test(expected == value, given == value))
            .count();
        f64::from(u32::try_from(found).expect("few"))
    };
    let both = count(&|expected, given| expected && given);
    let either = count(&|expected, given| expected != given);
    if both == 0.0 {
        0.0
    } else {
        2.0 * both / (2.0 * both + either)
    }
}

fn thousandths(sum: f64, count: usize) -> u32 {
    let mean = sum / f64::from(u32::try_from(count.max(1)).expect("few"));
    format!("{:.0}", mean * 1000.0)
        .parse()
        .expect("a whole number")
}

#[test]
fn figures_are_what_the_textbook_says() {
    let mut tally = Tally::default();
    for (expected, given) in [("a", "a"), ("a", "b"), ("b", "b"), ("c", "a")] {
        tally.note("x", expected, given);
    }
    assert_eq!(tally.accuracy("x"), 500);
    assert_eq!(tally.macro_f1("x"), 389);
    assert_eq!(tally.weighted_kappa("x", &["a", "b", "c"]), 0);
    tally.note("y", "a", "a");
    tally.note("y", "c", "c");
    assert_eq!(tally.weighted_kappa("y", &["a", "b", "c"]), 1000);
}
