//! The store on real files.

mod commands;
mod corrections;
mod door;
mod opening;
mod tampering;
mod world;
