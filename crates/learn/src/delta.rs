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
/// what they add, by column. Two hundred honest lessons stay within it. A text's n-grams and
/// counts together are seldom longer than 2, so no decision moves by more than twice this.
pub const REACH: f32 = 0.7;
/// Lessons kept, the newest: with more, old habits are unlearnt.
pub const LESSONS: usize = 2_000;
/// Rounds over the lessons, and how much one lesson moves in the first. More of either learns
/// the lessons by heart and judges other posts worse (measured on two brands held out of the
/// corpus, 200 lessons each).
const ROUNDS: usize = 8;
const STEP: f32 = 0.02;
/// How much counts move beside words: they are common to most posts.
const COUNTS_STEP: f32 = 0.003;

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
            *bias += step * error;
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
            meet(
                COUNTS + u32::from(extra.id),
                f32::from(extra.tenths) * COUNTS_STEP,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Delta, Lesson, REACH};
    use crate::features::Features;
    use crate::model::Heads;
    use crate::train::{Example, Settings, train};

    fn heads() -> Heads {
        let example = |text: &str, label: &str| Example {
            features: Features::of(text),
            label: label.to_owned(),
            group: None,
        };
        let examples: Vec<Example> = (0..40)
            .flat_map(|n| {
                [
                    example(&format!("wat een fijne fiets nummer {n}"), "praise"),
                    example(&format!("waar blijft mijn fiets nummer {n}?"), "question"),
                ]
            })
            .collect();
        let settings = Settings {
            bits: 12,
            ..Settings::default()
        };
        Heads::new(vec![train(&examples, settings).unwrap().0]).unwrap()
    }

    fn lesson(text: &str, label: usize, teacher: u32) -> Lesson {
        Lesson {
            features: Features::of(text),
            head: 0,
            label,
            teacher,
        }
    }

    fn decision(heads: &Heads, taught: &Delta, text: &str) -> f32 {
        let features = Features::of(text);
        let mut decisions = heads.decide(&features);
        taught.shift(&features, &mut decisions);
        decisions[0]
    }

    #[test]
    fn lessons_move_what_is_like_them_and_none_undo_it_all() {
        let heads = heads();
        let text = "kek ding zeg, die fluitfiets";
        let lessons: Vec<Lesson> = (0..20).map(|_| lesson(text, 0, 1)).collect();
        let taught = Delta::learn(&heads, &lessons);
        let before = decision(&heads, &Delta::default(), text);
        assert!(decision(&heads, &taught, text) < before);
        assert_eq!(
            taught,
            Delta::learn(&heads, &lessons),
            "the same lessons, the same weights"
        );
        let none = Delta::learn(&heads, &[]);
        assert!(none.is_empty());
        assert!((decision(&heads, &none, text) - before).abs() < f32::EPSILON);
    }

    #[test]
    fn one_person_reaches_only_so_far() {
        let heads = heads();
        let text = "wat een fijne fiets";
        let poison: Vec<Lesson> = (0..1_500).map(|_| lesson(text, 1, 7)).collect();
        let taught = Delta::learn(&heads, &poison);
        let moved = decision(&heads, &taught, text) - decision(&heads, &Delta::default(), text);
        assert!(moved > 0.0 && moved <= 2.0 * REACH, "{moved}");
        let two: Vec<Lesson> = (0..1_500).map(|n| lesson(text, 1, n % 2)).collect();
        let together = Delta::learn(&heads, &two);
        assert!(decision(&heads, &together, text) > decision(&heads, &taught, text));
    }
}
