//! Everything told end to end: the layers, the stage, saved pages, the agent's journey.
//!
//! Needs Chromium and its driver, and the builds that `cargo xtask build --tests` leaves.

mod composing;
mod desk;
mod english;
mod faults;
mod journeys;
mod kept;
mod keyboard;
mod keystrokes;
mod layering;
mod learning;
mod left_alone;
mod marks;
mod measure;
mod pages;
mod pairing;
mod product;
mod promises;
mod stage;
mod world;
