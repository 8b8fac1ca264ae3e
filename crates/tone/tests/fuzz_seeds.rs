//! The fuzzer's seeds, among them whatever it once found, are checked soundly for ever.

use std::path::Path;

// The fuzzer stands in a workspace of its own, and what it checks is checked here too.
#[path = "../fuzz/input.rs"]
mod input;

#[test]
fn every_seed_is_checked_soundly() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let checkers = input::Checkers::new(&here.join("../../tests/fixtures/brands/fietsfluit"));
    let mut seeds = 0;
    for entry in std::fs::read_dir(here.join("fuzz/seeds")).expect("there are seeds") {
        let file = entry.expect("a folder can be listed").path();
        checkers.check(&std::fs::read(&file).expect("a seed can be read"));
        seeds += 1;
    }
    assert!(seeds >= 30, "{seeds}");
}
