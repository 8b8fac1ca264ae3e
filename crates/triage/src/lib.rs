//! Signals, and the priority that follows from them.
//!
//! [`Triager::triage`] reads a post once (`reading`), decides what it is (`verdict`), lets
//! every signal speak ([`SIGNALS`]), and adds up. Rules and lexicons
//! only: the same post and context give the same answer everywhere.

mod lexicon;
mod line;
mod mentions;
mod reading;
mod signal;
mod signals;
mod topics;
mod triager;
mod verdict;

pub use signal::{Signal, View};
pub use signals::SIGNALS;
pub use triager::Triager;
