//! Measures triage on the shared webcare posts, Dutch and English apart.

use crate::measure::Tally;
use std::io::Write;
use std::path::PathBuf;
use toonvast_brand::{Brand, import};
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};
use toonvast_triage::Triager;

/// A file of the shared material; outside CI it may be absent, which is said aloud.
fn shared(name: &str) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/eval/webcare")
        .join(name);
    if let Ok(text) = std::fs::read_to_string(&file) {
        return Some(text);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "CI needs {}",
        file.display()
    );
    say(&format!("SKIPPED: no {}", file.display()));
    None
}

/// Told even when the test passes.
fn say(told: &str) {
    let _ = writeln!(std::io::stderr(), "{told}");
}

const FIELDS: &[&str] = &[
    "kind",
    "situation",
    "sentiment",
    "about",
    "respond",
    "asks_help",
    "risk",
    "chance",
    "influence",
];
const ORDER: &[&str] = &["none", "low", "normal", "high", "urgent"];

fn value(of: &serde_json::Value) -> String {
    of.as_str().map_or_else(|| of.to_string(), str::to_owned)
}

/// Runs a file and compares what was reached with floors in thousandths.
fn judge(file: &str, floors: &[(&str, u32)]) {
    let (Some(brands), Some(lines)) = (shared("brands.json"), shared(file)) else {
        return;
    };
    let brands: Vec<Brand> = import::brands(&brands, None).expect("the brands are well formed");
    let triagers: Vec<(String, Triager)> = brands
        .iter()
        .map(|brand| (brand.id.to_string(), Triager::new(brand)))
        .collect();
    let mut tally = Tally::default();
    for line in lines.lines() {
        let labels: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        let post: Post = serde_json::from_str(line).expect("a post");
        let brand = value(&labels["brand"]);
        let (_, triager) = triagers
            .iter()
            .find(|(id, _)| *id == brand)
            .expect("a known brand");
        let triage = triager.triage(&post, &Context::default(), Locale::Nl);
        let given = serde_json::to_value(&triage).expect("triage is data");
        for field in FIELDS.iter().chain(&["priority"]) {
            tally.note(field, &value(&labels[field]), &value(&given[field]));
        }
        for topic in labels["topics"].as_array().into_iter().flatten() {
            let found = triage.topics.contains(&value(topic));
            tally.note("topics", "there", if found { "there" } else { "missed" });
        }
    }
    report(file, &tally, floors);
}

fn report(file: &str, tally: &Tally, floors: &[(&str, u32)]) {
    let reached = |field: &str| match field {
        "priority" => tally.weighted_kappa("priority", ORDER),
        "asks_help" | "risk" | "chance" | "topics" => tally.accuracy(field),
        _ => tally.macro_f1(field),
    };
    let figures: Vec<String> = floors
        .iter()
        .map(|(field, _)| format!("{field} {}", reached(field)))
        .collect();
    say(&format!("{file}, of 1000: {}", figures.join(", ")));
    for (field, floor) in floors {
        assert!(
            reached(field) >= *floor,
            "{file}: {field} is {}, was at least {floor}",
            reached(field)
        );
    }
}

#[test]
fn dutch_posts() {
    judge(
        "nl_posts.jsonl",
        &[
            ("kind", 665),
            ("situation", 620),
            ("sentiment", 650),
            ("about", 480),
            ("respond", 660),
            ("asks_help", 840),
            ("risk", 850),
            ("chance", 800),
            ("influence", 950),
            ("priority", 690),
            ("topics", 400),
        ],
    );
}

#[test]
fn english_posts() {
    judge(
        "en_posts.jsonl",
        &[
            ("kind", 680),
            ("situation", 600),
            ("sentiment", 690),
            ("about", 440),
            ("respond", 650),
            ("asks_help", 880),
            ("risk", 820),
            ("chance", 770),
            ("influence", 950),
            ("priority", 710),
            ("topics", 250),
        ],
    );
}
