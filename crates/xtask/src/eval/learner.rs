//! The learner, held out: each part is judged by a model that never saw it.

use super::set::Set;
use anyhow::{Context, Result};
use toonvast_learn::{Classifier, Example, Features, Settings, train};

/// What it says of every message that is held out.
pub(super) fn given(set: &Set) -> Result<Vec<Option<String>>> {
    let texts: Vec<Features> = set.rows.iter().map(|row| Features::of(&row.text)).collect();
    let parts = std::thread::scope(|scope| {
        let learners: Vec<_> = set
            .held_out
            .iter()
            .map(|&part| {
                let texts = &texts;
                scope.spawn(move || part_given(set, texts, part))
            })
            .collect();
        learners
            .into_iter()
            .map(|learner| match learner.join() {
                Ok(given) => given,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect::<Result<Vec<_>>>()
    })?;
    let mut given = vec![None; set.rows.len()];
    for (row, label) in parts.into_iter().flatten() {
        given[row] = Some(label);
    }
    Ok(given)
}

/// The shipped form of the model is judged: one byte a weight.
fn part_given(set: &Set, texts: &[Features], part: usize) -> Result<Vec<(usize, String)>> {
    let all = || set.rows.iter().zip(texts).enumerate();
    let examples: Vec<Example> = all()
        .filter(|(_, (row, _))| row.part != Some(part))
        .map(|(_, (row, features))| Example {
            features: features.clone(),
            label: row.label.clone(),
            group: None,
        })
        .collect();
    let (model, _) = train(&examples, Settings::default()).context(set.name)?;
    let labels = model.labels().to_vec();
    let classifier = Classifier::new(model);
    let held_out = all().filter(|(_, (row, _))| row.part == Some(part));
    Ok(held_out
        .map(|(at, (_, features))| (at, labels[classifier.classify(features).label].clone()))
        .collect())
}
