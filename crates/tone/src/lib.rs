//! The tone guide, checked: rules as data, kinds of checks as code.
//!
//! A rule is a file in `rules/<lang>/<id>.toml`: doc, examples and tests at once. A kind of
//! check is a file in `src/checks/`. A brand's house rules have the same format and run the
//! same way.

mod acts;
mod built_in;
mod checker;
mod checks;
mod examples;
pub mod measure;
mod personal;
mod phrases;
mod promise;
mod reading;
mod reply_kind;
mod voice;

pub use built_in::rules;
pub use checker::{Checker, MOST_BYTES};
pub use examples::{ExampleFailure, ExampleFault, run_examples};
pub use promise::{Day, Part, Promise, Term, Time, promise};
pub use reply_kind::reply_kind;
