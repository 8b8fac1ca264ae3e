//! From decisions to probabilities: one slope and an offset a column, fitted on decisions
//! over texts the weights had not seen.

use crate::measure::Confusion;
use crate::model::{largest, probabilities};

/// slope × decision + offset is a logit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Calibration {
    pub(crate) slope: f32,
    pub(crate) offsets: Vec<f32>,
}

/// How far the choice of a label leans towards rare ones: added to the logarithm of each
/// probability. Of the leanings tried the one with the best macro-F1.
pub(crate) fn tilts(scores: &[Vec<f32>], truth: &[usize], labels: usize) -> Vec<f32> {
    let mut counts = vec![0_u32; labels];
    for &label in truth {
        counts[label] += 1;
    }
    let all = truth.len().max(1) as f32;
    let rarity: Vec<f32> = counts
        .iter()
        .map(|&count| -libm::logf(count.max(1) as f32 / all))
        .collect();
    let lean = |lean: f32| -> Vec<f32> { rarity.iter().map(|rarity| lean * rarity).collect() };
    let mut best = (f64::MIN, lean(0.0));
    for step in 0_u8..=6 {
        let tilts = lean(f32::from(step) * 0.15);
        let mut found = Confusion::new(labels);
        for (scores, &truth) in scores.iter().zip(truth) {
            found.note(truth, tilted(scores, &tilts));
        }
        // Leaning must pay: a little is noise.
        if found.macro_f1() > best.0 + 0.0005 {
            best = (found.macro_f1(), tilts);
        }
    }
    best.1
}

/// The label chosen.
pub(crate) fn tilted(scores: &[f32], tilts: &[f32]) -> usize {
    let leaning: Vec<f32> = scores
        .iter()
        .zip(tilts)
        .map(|(score, tilt)| libm::logf(score.max(1e-9)) + tilt)
        .collect();
    largest(&leaning)
}

/// Rounds of fitting.
const ROUNDS: usize = 400;
/// Rows looked at; more change nothing.
const ROWS: usize = 6_000;

/// Fits by gradient descent with a step per parameter that grows while its sign holds (Rprop).
pub(crate) fn fit(decisions: &[Vec<f32>], truth: &[usize]) -> Calibration {
    let columns = decisions.first().map_or(1, Vec::len);
    let mut values = vec![0.0_f32; columns + 1];
    values[0] = 2.0;
    let mut steps = vec![0.1_f32; columns + 1];
    let mut signs = vec![0.0_f32; columns + 1];
    let every = decisions.len().div_ceil(ROWS).max(1);
    for _ in 0..ROUNDS {
        let gradient = gradient(&values, decisions, truth, every);
        for (at, slope) in gradient.iter().enumerate() {
            let sign = if *slope > 0.0 { 1.0 } else { -1.0 };
            steps[at] *= if sign * signs[at] < 0.0 { 0.5 } else { 1.1 };
            steps[at] = steps[at].clamp(1e-5, 0.5);
            signs[at] = sign;
            values[at] -= sign * steps[at];
        }
        values[0] = values[0].clamp(0.2, 20.0);
    }
    Calibration {
        slope: values[0],
        offsets: values[1..].to_vec(),
    }
}

fn gradient(values: &[f32], decisions: &[Vec<f32>], truth: &[usize], every: usize) -> Vec<f64> {
    let mut gradient = vec![0.0_f64; values.len()];
    for (decision, &truth) in decisions.iter().zip(truth).step_by(every) {
        let logits = decision
            .iter()
            .zip(&values[1..])
            .map(|(decision, offset)| values[0] * decision + offset);
        let scores = probabilities(logits);
        let single = decision.len() == 1;
        for (column, decided) in decision.iter().enumerate() {
            let label = if single { 1 } else { column };
            let error = f64::from(scores[label]) - if truth == label { 1.0 } else { 0.0 };
            gradient[0] += error * f64::from(*decided);
            gradient[column + 1] += error;
        }
    }
    gradient
}

#[cfg(test)]
mod tests {
    use super::fit;
    use crate::model::probabilities;

    #[test]
    fn probabilities_are_frequencies() {
        // Of the rows decided +1 three in four are the second label, of those at -1 one.
        let decisions: Vec<Vec<f32>> = (0..80)
            .map(|row| vec![if row < 40 { 1.0 } else { -1.0 }])
            .collect();
        let truth: Vec<usize> = (0..80)
            .map(|row| usize::from((row < 40) == (row % 4 != 0)))
            .collect();
        let fitted = fit(&decisions, &truth);
        let second = |decision: f32| {
            let logit = fitted.slope * decision + fitted.offsets[0];
            probabilities(std::iter::once(logit))[1]
        };
        assert!((second(1.0) - 0.75).abs() < 0.02, "{}", second(1.0));
        assert!((second(-1.0) - 0.25).abs() < 0.02, "{}", second(-1.0));
    }
}
