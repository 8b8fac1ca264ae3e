//! Which rows are held out when.

use crate::solver::Dice;
use crate::train::Example;
use std::collections::BTreeMap;

/// From so many rows one fifth held out once is enough to choose by.
const LARGE: usize = 40_000;
const FOLDS: usize = 5;

/// The group of examples that are learnt from in every fold and judged in none.
pub const ALWAYS_SEEN: &str = "";

/// Rows to learn from and rows to be judged on.
pub(crate) struct Fold {
    pub(crate) seen: Vec<usize>,
    pub(crate) held_out: Vec<usize>,
}

/// The folds: whole groups where every example has one, else each label spread evenly.
pub(crate) fn folds(examples: &[Example], truth: &[usize], labels: usize) -> Vec<Fold> {
    let mut fold_of = by_group(examples).unwrap_or_else(|| by_label(truth, labels));
    for (fold, example) in fold_of.iter_mut().zip(examples) {
        if example.group.as_deref() == Some(ALWAYS_SEEN) {
            *fold = usize::MAX;
        }
    }
    let used = if truth.len() >= LARGE { 1 } else { FOLDS };
    (0..used)
        .map(|fold| {
            let (seen, held_out) = (0..truth.len()).partition(|&row| fold_of[row] != fold);
            Fold { seen, held_out }
        })
        .collect()
}

/// Groups dealt out in the order of their names.
fn by_group(examples: &[Example]) -> Option<Vec<usize>> {
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for example in examples {
        groups.insert(example.group.as_deref()?, 0);
    }
    if groups.len() < FOLDS {
        return None;
    }
    for (at, fold) in groups.values_mut().enumerate() {
        *fold = at % FOLDS;
    }
    let fold = |example: &Example| example.group.as_deref().map(|group| groups[group]);
    examples.iter().map(fold).collect()
}

fn by_label(truth: &[usize], labels: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..truth.len()).collect();
    Dice::new().shuffle(&mut order);
    let mut dealt = vec![0; labels];
    let mut fold_of = vec![0; truth.len()];
    for row in order {
        fold_of[row] = dealt[truth[row]] % FOLDS;
        dealt[truth[row]] += 1;
    }
    fold_of
}
