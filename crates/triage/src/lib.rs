//! Signals, and the priority that follows from them.
//!
//! [`Triager::triage`] reads a post once (`reading`), judges it by what was learnt from the
//! corpus (`judge`), decides what it is (`verdict`), lets every signal speak ([`SIGNALS`]),
//! and adds up (`reckoning`). The same post, context and lessons give the same answer
//! everywhere. [`training`] makes the weights.

mod explain;
mod judge;
mod lesson;
mod lexicon;
mod mentions;
mod outcome;
mod reading;
mod reckoning;
mod signal;
mod signals;
mod topics;
pub mod training;
mod trend;
mod triager;
mod verdict;

pub use explain::{Behind, Weight};
pub use lesson::Lesson;
pub use signal::{Signal, View};
pub use signals::SIGNALS;
pub use trend::{Recent, Sketch};
pub use triager::Triager;
