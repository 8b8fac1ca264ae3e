//! The fuzzer: `cargo fuzz run tone fuzz/corpus fuzz/seeds` in `crates/tone`.
//!
//! On a stable toolchain: `RUSTC_BOOTSTRAP=1 cargo fuzz run …`. What it finds becomes a seed,
//! which an ordinary test replays for ever (`tests/fuzz_seeds.rs`).

#![no_main]

mod input;

use input::Checkers;
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::OnceLock;

fuzz_target!(|bytes: &[u8]| {
    static CHECKERS: OnceLock<Checkers> = OnceLock::new();
    let brand =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/brands/fietsfluit");
    CHECKERS.get_or_init(|| Checkers::new(&brand)).check(bytes);
});
