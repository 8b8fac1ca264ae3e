//! Fitting a model to labelled texts.

use crate::calibration::{self, Calibration};
use crate::features::Features;
use crate::folds::{Fold, folds};
use crate::measure::Confusion;
use crate::model::{Model, probabilities};
use crate::quantize::quantized;
use crate::rows::Rows;
use crate::solver::solve;
use crate::telling::telling;

/// A text and what it is.
#[derive(Debug, Clone)]
pub struct Example {
    /// The text.
    pub features: Features,
    /// Its label.
    pub label: String,
    /// What it belongs with, as a brand: a group is held out whole, so that what is chosen
    /// holds for groups not met yet.
    pub group: Option<String>,
}

/// How to train.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The table has 2^bits buckets of one byte a column; 10 to 20.
    pub bits: u8,
    /// How much counts weigh beside n-grams.
    pub counts: f32,
    /// How much rare labels are favoured: 0 not at all, 1 as much as common ones together.
    pub balance: f32,
    /// How much an error costs; none tries several on held-out texts.
    pub cost: Option<f32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bits: 16,
            counts: 0.3,
            balance: 0.5,
            cost: None,
        }
    }
}

/// Costs tried, weakest first.
const COSTS: &[f32] = &[0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

/// Why nothing could be trained.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrainError {
    /// One label tells nothing apart.
    #[error("all {0} examples have the same label: give at least two labels")]
    OneLabel(usize),
    /// A label is too rare to hold one out.
    #[error("label `{label}` has {count} example(s): give at least {least}, or leave it out")]
    TooRare {
        /// The label.
        label: String,
        /// How many there are.
        count: usize,
        /// How many are needed.
        least: usize,
    },
    /// More labels than a model may have.
    #[error("{0} labels, and {1} is the most")]
    TooManyLabels(usize, usize),
}

/// Examples a label needs.
const LEAST: usize = 2;
/// Labels a model may have.
const MOST_LABELS: usize = 256;

/// What was chosen and how well it did on held-out texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The labels, in the model's order.
    pub labels: Vec<String>,
    /// The cost chosen.
    pub cost: f32,
    /// Predictions on held-out texts.
    pub held_out: Confusion,
    /// Probabilities of each example when it was held out; empty where it never was.
    pub scores: Vec<Vec<f32>>,
}

/// Trains a model; the same examples in the same order give the same bytes.
///
/// # Errors
/// See [`TrainError`].
pub fn train(examples: &[Example], settings: Settings) -> Result<(Model, Report), TrainError> {
    let labels = labels_of(examples)?;
    let truth: Vec<usize> = examples
        .iter()
        .map(|example| labels.binary_search(&example.label).unwrap_or(0))
        .collect();
    let texts: Vec<Features> = examples
        .iter()
        .map(|example| example.features.clone())
        .collect();
    let rows = Rows::new(&texts, settings.bits, settings.counts);
    drop(texts);
    let task = Task {
        rows: &rows,
        truth: &truth,
        labels: labels.len(),
        balance: settings.balance,
        folds: folds(examples, &truth, labels.len()),
    };
    let mut best: Option<(f32, Trial)> = None;
    let given = settings.cost.map(|cost| [cost]);
    let costs = given.as_ref().map_or(COSTS, |cost| cost.as_slice());
    for &cost in costs {
        let trial = task.trial(cost);
        let better = best
            .as_ref()
            .is_none_or(|(_, known)| trial.held_out.macro_f1() > known.held_out.macro_f1());
        if better {
            best = Some((cost, trial));
        } else {
            break;
        }
    }
    let (cost, trial) = best.ok_or(TrainError::OneLabel(examples.len()))?;
    let all: Vec<usize> = (0..examples.len()).collect();
    let weights = task.fit(&all, cost);
    let model = quantized(
        labels.clone(),
        settings,
        &rows,
        &weights,
        trial.calibration,
        trial.tilts,
    );
    let report = Report {
        labels,
        cost,
        held_out: trial.held_out,
        scores: trial.scores,
    };
    Ok((model, report))
}

fn labels_of(examples: &[Example]) -> Result<Vec<String>, TrainError> {
    let mut labels: Vec<String> = examples
        .iter()
        .map(|example| example.label.clone())
        .collect();
    labels.sort();
    let counts: Vec<(String, usize)> = labels
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0].clone(), same.len()))
        .collect();
    labels.dedup();
    if labels.len() < 2 {
        return Err(TrainError::OneLabel(examples.len()));
    }
    if labels.len() > MOST_LABELS {
        return Err(TrainError::TooManyLabels(labels.len(), MOST_LABELS));
    }
    match counts.into_iter().find(|(_, count)| *count < LEAST) {
        Some((label, count)) => Err(TrainError::TooRare {
            label,
            count,
            least: LEAST,
        }),
        None => Ok(labels),
    }
}

/// What is to be learnt.
struct Task<'t> {
    rows: &'t Rows,
    truth: &'t [usize],
    labels: usize,
    balance: f32,
    folds: Vec<Fold>,
}

/// One cost tried.
struct Trial {
    held_out: Confusion,
    calibration: Calibration,
    tilts: Vec<f32>,
    scores: Vec<Vec<f32>>,
}

impl Task<'_> {
    /// Weights by column, fitted on the chosen rows.
    fn fit(&self, chosen: &[usize], cost: f32) -> Vec<Vec<f32>> {
        let mut counts = vec![0_usize; self.labels];
        for &row in chosen {
            counts[self.truth[row]] += 1;
        }
        let columns: Vec<usize> = match self.labels {
            2 => vec![1],
            labels => (0..labels).collect(),
        };
        columns
            .into_iter()
            .map(|label| {
                let share = chosen.len() as f32 / (2.0 * counts[label].max(1) as f32);
                let favour = libm::powf(share, self.balance);
                let positive = |row: usize| self.truth[row] == label;
                let scale = telling(self.rows, chosen, &positive);
                solve(self.rows, chosen, &positive, cost, favour, &scale)
            })
            .collect()
    }

    fn trial(&self, cost: f32) -> Trial {
        let (mut decisions, mut rows) = (Vec::new(), Vec::new());
        for Fold { seen, held_out } in &self.folds {
            let weights = self.fit(seen, cost);
            for &row in held_out {
                let decided = weights.iter().map(|weights| self.rows.decide(row, weights));
                decisions.push(decided.collect::<Vec<f32>>());
                rows.push(row);
            }
        }
        let truth: Vec<usize> = rows.iter().map(|&row| self.truth[row]).collect();
        let calibration = calibration::fit(&decisions, &truth);
        let judged: Vec<Vec<f32>> = decisions
            .iter()
            .map(|decision| {
                let logits = decision
                    .iter()
                    .zip(&calibration.offsets)
                    .map(|(decision, offset)| calibration.slope * decision + offset);
                probabilities(logits)
            })
            .collect();
        let tilts = calibration::tilts(&judged, &truth, self.labels);
        let mut held_out = Confusion::new(self.labels);
        let mut scores = vec![Vec::new(); self.truth.len()];
        for (judged, row) in judged.into_iter().zip(rows) {
            held_out.note(self.truth[row], calibration::tilted(&judged, &tilts));
            scores[row] = judged;
        }
        Trial {
            held_out,
            calibration,
            tilts,
            scores,
        }
    }
}
