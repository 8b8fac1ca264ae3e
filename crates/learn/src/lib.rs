//! The learner: labelled texts in, a small linear model out.
//!
//! A text becomes [`Features`]: hashed word and character n-grams, and counts (polarity of
//! its words, punctuation, emoji …). [`train()`] fits one linear model a label by dual coordinate
//! descent, chooses its strength by cross-validation, calibrates it and rounds it to one
//! byte a weight. A [`Model`] tells labels and probabilities, and [`Delta`] lets a team's
//! corrections move it. Training and prediction give the same bits on every machine: no
//! clock, no threads, no random source but a fixed one, functions of `libm`.

mod calibration;
mod delta;

mod features;
mod folds;
mod format;
mod gram;
pub mod measure;
mod model;
mod mood;
mod polarity;
mod quantize;
mod rows;
mod solver;
mod telling;
mod train;

pub use delta::{Delta, LESSONS, Lesson, REACH};
pub use features::{EXTRAS, Extra, Features, OWN_EXTRAS};
pub use folds::ALWAYS_SEEN;
pub use format::ModelError;
pub use gram::hash;
pub use model::{COLUMNS, Classified, Classifier, Decisions, Heads, Model};
pub use train::{Example, Report, Settings, TrainError, train};
