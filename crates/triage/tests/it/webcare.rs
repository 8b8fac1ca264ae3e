//! Measures triage on the shared webcare posts, Dutch and English apart.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use toonvast_brand::{Brand, import};
use toonvast_learn::measure::Confusion;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};
use toonvast_model::triage::{
    About, Influence, Kind, Priority, Respond, Sentiment, Situation, Triage,
};
use toonvast_triage::Triager;
use toonvast_triage::training::Labels;

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

/// Labels and what was said, by field.
type Found = BTreeMap<&'static str, Confusion>;

fn note<T: Copy + PartialEq>(found: &mut Found, field: &'static str, all: &[T], pair: (T, T)) {
    let at = |value: T| all.iter().position(|known| *known == value);
    let confusion = found
        .entry(field)
        .or_insert_with(|| Confusion::new(all.len()));
    if let (Some(truth), Some(given)) = (at(pair.0), at(pair.1)) {
        confusion.note(truth, given);
    }
}

fn compare(found: &mut Found, labels: &Labels, said: &Triage) {
    const FLAGS: [bool; 2] = [false, true];
    note(found, "about", About::ALL, (labels.about, said.about));
    note(found, "kind", Kind::ALL, (labels.kind, said.kind));
    note(
        found,
        "situation",
        Situation::ALL,
        (labels.situation, said.situation),
    );
    note(
        found,
        "sentiment",
        Sentiment::ALL,
        (labels.sentiment, said.sentiment),
    );
    note(
        found,
        "respond",
        Respond::ALL,
        (labels.respond, said.respond),
    );
    note(
        found,
        "priority",
        Priority::ALL,
        (labels.priority, said.priority),
    );
    note(
        found,
        "influence",
        Influence::ALL,
        (labels.influence, said.influence),
    );
    note(
        found,
        "asks_help",
        &FLAGS,
        (labels.asks_help, said.asks_help),
    );
    note(found, "risk", &FLAGS, (labels.risk, said.risk));
    note(found, "chance", &FLAGS, (labels.chance, said.chance));
}

/// Thousandths of macro-F1, of priority the quadratic kappa.
fn reached(found: &Found, field: &str) -> u32 {
    let value = match field {
        "priority" => found[field].kappa(true),
        _ => found[field].macro_f1(),
    };
    format!("{:.0}", value.max(0.0) * 1000.0)
        .parse()
        .expect("a whole number")
}

/// Runs a file and compares what was reached with floors in thousandths.
fn judge(file: &str, floors: &[(&str, u32)]) {
    let (Some(brands), Some(lines)) = (shared("brands.json"), shared(file)) else {
        return;
    };
    let brands: Vec<Brand> = import::brands(&brands, None).expect("the brands are well formed");
    let triagers: BTreeMap<String, Triager> = brands
        .iter()
        .map(|brand| (brand.id.to_string(), Triager::new(brand)))
        .collect();
    let mut found = Found::new();
    for line in lines.lines() {
        let labels: Labels = serde_json::from_str(line).expect("labels");
        let post: Post = serde_json::from_str(line).expect("a post");
        let brand = post.brand.as_ref().expect("a brand").to_string();
        let said = triagers[&brand].triage(&post, &Context::default(), Locale::Nl);
        compare(&mut found, &labels, &said);
    }
    let figures: Vec<String> = floors
        .iter()
        .map(|(field, _)| format!("{field} {}", reached(&found, field)))
        .collect();
    say(&format!("{file}, of 1000: {}", figures.join(", ")));
    for (field, floor) in floors {
        let reached = reached(&found, field);
        assert!(
            reached >= *floor,
            "{file}: {field} is {reached}, was at least {floor}"
        );
    }
}

// Floors stand a little under what was reached when they were set.

#[test]
fn dutch_posts() {
    judge(
        "nl_posts.jsonl",
        &[
            ("kind", 820),
            ("situation", 800),
            ("sentiment", 740),
            ("about", 670),
            ("respond", 780),
            ("asks_help", 880),
            ("risk", 890),
            ("chance", 770),
            ("influence", 950),
            ("priority", 850),
        ],
    );
}

#[test]
fn english_posts() {
    judge(
        "en_posts.jsonl",
        &[
            ("kind", 780),
            ("situation", 800),
            ("sentiment", 800),
            ("about", 630),
            ("respond", 780),
            ("asks_help", 900),
            ("risk", 900),
            ("chance", 720),
            ("influence", 950),
            ("priority", 880),
        ],
    );
}
