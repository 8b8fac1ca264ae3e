//! The life of a case, from outside.

mod decision_table;
mod invariants;
mod lessons;
mod promises;
mod quality;
mod story;
mod world;
