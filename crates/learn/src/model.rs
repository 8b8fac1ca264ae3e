//! A trained model, and several of them read together.

use crate::calibration::tilted;
use crate::features::{EXTRAS, Features};

/// One linear model: what `toonvast train` writes and a head of triage is.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What it tells apart, at least two, in order.
    pub(crate) labels: Vec<String>,
    /// The table has 2^bits buckets.
    pub(crate) bits: u8,
    /// One byte a bucket and column, buckets first. Two labels share one column.
    pub(crate) table: Vec<i8>,
    /// What one step of a byte is worth, by column.
    pub(crate) scales: Vec<f32>,
    /// Weights of counts, [`EXTRAS`] times columns.
    pub(crate) extras: Vec<f32>,
    /// By column.
    pub(crate) bias: Vec<f32>,
    /// A probability's logit is slope × decision + offset.
    pub(crate) slope: f32,
    /// By column.
    pub(crate) offsets: Vec<f32>,
    /// By label: how far the choice leans towards it.
    pub(crate) tilts: Vec<f32>,
}

impl Model {
    /// What it tells apart.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// Columns of a model of so many labels.
    #[must_use]
    pub(crate) const fn columns_of(labels: usize) -> usize {
        if labels == 2 { 1 } else { labels }
    }

    pub(crate) fn columns(&self) -> usize {
        Self::columns_of(self.labels.len())
    }

    /// How likely decisions, one a column, make each label.
    fn scores(&self, decisions: &[f32]) -> Vec<f32> {
        let logits = self
            .offsets
            .iter()
            .zip(decisions)
            .map(|(offset, decision)| self.slope * decision + offset);
        probabilities(logits)
    }

    /// What decisions, one a column, come to.
    fn classified(&self, decisions: &[f32]) -> Classified {
        let scores = self.scores(decisions);
        Classified {
            label: tilted(&scores, &self.tilts),
            scores,
        }
    }
}

/// A label and how sure the model is of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Classified {
    /// Place of the label chosen: the likeliest, except that a rare one is preferred to a
    /// common one that is hardly likelier.
    pub label: usize,
    /// Probabilities of the labels, 0 to 1, together 1.
    pub scores: Vec<f32>,
}

impl Classified {
    /// The probabilities in whole thousandths, for those who reckon in integers.
    pub fn per_mille(&self) -> impl Iterator<Item = u16> {
        let whole = |score: &f32| libm::roundf(score.clamp(0.0, 1.0) * 1000.0) as u16;
        self.scores.iter().map(whole)
    }
}

/// A model of any number of labels, ready to be asked.
#[derive(Debug, Clone)]
pub struct Classifier {
    model: Model,
}

impl Classifier {
    /// Asks this model.
    #[must_use]
    pub const fn new(model: Model) -> Self {
        Self { model }
    }

    /// What the model makes of a text.
    #[must_use]
    pub fn classify(&self, features: &Features) -> Classified {
        let model = &self.model;
        let columns = model.columns();
        let mut decisions = model.bias.clone();
        for part in [&features.words, &features.chars] {
            let mut sums = vec![0_i32; columns];
            for bucket in part {
                let start = (bucket & ((1 << model.bits) - 1)) as usize * columns;
                for (sum, weight) in sums.iter_mut().zip(&model.table[start..]) {
                    *sum += i32::from(*weight);
                }
            }
            let norm = norm(part.len());
            for ((decision, sum), scale) in decisions.iter_mut().zip(sums).zip(&model.scales) {
                *decision += scale * sum as f32 * norm;
            }
        }
        for extra in &features.extras {
            let weights = &model.extras[usize::from(extra.id) * columns..];
            for (decision, weight) in decisions.iter_mut().zip(weights) {
                *decision += f32::from(extra.tenths) * 0.1 * weight;
            }
        }
        model.classified(&decisions)
    }
}

/// Most columns that are read together.
pub const COLUMNS: usize = 32;

/// Half-words a processor adds at a time.
const LANES: usize = 8;

/// Models of the same size read together: their bytes stand side by side, so that a bucket
/// is looked up once for all.
#[derive(Debug, Clone)]
pub struct Heads {
    models: Vec<Model>,
    /// Where each model's columns begin.
    starts: Vec<usize>,
    mask: u32,
    table: Vec<[[i8; LANES]; COLUMNS / LANES]>,
    scales: [f32; COLUMNS],
    bias: [f32; COLUMNS],
    extras: Vec<[f32; COLUMNS]>,
}

/// Sums over a text's features, by column: the decisions of all heads.
pub type Decisions = [f32; COLUMNS];

impl Heads {
    /// Reads models together; those of another size than the first, or past [`COLUMNS`]
    /// columns in all, give nothing.
    #[must_use]
    pub fn new(models: Vec<Model>) -> Option<Self> {
        let bits = models.first()?.bits;
        let columns: usize = models.iter().map(Model::columns).sum();
        if columns > COLUMNS || models.iter().any(|model| model.bits != bits) {
            return None;
        }
        let mut heads = Self {
            starts: Vec::with_capacity(models.len()),
            mask: (1 << bits) - 1,
            table: vec![[[0; LANES]; COLUMNS / LANES]; 1 << bits],
            scales: [0.0; COLUMNS],
            bias: [0.0; COLUMNS],
            extras: vec![[0.0; COLUMNS]; EXTRAS],
            models: Vec::new(),
        };
        let mut start = 0;
        for model in &models {
            heads.join(model, start);
            heads.starts.push(start);
            start += model.columns();
        }
        heads.models = models;
        for model in &mut heads.models {
            model.table = Vec::new();
        }
        Some(heads)
    }

