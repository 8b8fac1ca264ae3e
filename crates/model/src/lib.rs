//! The nouns of webcare as they travel between page, engine, server and screens.
//!
//! Every wire type of the product stands here once; the TypeScript declarations
//! the page is checked against are generated from them (feature `typescript`).
//! Nothing here does IO, reads a clock or draws a random number.

pub mod calendar;
pub mod case;
pub mod command;
pub mod draft;
pub mod event;
pub mod id;
pub mod language;
pub mod link;
pub mod locale;
pub mod meters;
pub mod post;
pub mod quality;
pub mod screen;
pub mod site;
pub mod span;
pub mod suggestion;
pub mod timestamp;
pub mod triage;
pub mod vocabulary;
