//! The life of a case: commands become events, events fold into cases.
//!
//! Pure: no clock, no randomness, no IO. The browser's outbox and the server run the same
//! code, so what an agent sees before the server has answered is what the server decides
//! when nobody else was first.
//!
//! - [`decide()`]: may this be done, and what happens then ([`Made`]: the ids it is given)
//! - [`happened`]: what was decided, as lines of the log
//! - [`fold()`]: the case that follows from its events
//! - [`lessons()`]: what agents set right, to be learnt from
//! - [`quality()`]: how replies were, by colleague and week
//! - [`check`]: sizes and shapes of what came from outside
//! - [`queue`]: the order in which cases are listed
//! - [`story()`]: what the timeline of a case tells

pub mod check;
pub mod decide;
pub mod fold;
pub mod lessons;
pub mod quality;
pub mod queue;
pub mod record;
pub mod story;

pub use decide::decide;
pub use fold::{fold, replay};
pub use lessons::{SetRight, Taught, lessons};
pub use quality::{Whose, quality};
pub use record::{MOST_EVENTS, Made, Words, happened, words};
pub use story::story;
