//! Figures of the tone check on labelled drafts.

use crate::brands::engine;
use crate::grammar::Grammar;
use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use toonvast_brand::Brand;
use toonvast_engine::{Around, Engine};
use toonvast_model::draft::{Answered, Draft, Verdict};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_tone::measure::{Labels, Measure, Part, Points, Score};

/// A labelled draft.
#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    brand: String,
    #[serde(default)]
    site: Site,
    #[serde(default = "public")]
    public: bool,
    post: Option<Answered>,
    agent: Option<String>,
    draft: String,
    #[serde(flatten)]
    labels: Labels,
}

const fn public() -> bool {
    true
}

/// Whether labelled lines are drafts: the first one holds one.
pub(super) fn are_drafts(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first
        .and_then(|line| serde_json::from_str::<Value>(line).ok())
        .is_some_and(|line| line.get("draft").is_some())
}

/// Checks every draft and compares.
pub(super) fn measure(brands: Vec<Brand>, text: &str, name: &str) -> anyhow::Result<Measure> {
    let engines: BTreeMap<String, Engine> = brands
        .into_iter()
        .map(|brand| (brand.id.to_string(), engine(brand)))
        .collect();
    let grammar = Grammar::new(true);
    let mut measure = Measure::default();
    let lines = text.lines().enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{name}:{}", number + 1);
        let line: Line = serde_json::from_str(line).with_context(place)?;
        let engine = engines
            .get(&line.brand)
            .with_context(|| super::unknown(&line.brand))
            .with_context(place)?;
        let draft = Draft {
            draft: line.draft,
            brand: None,
            site: line.site,
            public: line.public,
            agent: line.agent,
            post: line.post,
        };
        let around = Around {
            grammar: &grammar.faults(engine, &draft.draft),
            ..Around::default()
        };
        let checked = engine.check_around(&draft, &around, Locale::En);
        measure.note(&line.id, &draft.draft, &line.labels, &checked);
    }
    Ok(measure)
}

/// 0 to 1; 1 of nothing.
fn share(part: Part) -> f64 {
    if part.of == 0 {
        1.0
    } else {
        part.part as f64 / part.of as f64
    }
}

/// The figures as JSON, 0 to 1.
pub(super) fn json(measure: &Measure) -> Value {
    let score = |score: &Score| {
        json!({
            "found": score.found,
            "imagined": score.imagined,
            "missed": score.missed,
            "precision": share(score.precision()),
            "recall": share(score.recall()),
        })
    };
    let rules: serde_json::Map<String, Value> = measure
        .rules
        .iter()
        .map(|(rule, counts)| (rule.clone(), score(counts)))
        .collect();
    json!({
        "drafts": measure.verdicts.of,
        "findings": score(&measure.together()),
        "verdict_accuracy": share(measure.verdicts),
        "faultless_left_alone": share(measure.left_alone),
        "look_alikes_left_alone": share(measure.spared),
        "block_passed_as_post": if measure.let_through.of == 0 { 0.0 } else { share(measure.let_through) },
        "rules": rules,
        "meters": meters(measure),
    })
}

/// What the meters say on the average, 0 to 100, by the verdict of people.
fn meters(measure: &Measure) -> Value {
    let of = |points: &Points| {
        let drafts = points.drafts;
        json!({
            "drafts": drafts,
            "content": average(points.content, drafts),
            "style": average(points.style, drafts),
            "voice": average(points.voice, drafts),
            "readability": average(points.readability, drafts),
        })
    };
    let named = measure.meters.iter();
    let named = named.map(|(&verdict, points)| (name(verdict).to_owned(), of(points)));
    Value::Object(named.collect())
}

fn average(sum: usize, of: usize) -> f64 {
    share(Part { part: sum, of })
}

const fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Post => "post",
        Verdict::Improve => "improve",
        Verdict::Block => "block",
    }
}

/// The figures for people, and what differs when that is asked.
pub(super) fn table(measure: &Measure, differences: bool) -> String {
    let width = measure.rules.keys().map(String::len).max().unwrap_or(0);
    let mut text = format!(
        "{:width$}  found  imagined  missed  precision  recall\n",
        "rule"
    );
    let row = |name: &str, score: &Score| {
        format!(
            "{name:width$}  {:5}  {:8}  {:6}  {:9.3}  {:6.3}\n",
            score.found,
            score.imagined,
            score.missed,
            share(score.precision()),
            share(score.recall())
        )
    };
    for (rule, score) in &measure.rules {
        text.push_str(&row(rule, score));
    }
    text.push_str(&row("together", &measure.together()));
    let parts = [
        ("verdicts right", measure.verdicts),
        ("faultless drafts left alone", measure.left_alone),
        ("innocent look-alikes left alone", measure.spared),
        ("drafts to block passed as fit to post", measure.let_through),
    ];
    text.push('\n');
    for (name, part) in parts {
        let _ = writeln!(text, "{name:38} {:4} of {}", part.part, part.of);
    }
    text.push_str(&meter_rows(measure));
    if differences {
        text.push('\n');
        for line in &measure.differences {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// What the meters say on the average, a line a verdict.
fn meter_rows(measure: &Measure) -> String {
    let mut text = String::from("\nlabelled  drafts  content  style  voice  reading ease\n");
    for (&verdict, points) in &measure.meters {
        let of = |sum| average(sum, points.drafts);
        let _ = writeln!(
            text,
            "{:8}  {:6}  {:7.1}  {:5.1}  {:5.1}  {:12.1}",
            name(verdict),
            points.drafts,
            of(points.content),
            of(points.style),
            of(points.voice),
            of(points.readability)
        );
    }
    text
}
