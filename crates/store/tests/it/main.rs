//! The store on real files.

mod commands;
mod door;
mod opening;
mod tampering;
mod world;
