//! A model as bytes.
//!
//! `TVMODEL1`, bits (u8), labels (u16), each label (u16 length, UTF-8), then little-endian
//! f32s: slope, offsets, tilts, scales, biases, weights of counts; last the table, one byte a
//! bucket and column.

use crate::features::EXTRAS;
use crate::model::Model;

const MAGIC: &[u8; 8] = b"TVMODEL1";
const BITS: std::ops::RangeInclusive<u8> = 4..=20;
const MOST_LABELS: usize = 256;

/// Why bytes are no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Something else.
    #[error("this is no model: it does not begin with TVMODEL1")]
    NoModel,
    /// Fewer or more bytes than the model says it has.
    #[error("the model is cut off or has bytes too many")]
    Length,
    /// Figures no model has.
    #[error("the model is damaged: {0}")]
    Damaged(&'static str),
}

impl Model {
    /// The model as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(self.bits);
        put_length(&mut bytes, self.labels.len());
        for label in &self.labels {
            put_length(&mut bytes, label.len());
            bytes.extend(label.as_bytes());
        }
        let lists = [
            std::slice::from_ref(&self.slope),
            &self.offsets,
            &self.tilts,
            &self.scales,
            &self.bias,
            &self.extras,
        ];
        for value in lists.into_iter().flatten() {
            bytes.extend(value.to_le_bytes());
        }
        bytes.extend(self.table.iter().map(|weight| weight.cast_unsigned()));
        bytes
    }

    /// Reads a model.
    ///
    /// # Errors
    /// See [`ModelError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NoModel)?;
        let bits = take(&mut rest, 1)?[0];
        if !BITS.contains(&bits) {
            return Err(ModelError::Damaged("its table has an impossible size"));
        }
        let count = length(&mut rest)?;
        if !(2..=MOST_LABELS).contains(&count) {
            return Err(ModelError::Damaged("it has too few or too many labels"));
        }
        let mut labels = Vec::with_capacity(count);
        for _ in 0..count {
            let size = length(&mut rest)?;
            let label = std::str::from_utf8(take(&mut rest, size)?);
            labels.push(
                label
                    .map_err(|_| ModelError::Damaged("a label is no text"))?
                    .to_owned(),
            );
        }
        let columns = Self::columns_of(count);
        let slope = floats(&mut rest, 1)?[0];
        let offsets = floats(&mut rest, columns)?;
        let tilts = floats(&mut rest, count)?;
        let scales = floats(&mut rest, columns)?;
        let bias = floats(&mut rest, columns)?;
        let extras = floats(&mut rest, EXTRAS * columns)?;
        let table = take(&mut rest, columns << bits)?;
        if !rest.is_empty() {
            return Err(ModelError::Length);
        }
        Ok(Self {
            labels,
            bits,
            table: table.iter().map(|byte| byte.cast_signed()).collect(),
            scales,
            extras,
            bias,
            slope,
            offsets,
            tilts,
        })
    }
}

fn put_length(bytes: &mut Vec<u8>, length: usize) {
    bytes.extend(u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes());
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Result<&'b [u8], ModelError> {
    let (taken, left) = rest.split_at_checked(count).ok_or(ModelError::Length)?;
    *rest = left;
    Ok(taken)
}

fn length(rest: &mut &[u8]) -> Result<usize, ModelError> {
    let bytes = take(rest, 2)?;
    Ok(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
}

fn floats(rest: &mut &[u8], count: usize) -> Result<Vec<f32>, ModelError> {
    let values: Vec<f32> = take(rest, 4 * count)?
        .chunks_exact(4)
        .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        .collect();
    if values.iter().all(|value| value.is_finite()) {
        Ok(values)
    } else {
        Err(ModelError::Damaged("a weight is no number"))
    }
}
