//! What a team's corrections add to a model: small, bounded, and taken back as easily.

use crate::features::{EXTRAS, Features};
use crate::model::{COLUMNS, Decisions, Heads, norm};
use std::collections::BTreeMap;

/// One thing taught: these features, for this head, are this label.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// The post.
    pub features: Features,
    /// The head taught.
    pub head: usize,
    /// The place of the right label.
    pub label: usize,
    /// Who taught it; nobody's lessons together move the model further than [`REACH`].
    pub teacher: u32,
}

/// How far all the lessons of one person together may move the weights: the length of
/// what they add. A text's decision moves by at most twice this.
pub const REACH: f32 = 6.0;
/// Lessons kept, the newest: with more, old habits are unlearnt.
pub const LESSONS: usize = 2_000;
/// Rounds over the lessons.
const ROUNDS: usize = 12;
/// How much one lesson moves.
const STEP: f32 = 0.35;

/// Weights beside a model's, for buckets and counts met in lessons only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Delta {
    mask: u32,
    rows: BTreeMap<u32, [f32; COLUMNS]>,
    bias: [f32; COLUMNS],
}

/// Counts stand behind the buckets.
const COUNTS: u32 = u32::MAX - EXTRAS as u32;

impl Delta {
    /// Learns from lessons, oldest first; the same lessons give the same weights everywhere.
    #[must_use]
    pub fn learn(heads: &Heads, lessons: &[Lesson]) -> Self {
        let lessons = &lessons[lessons.len().saturating_sub(LESSONS)..];
        let mut teachers: BTreeMap<u32, Self> = BTreeMap::new();
        let seen: Vec<Decisions> = lessons
            .iter()
            .map(|lesson| heads.decide(&lesson.features))
            .collect();
        let mut together = Self::empty(heads);
        for round in 0..ROUNDS {
            let step = STEP / (1.0 + round as f32 * 0.5);
            for (lesson, decided) in lessons.iter().zip(&seen) {
                let mut decisions = *decided;
                together.shift(&lesson.features, &mut decisions);
                let errors = heads.errors(lesson.head, lesson.label, &decisions);
                let own = teachers
                    .entry(lesson.teacher)
                    .or_insert_with(|| Self::empty(heads));
                own.add(&lesson.features, &errors, -step);
                together.add(&lesson.features, &errors, -step);
            }
            together = Self::empty(heads);
            for own in teachers.values_mut() {
                own.shorten(REACH);
                together.join(own);
            }
        }
        together
    }

    fn empty(heads: &Heads) -> Self {
        Self {
            mask: heads.mask(),
            ..Self::default()
        }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Moves decisions on a text.
    pub fn shift(&self, features: &Features, decisions: &mut Decisions) {
        if self.rows.is_empty() {
            return;
        }
        for (decision, bias) in decisions.iter_mut().zip(&self.bias) {
            *decision += bias;
        }
        each(features, self.mask, &mut |row, value| {
            if let Some(weights) = self.rows.get(&row) {
                for (decision, weight) in decisions.iter_mut().zip(weights) {
                    *decision += value * weight;
                }
            }
        });
    }

    fn add(&mut self, features: &Features, errors: &Decisions, step: f32) {
        for (bias, error) in self.bias.iter_mut().zip(errors) {
            *bias += 0.3 * step * error;
        }
        let rows = &mut self.rows;
        each(features, self.mask, &mut |row, value| {
            let weights = rows.entry(row).or_insert([0.0; COLUMNS]);
            for (weight, error) in weights.iter_mut().zip(errors) {
                *weight += step * error * value;
            }
        });
    }

    fn join(&mut self, other: &Self) {
        for (row, weights) in &other.rows {
            let mine = self.rows.entry(*row).or_insert([0.0; COLUMNS]);
            for (weight, other) in mine.iter_mut().zip(weights) {
                *weight += other;
            }
        }
        for (bias, other) in self.bias.iter_mut().zip(&other.bias) {
            *bias += other;
        }
    }

    /// Shortens the weights of each column to a length.
    fn shorten(&mut self, most: f32) {
        let mut squares = self.bias.map(|bias| bias * bias);
        for weights in self.rows.values() {
            for (square, weight) in squares.iter_mut().zip(weights) {
                *square += weight * weight;
            }
        }
        let factors = squares.map(|square| {
            let length = libm::sqrtf(square);
            if length > most { most / length } else { 1.0 }
        });
        if factors.iter().all(|factor| *factor >= 1.0) {
            return;
        }
        for weights in self.rows.values_mut() {
            for (weight, factor) in weights.iter_mut().zip(&factors) {
                *weight *= factor;
            }
        }
        for (bias, factor) in self.bias.iter_mut().zip(&factors) {
            *bias *= factor;
        }
    }
}

/// Every bucket and count of a text, with its value.
fn each(features: &Features, mask: u32, meet: &mut dyn FnMut(u32, f32)) {
    for part in [&features.words, &features.chars] {
        let value = norm(part.len());
        for bucket in part {
            meet(bucket & mask, value);
        }
    }
    for extra in &features.extras {
        if extra.tenths > 0 {
            // Counts move less than words: they are common to most posts.
            meet(COUNTS + u32::from(extra.id), f32::from(extra.tenths) * 0.02);
        }
    }
}
