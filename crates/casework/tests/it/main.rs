//! The life of a case, from outside.

mod decision_table;
mod invariants;
mod lessons;
mod story;
mod world;
