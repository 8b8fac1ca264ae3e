//! The stage, the browser driver and the stories told end to end.
//!
//! The [`stage`] serves pages of ours under the real host names, so that an extension meets the structure, the
//! editors and the strictness of the real sites without touching them. Nothing on it knows of our extension.

pub mod backend;
pub mod browser;
pub mod journey;
pub mod place;
pub mod reading;
pub mod stage;
