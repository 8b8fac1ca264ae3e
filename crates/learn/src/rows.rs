//! Training texts as rows of a sparse matrix.

use crate::features::{EXTRAS, Features};
use crate::model::norm;

/// Rows: buckets first, counts after them.
pub(crate) struct Rows {
    buckets: usize,
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f32>,
    /// How telling each bucket is: rare ones more.
    rarity: Vec<f32>,
}

impl Rows {
    /// Rows of texts, for a table of 2^bits buckets. Counts weigh `counts` beside n-grams.
    pub(crate) fn new(texts: &[Features], bits: u8, counts: f32) -> Self {
        let buckets = 1_usize << bits;
        let mask = (1_u32 << bits) - 1;
        let rarity = rarity(texts, mask);
        let mut rows = Self {
            buckets,
            starts: vec![0],
            columns: Vec::new(),
            values: Vec::new(),
            rarity,
        };
        let mut cells = Vec::new();
        for text in texts {
            cells.clear();
            for part in [&text.words, &text.chars] {
                let weight = norm(part.len());
                cells.extend(part.iter().map(|bucket| {
                    let column = bucket & mask;
                    (column, weight * rows.rarity[column as usize])
                }));
            }
            let first = u32::try_from(buckets).unwrap_or(u32::MAX);
            cells.extend(
                text.extras
                    .iter()
                    .filter(|extra| extra.tenths > 0)
                    .map(|extra| {
                        let value = f32::from(extra.tenths) * 0.1 * counts;
                        (first + u32::from(extra.id), value)
                    }),
            );
            rows.push(&mut cells);
        }
        rows
    }

    fn push(&mut self, cells: &mut [(u32, f32)]) {
        cells.sort_by_key(|(column, _)| *column);
        let start = self.columns.len();
        for &(column, value) in cells.iter() {
            if self.columns.len() > start && self.columns.last() == Some(&column) {
                if let Some(last) = self.values.last_mut() {
                    *last += value;
                }
            } else {
                self.columns.push(column);
                self.values.push(value);
            }
        }
        self.starts.push(self.columns.len());
    }

    /// Columns in all.
    pub(crate) const fn width(&self) -> usize {
        self.buckets + EXTRAS
    }

    /// Buckets.
    pub(crate) const fn buckets(&self) -> usize {
        self.buckets
    }

    /// How telling each bucket is.
    pub(crate) fn rarity(&self) -> &[f32] {
        &self.rarity
    }

    pub(crate) fn row(&self, row: usize) -> (&[u32], &[f32]) {
        let range = self.starts[row]..self.starts[row + 1];
        (&self.columns[range.clone()], &self.values[range])
    }

    /// The square of a row's length, its values scaled.
    pub(crate) fn squared(&self, row: usize, scale: &[f32]) -> f32 {
        let (columns, values) = self.row(row);
        let scaled = columns
            .iter()
            .zip(values)
            .map(|(&column, value)| value * scale[column as usize]);
        scaled.map(|value| value * value).sum()
    }

    /// What weights (the last is the bias) decide on a row.
    pub(crate) fn decide(&self, row: usize, weights: &[f32]) -> f32 {
        let (columns, values) = self.row(row);
        let sum: f32 = columns
            .iter()
            .zip(values)
            .map(|(&column, value)| weights[column as usize] * value)
            .sum();
        sum + weights[self.width()]
    }
}

/// Inverse document frequency, on average 1 over the n-grams met.
fn rarity(texts: &[Features], mask: u32) -> Vec<f32> {
    let buckets = mask as usize + 1;
    let mut met = vec![0_u32; buckets];
    let mut last = vec![usize::MAX; buckets];
    for (row, text) in texts.iter().enumerate() {
        for bucket in text.words.iter().chain(&text.chars) {
            let bucket = (bucket & mask) as usize;
            if last[bucket] != row {
                last[bucket] = row;
                met[bucket] += 1;
            }
        }
    }
    let all = texts.len() as f32;
    let rare: Vec<f32> = met
        .iter()
        .map(|&met| libm::logf((1.0 + all) / (1.0 + met as f32)) + 1.0)
        .collect();
    let (sum, count) =
        rare.iter()
            .zip(&met)
            .fold((0.0_f64, 0.0_f64), |(sum, count), (rare, &met)| {
                (
                    sum + f64::from(*rare) * f64::from(met),
                    count + f64::from(met),
                )
            });
    let mean = if count > 0.0 {
        (sum / count) as f32
    } else {
        1.0
    };
    rare.iter().map(|rare| rare / mean).collect()
}
