//! Triage on labelled webcare posts, as the command line judges them.

use super::shared;
use super::unseen::Unseen;
use crate::figure::{Goal, Table};
use crate::shell;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// What `toonvast eval --json` tells of a file, as far as it is shown here.
#[derive(Deserialize)]
struct Figures {
    fields: BTreeMap<String, Field>,
    priority_qwk: f64,
    urgent_precision: f64,
    urgent_recall: f64,
    about_none_precision: f64,
    about_none_recall: f64,
}

#[derive(Deserialize)]
struct Field {
    macro_f1: f64,
    accuracy: f64,
}

/// What it tells of lessons.
#[derive(Deserialize)]
struct Taught {
    before: f64,
    after: f64,
    gain: f64,
}

/// A value, and the precision without which it counts for nothing.
#[derive(Clone, Copy)]
struct Value {
    value: f64,
    precision: Option<(f64, f64)>,
}

/// What a figure is called, what it must be for Dutch, and where it stands.
type Row = (
    &'static str,
    Goal,
    fn(&Figures) -> Value,
    fn(&Unseen) -> Option<Value>,
);

const fn bare(value: f64) -> Value {
    Value {
        value,
        precision: None,
    }
}

const fn at(value: f64, precision: f64, least: f64) -> Value {
    Value {
        value,
        precision: Some((precision, least)),
    }
}

fn macro_f1(figures: &Figures, field: &str) -> Value {
    bare(
        figures
            .fields
            .get(field)
            .map_or(f64::NAN, |field| field.macro_f1),
    )
}

fn rows() -> [Row; 7] {
    let goal = Goal::AtLeast;
    [
        (
            "kind, macro-F1",
            goal(68.0, 80.0),
            |it| macro_f1(it, "kind"),
            |it| Some(bare(it.kind)),
        ),
        (
            "situation, macro-F1",
            goal(62.0, 78.0),
            |it| macro_f1(it, "situation"),
            |it| Some(bare(it.situation)),
        ),
        (
            "sentiment, macro-F1",
            goal(70.0, 84.0),
            |it| macro_f1(it, "sentiment"),
            |it| Some(bare(it.sentiment)),
        ),
        (
            "priority, quadratic kappa",
            goal(60.0, 78.0),
            |it| bare(it.priority_qwk),
            |it| Some(bare(it.priority_kappa)),
        ),
        (
            "urgent found, at precision 60",
            goal(80.0, 95.0),
            |it| at(it.urgent_recall, it.urgent_precision, 0.6),
            |it| Some(at(it.urgent.recall, it.urgent.precision, 0.6)),
        ),
        (
            "to answer or not, accuracy",
            goal(86.0, 92.0),
            |it| {
                bare(
                    it.fields
                        .get("respond")
                        .map_or(f64::NAN, |field| field.accuracy),
                )
            },
            |_| None,
        ),
        (
            "not about us found, at precision 70",
            goal(60.0, 80.0),
            |it| at(it.about_none_recall, it.about_none_precision, 0.7),
            |it| Some(at(it.not_about_us.recall, it.not_about_us.precision, 0.7)),
        ),
    ]
}

/// English may stay so far below the floors of Dutch.
const ENGLISH_EASE: f64 = 3.0;

/// Triage on both files, beside its heads on brands of the corpus that they had not seen.
pub(super) fn table(toonvast: &Path, unseen: &Unseen) -> Result<Table> {
    let dutch: Figures = asked(toonvast, "nl_posts.jsonl", &[])?;
    let english: Figures = asked(toonvast, "en_posts.jsonl", &[])?;
    let mut table = Table::new(&[
        "figure",
        "Dutch",
        "floor",
        "aim",
        "",
        "English",
        "floor",
        "aim",
        "",
        "unseen brands",
    ]);
    for (name, goal, of_file, of_unseen) in rows() {
        let mut cells = vec![name.to_owned()];
        cells.extend(of_file(&dutch).cells(goal));
        cells.extend(of_file(&english).cells(goal.eased(ENGLISH_EASE)));
        cells.push(of_unseen(unseen).map_or_else(|| "–".to_owned(), Value::shown));
        table.row(cells);
    }
    Ok(table)
}

/// What the first lines of the Dutch file teach triage about the rest.
pub(super) fn lessons(toonvast: &Path) -> Result<Table> {
    let taught: Taught = asked(toonvast, "nl_posts.jsonl", &["--learn", LESSONS])?;
    let goal = Goal::AtLeast(4.0, 8.0);
    let gain = 100.0 * taught.gain;
    let [floor, aim] = goal.cells();
    let shown = |share: f64| format!("{:.1}", 100.0 * share);
    let mut table = Table::new(&["figure", "before", "after", "gain", "floor", "aim", ""]);
    table.row([
        "kind, macro-F1".to_owned(),
        shown(taught.before),
        shown(taught.after),
        format!("{gain:+.1}"),
        floor,
        aim,
        goal.verdict(gain).to_owned(),
    ]);
    Ok(table)
}

/// Posts a team has corrected.
pub(super) const LESSONS: &str = "200";

fn asked<T: DeserializeOwned>(toonvast: &Path, file: &str, more: &[&str]) -> Result<T> {
    let folder = shared::folder().join("webcare");
    let mut command = Command::new(toonvast);
    command
        .arg("eval")
        .arg(folder.join(file))
        .arg("--json")
        .args(more);
    let said = shell::output(command.arg("--brand").arg(folder.join("brands.json")))?;
    serde_json::from_str(&said).with_context(|| format!("what `toonvast eval` tells of {file}"))
}

impl Value {
    fn shown(self) -> String {
        let value = format!("{:.1}", 100.0 * self.value);
        match self.precision {
            Some((precision, _)) => format!("{value} (at {:.1})", 100.0 * precision),
            None => value,
        }
    }

    /// The value, floor, aim, and what it comes to.
    fn cells(self, goal: Goal) -> Vec<String> {
        let [floor, aim] = goal.cells();
        let precise = self
            .precision
            .is_none_or(|(precision, least)| precision >= least);
        // Without the precision, finding many is no merit.
        let counted = if precise { 100.0 * self.value } else { 0.0 };
        vec![self.shown(), floor, aim, goal.verdict(counted).to_owned()]
    }
}
