//! The life of a case, from outside.

mod decision_table;
mod invariants;
mod world;
