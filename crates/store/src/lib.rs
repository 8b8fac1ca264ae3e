//! Where events, texts, people and accounts are kept: one SQLite file.
//!
//! Rows and SQL never leave this crate. It reads no clock and draws no random number:
//! times, ids and salts are handed in.
//!
//! - [`Store`]: open, close; a missing, foreign, damaged or newer file is a [`StoreError`]
//! - [`commands`]: a batch of commands becomes events, once
//! - [`log`]: reading the log, and proving that nobody changed it
//! - [`cases`]: lists and single cases with their words
//! - `quality`: what figures about replies are reckoned from
//! - [`people`]: finding and erasing a person
//! - [`accounts`], [`tokens`]: who may come in

pub mod accounts;
pub mod cases;
pub mod commands;
mod digest;
mod error;
pub mod log;
mod open;
pub mod people;
mod quality;
mod row;
pub mod tokens;

pub use error::StoreError;
pub use open::{SCHEMA_VERSION, Store};
