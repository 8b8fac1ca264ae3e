//! The checker on the webcare drafts: per rule what is found, missed and imagined.
//!
//! The drafts are invented by another author over six other brands; they lie beside the
//! workspace. Where they are absent the test says so and, on CI, fails.

use super::labelled::{self, figures};
use std::io::Write;
use std::path::PathBuf;
use toonvast_tone::measure::Measure;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/webcare")
}

/// Whether the sets are there; absent on CI is a failure, elsewhere it is said aloud.
fn present() -> bool {
    let present = folder().is_dir();
    let absent = format!("the webcare sets are not at {}", folder().display());
    assert!(present || std::env::var_os("CI").is_none(), "{absent}");
    if !present {
        let _ = writeln!(std::io::stderr(), "SKIPPED: {absent}");
    }
    present
}

fn measure(file: &str) -> Measure {
    let read = |name: &str| std::fs::read_to_string(folder().join(name)).expect(name);
    labelled::measure(&read("brands.json"), labelled::lines(&read(file)).iter())
}

/// What was found must not get worse; figures in hundredths, as `toonvast eval` prints them.
fn assert_at_least(file: &str, precision: f64, recall: f64, verdicts: f64) {
    if !present() {
        return;
    }
    let measure = measure(file);
    let figures = figures(&measure);
    let reached = figures
        .iter()
        .zip([precision, recall, verdicts])
        .all(|(figure, least)| *figure >= least);
    assert!(
        reached,
        "{file}: {figures:.1?}\n{}",
        measure.differences.join("\n")
    );
}

#[test]
fn dutch_drafts() {
    assert_at_least("nl_drafts.jsonl", 94.0, 90.0, 92.0);
}

#[test]
fn english_drafts() {
    assert_at_least("en_drafts.jsonl", 94.0, 94.0, 92.0);
}
