//! Build, demo, test, read, package.

fn main() {}
