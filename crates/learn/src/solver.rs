//! One label against the rest: a linear support vector machine with squared hinge loss,
//! by dual coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008,
//! algorithm 1).

use crate::rows::Rows;

/// Rounds over all rows at the most.
const ROUNDS: usize = 60;
/// It stops when no row moves more than this.
const TOLERANCE: f32 = 0.02;

/// The weights that tell `positive` rows from the others; the last is the bias.
///
/// `cost` is how much a row's error costs; those of positive rows cost `favour` times as much.
/// `scale` is what each column's values count for; it is folded into the weights.
pub(crate) fn solve(
    rows: &Rows,
    chosen: &[usize],
    positive: &dyn Fn(usize) -> bool,
    cost: f32,
    favour: f32,
    scale: &[f32],
) -> Vec<f32> {
    let mut weights = vec![0.0_f32; rows.width() + 1];
    let bias = rows.width();
    let mut alpha = vec![0.0_f32; chosen.len()];
    let sides: Vec<f32> = chosen
        .iter()
        .map(|&row| if positive(row) { 1.0 } else { -1.0 })
        .collect();
    let diagonal = |side: f32| 0.5 / if side > 0.0 { cost * favour } else { cost };
    let lengths: Vec<f32> = chosen
        .iter()
        .zip(&sides)
        .map(|(&row, &side)| rows.squared(row, scale) + 1.0 + diagonal(side))
        .collect();
    let mut order: Vec<usize> = (0..chosen.len()).collect();
    let mut dice = Dice::new();
    for _ in 0..ROUNDS {
        dice.shuffle(&mut order);
        let mut most = 0.0_f32;
        for &at in &order {
            let side = sides[at];
            let (columns, values) = rows.row(chosen[at]);
            let mut decision = weights[bias];
            for (&column, &value) in columns.iter().zip(values) {
                let column = column as usize;
                decision += weights[column] * value * scale[column];
            }
            let slope = side * decision - 1.0 + diagonal(side) * alpha[at];
            let held = alpha[at] <= 0.0 && slope > 0.0;
            if held {
                continue;
            }
            most = most.max(slope.abs());
            let before = alpha[at];
            alpha[at] = (before - slope / lengths[at]).max(0.0);
            let step = (alpha[at] - before) * side;
            for (&column, &value) in columns.iter().zip(values) {
                let column = column as usize;
                weights[column] += step * value * scale[column];
            }
            weights[bias] += step;
        }
        if most < TOLERANCE {
            break;
        }
    }
    for (weight, scale) in weights.iter_mut().zip(scale) {
        *weight *= scale;
    }
    weights
}

/// A fixed source of shuffles (xorshift), so that training gives the same bytes every time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    const fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let other = (self.next() % (last as u64 + 1)) as usize;
            order.swap(last, other);
        }
    }
}
