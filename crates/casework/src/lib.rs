//! The life of a case: commands become events, events fold into cases.
//!
//! Pure: no clock, no randomness, no IO. The browser's outbox and the server run the same
//! code, so what an agent sees before the server has answered is what the server decides
//! when nobody else was first.
//!
//! - [`decide()`]: may this be done, and what happens then ([`Made`]: the ids it is given)
//! - [`happened`]: what was decided, as lines of the log
//! - [`fold()`]: the case that follows from its events
//! - [`check`]: sizes and shapes of what came from outside
//! - [`queue`]: the order in which cases are listed

pub mod check;
pub mod decide;
pub mod fold;
pub mod queue;
pub mod record;

pub use decide::decide;
pub use fold::{fold, replay};
pub use record::{MOST_EVENTS, Made, Words, happened, words};
