//! The fuzzer: `cargo fuzz run triage fuzz/corpus fuzz/seeds` in `crates/triage`.
//!
//! On a stable toolchain: `RUSTC_BOOTSTRAP=1 cargo fuzz run …`. What it finds becomes a seed,
//! which an ordinary test replays for ever (`tests/it/fuzz_seeds.rs`).

#![no_main]

mod input;

use input::Triagers;
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::OnceLock;

fuzz_target!(|bytes: &[u8]| {
    static TRIAGERS: OnceLock<Triagers> = OnceLock::new();
    let brand =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/brands/fietsfluit");
    TRIAGERS.get_or_init(|| Triagers::new(&brand)).judge(bytes);
});
