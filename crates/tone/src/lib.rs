//! The tone guide, checked: rules as data, kinds of checks as code.
//!
//! A rule is a file in `rules/<lang>/<id>.toml`: doc, examples and tests at once. A kind of
//! check is a file in `src/checks/`. A brand's house rules have the same format and run the
//! same way.
//!
//! Beside the findings stand the meters (`src/meters/`), which advise and decide nothing: human
//! voice, reading ease, risks of being taken wrongly, and content and style scored apart. Their
//! words are data too: `voice/`, `plain/`, `misreading/`, a file a language.

mod acts;
mod around;
mod built_in;
mod checker;
mod checks;
mod examples;
mod grammar;
pub mod measure;
mod meters;
mod names;
mod note;
mod personal;
mod phrases;
mod promise;
mod proposal;
mod reading;
mod recent;
mod reply_kind;
mod voice;

pub use around::Around;
pub use built_in::rules;
pub use checker::{Checker, MOST_BYTES};
pub use examples::{ExampleFailure, ExampleFault, run_examples};
pub use promise::{Day, Part, Promise, Term, Time, promise};
pub use recent::{MOST_REPLIES, RecentReplies};
pub use reply_kind::reply_kind;