    fn join(&mut self, model: &Model, start: usize) {
        let columns = model.columns();
        let range = start..start + columns;
        for (row, bytes) in self.table.iter_mut().zip(model.table.chunks_exact(columns)) {
            row.as_flattened_mut()[range.clone()].copy_from_slice(bytes);
        }
        for (row, weights) in self
            .extras
            .iter_mut()
            .zip(model.extras.chunks_exact(columns))
        {
            row[range.clone()].copy_from_slice(weights);
        }
        self.scales[range.clone()].copy_from_slice(&model.scales);
        self.bias[range].copy_from_slice(&model.bias);
    }

    /// The decisions on a text.
    #[must_use]
    pub fn decide(&self, features: &Features) -> Decisions {
        let words = self.sum(&features.words);
        let chars = self.sum(&features.chars);
        let (words_norm, chars_norm) = (norm(features.words.len()), norm(features.chars.len()));
        let mut decisions = self.bias;
        for (column, decision) in decisions.iter_mut().enumerate() {
            *decision += self.scales[column]
                * (words[column] as f32 * words_norm + chars[column] as f32 * chars_norm);
        }
        for extra in features.extras.iter().filter(|extra| extra.tenths > 0) {
            let value = f32::from(extra.tenths) * 0.1;
            let weights = &self.extras[usize::from(extra.id)];
            for (decision, weight) in decisions.iter_mut().zip(weights) {
                *decision += value * weight;
            }
        }
        decisions
    }

    /// Sums in halves of a word, which processors add eight and more at a time, and as often
    /// as such a sum could overflow into whole words.
    fn sum(&self, buckets: &[u32]) -> [i32; COLUMNS] {
        const SAFE: usize = (i16::MAX / i8::MAX as i16) as usize;
        let mut sums = [0_i32; COLUMNS];
        for run in buckets.chunks(SAFE) {
            let mut part = [[0_i16; LANES]; COLUMNS / LANES];
            for bucket in run {
                let row = &self.table[(bucket & self.mask) as usize];
                for (sums, weights) in part.iter_mut().zip(row) {
                    for (sum, weight) in sums.iter_mut().zip(weights) {
                        *sum += i16::from(*weight);
                    }
                }
            }
            for (sum, part) in sums.iter_mut().zip(part.as_flattened()) {
                *sum += i32::from(*part);
            }
        }
        sums
    }

    /// How likely the decisions make each label of a head, 0 to 1, together 1.
    #[must_use]
    pub fn scores(&self, head: usize, decisions: &Decisions) -> Vec<f32> {
        self.models[head].scores(&decisions[self.starts[head]..])
    }

    /// How much each part of a text speaks for a head's label rather than for the others.
    #[must_use]
    pub fn weigh(
        &self,
        head: usize,
        label: usize,
        whole: &Features,
        parts: &[Features],
    ) -> Vec<f32> {
        let (Some(model), Some(&start)) = (self.models.get(head), self.starts.get(head)) else {
            return vec![0.0; parts.len()];
        };
        let columns = model.columns();
        let (words_norm, chars_norm) = (norm(whole.words.len()), norm(whole.chars.len()));
        let weight = |part: &Features| {
            let (words, chars) = (self.sum(&part.words), self.sum(&part.chars));
            let said = |column: usize| {
                self.scales[column]
                    * (words[column] as f32 * words_norm + chars[column] as f32 * chars_norm)
            };
            if columns == 1 {
                return if label == 1 {
                    said(start)
                } else {
                    -said(start)
                };
            }
            let all: f32 = (start..start + columns).map(said).sum();
            let own = said(start + label);
            own - (all - own) / (columns - 1) as f32
        };
        parts.iter().map(weight).collect()
    }

    /// How far decisions are from a head's right label: the slope of its loss, by column.
    pub(crate) fn errors(&self, head: usize, label: usize, decisions: &Decisions) -> Decisions {
        let mut errors = [0.0; COLUMNS];
        let (Some(model), Some(&start)) = (self.models.get(head), self.starts.get(head)) else {
            return errors;
        };
        let scores = model.scores(&decisions[start..]);
        if model.columns() == 1 {
            errors[start] = scores[1] - if label == 1 { 1.0 } else { 0.0 };
        } else {
            for (column, score) in scores.iter().enumerate() {
                errors[start + column] = score - if column == label { 1.0 } else { 0.0 };
            }
        }
        errors
    }

    pub(crate) const fn mask(&self) -> u32 {
        self.mask
    }

    /// What a head tells apart.
    #[must_use]
    pub fn labels(&self, head: usize) -> &[String] {
        &self.models[head].labels
    }
}

/// Longer texts have more n-grams: each counts by the root of their number.
pub(crate) fn norm(count: usize) -> f32 {
    if count == 0 {
        return 0.0;
    }
    // Counts stay far below 2^24, so nothing is lost.
    1.0 / libm::sqrtf(count as f32)
}

/// Probabilities from logits; one logit stands for the second of two labels.
pub(crate) fn probabilities(logits: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut scores: Vec<f32> = logits.collect();
    if let [only] = scores[..] {
        let second = 1.0 / (1.0 + libm::expf(-only));
        return vec![1.0 - second, second];
    }
    let most = scores.iter().fold(f32::MIN, |most, score| most.max(*score));
    let mut sum = 0.0;
    for score in &mut scores {
        *score = libm::expf(*score - most);
        sum += *score;
    }
    for score in &mut scores {
        *score /= sum;
    }
    scores
}

/// The first of the largest.
pub(crate) fn largest(scores: &[f32]) -> usize {
    let ranked = scores.iter().enumerate().rev();
    ranked
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map_or(0, |(at, _)| at)
}
