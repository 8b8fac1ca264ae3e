//! The checker on the webcare drafts: per rule what is found, missed and imagined.
//!
//! The drafts are invented by another author over six other brands; they lie beside the
//! workspace. Where they are absent the test says so and, on CI, fails.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use toonvast_brand::{Brand, import};
use toonvast_model::draft::{Answered, Draft};
use toonvast_model::id::BrandId;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_tone::Checker;
use toonvast_tone::measure::{Labels, Measure, Part};

#[derive(Deserialize)]
struct Line {
    id: String,
    site: Site,
    brand: BrandId,
    public: bool,
    post: Answered,
    agent: String,
    draft: String,
    #[serde(flatten)]
    labels: Labels,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/webcare")
}

/// Whether the sets are there; absent on CI is a failure.
fn present() -> bool {
    let present = folder().is_dir();
    assert!(
        present || std::env::var_os("CI").is_none(),
        "the webcare sets are missing: {}",
        folder().display()
    );
    present
}

fn share(part: Part) -> f64 {
    part.part as f64 / part.of.max(1) as f64
}

fn measure(file: &str) -> Measure {
    let folder = folder();
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect(name);
    let brands: Vec<Brand> = import::brands(&read("brands.json"), None).expect("brands.json");
    let checkers: BTreeMap<BrandId, Checker> = brands
        .iter()
        .map(|brand| (brand.id.clone(), Checker::new(brand)))
        .collect();
    let mut measure = Measure::default();
    for line in read(file).lines() {
        let line: Line = serde_json::from_str(line).expect("a draft");
        let draft = Draft {
            draft: line.draft.clone(),
            brand: None,
            site: line.site,
            public: line.public,
            agent: Some(line.agent.clone()),
            post: None,
        };
        let checked = checkers[&line.brand].check(&draft, &line.post, Locale::En);
        measure.note(&line.id, &line.draft, &line.labels, &checked);
    }
    measure
}

/// What was found must not get worse; figures in hundredths, as `toonvast eval` prints them.
fn assert_at_least(file: &str, precision: f64, recall: f64, verdicts: f64) {
    let measure = measure(file);
    let together = measure.together();
    let figures = [
        share(together.precision()),
        share(together.recall()),
        share(measure.verdicts),
    ];
    let reached = figures
        .iter()
        .zip([precision, recall, verdicts])
        .all(|(figure, least)| 100.0 * figure >= least);
    assert!(
        reached,
        "{file}: {figures:.3?}\n{}",
        measure.differences.join("\n")
    );
}

#[test]
fn dutch_drafts() {
    if !present() {
        eprintln!(
            "SKIPPED: the webcare sets are not at {}",
            folder().display()
        );
        return;
    }
    assert_at_least("nl_drafts.jsonl", 94.0, 90.0, 92.0);
}

#[test]
fn english_drafts() {
    if !present() {
        eprintln!(
            "SKIPPED: the webcare sets are not at {}",
            folder().display()
        );
        return;
    }
    assert_at_least("en_drafts.jsonl", 96.0, 92.0, 92.0);
}
