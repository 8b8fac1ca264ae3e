//! The API as a client meets it, on real databases.

mod doors;
mod errors;
mod journey;
mod learning;
mod pages;
mod running;
mod world;
