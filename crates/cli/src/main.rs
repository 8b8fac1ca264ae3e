//! The command line `toonvast`.

fn main() {}
