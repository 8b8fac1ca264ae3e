//! What was said beside what is true, counted by one ruler for all.

use std::collections::BTreeSet;
use toonvast_learn::measure::{Confusion, Found};

/// Pairs of true and given values, counted.
pub(super) struct Tally {
    values: Vec<String>,
    counts: Confusion,
}

impl Tally {
    /// Counts pairs. Values stand in the order of `order`, any others after them.
    pub(super) fn of<'p>(order: &[&str], pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Self {
        let pairs: Vec<(&str, &str)> = pairs.collect();
        let met: BTreeSet<&str> = pairs
            .iter()
            .flat_map(|&(truth, given)| [truth, given])
            .collect();
        let others = met.into_iter().filter(|value| !order.contains(value));
        let values: Vec<String> = order
            .iter()
            .copied()
            .chain(others)
            .map(str::to_owned)
            .collect();
        let mut counts = Confusion::new(values.len());
        let place = |value: &str| values.iter().position(|known| known == value);
        for (truth, given) in pairs {
            if let (Some(truth), Some(given)) = (place(truth), place(given)) {
                counts.note(truth, given);
            }
        }
        Self { values, counts }
    }

    /// The counts.
    pub(super) const fn counts(&self) -> &Confusion {
        &self.counts
    }

    /// How well one value is found.
    pub(super) fn found(&self, value: &str) -> Found {
        let place = self.values.iter().position(|known| known == value);
        place.map_or_else(Found::default, |place| self.counts.found(place))
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn a_value_nobody_has_costs_those_it_was_given_to() {
        let pairs = [("a", "a"), ("a", "c"), ("b", "b")];
        let tally = Tally::of(&["b"], pairs.into_iter());
        assert!((tally.found("a").recall - 0.5).abs() < 1e-9);
        assert!((tally.counts().accuracy() - 2.0 / 3.0).abs() < 1e-9);
        let macro_f1 = (2.0 / 3.0 + 1.0) / 2.0;
        assert!((tally.counts().macro_f1() - macro_f1).abs() < 1e-9);
    }
}
