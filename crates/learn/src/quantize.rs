//! From weights to one byte each.

use crate::calibration::Calibration;
use crate::features::EXTRAS;
use crate::model::Model;
use crate::rows::Rows;
use crate::train::Settings;

/// Rounds weights; the largest of a column becomes 127, and rarity is folded in.
pub(crate) fn quantized(
    labels: Vec<String>,
    settings: Settings,
    rows: &Rows,
    weights: &[Vec<f32>],
    calibration: Calibration,
    tilts: Vec<f32>,
) -> Model {
    let columns = weights.len();
    let buckets = rows.buckets();
    let mut model = Model {
        labels,
        bits: settings.bits,
        table: vec![0; buckets * columns],
        scales: Vec::with_capacity(columns),
        extras: vec![0.0; EXTRAS * columns],
        bias: Vec::with_capacity(columns),
        slope: calibration.slope,
        offsets: calibration.offsets,
        tilts,
    };
    for (column, weights) in weights.iter().enumerate() {
        let folded = |bucket: usize| weights[bucket] * rows.rarity()[bucket];
        let largest = (0..buckets).fold(0.0_f32, |most, bucket| most.max(folded(bucket).abs()));
        let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        for bucket in 0..buckets {
            let steps = libm::roundf(folded(bucket) / scale).clamp(-127.0, 127.0);
            model.table[bucket * columns + column] = steps as i8;
        }
        for extra in 0..EXTRAS {
            model.extras[extra * columns + column] = weights[buckets + extra] * settings.counts;
        }
        model.scales.push(scale);
        model.bias.push(weights[buckets + EXTRAS]);
    }
    model
}
