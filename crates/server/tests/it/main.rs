//! The API as a client meets it, on real databases.

mod doors;
mod errors;
mod journey;
mod learning;
mod pages;
mod quality;
mod running;
mod world;
