//! Where things are.

use std::path::PathBuf;

/// The root of the workspace: two folders above this crate.
#[must_use]
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}

/// The build folder; `CARGO_TARGET_DIR` moves what cargo makes, never what we promise to leave.
#[must_use]
pub fn target() -> PathBuf {
    root().join("target")
}

/// Where cargo itself puts what it builds.
#[must_use]
pub fn cargo_target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(target, PathBuf::from)
}

/// The unpacked extension of one flavour: `chromium`, `firefox`, `chromium-test`, `firefox-test`.
#[must_use]
pub fn extension(flavour: &str) -> PathBuf {
    target().join("extension").join(flavour)
}

/// The brand that the demo and the tests speak for.
#[must_use]
pub fn demo_brand() -> PathBuf {
    root().join("tests/fixtures/brands/fietsfluit")
}
