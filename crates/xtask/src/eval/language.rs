//! The language of short lines, beside the library that knows no doubt.

use super::shared::{Labelled, labelled};
use super::tally::Tally;
use crate::figure::{Goal, Table};
use anyhow::Result;
use serde_json::Value;
use whichlang::Lang;

const LANGUAGES: [&str; 4] = ["nl", "en", "de", "fr"];

/// Accuracy, and how much of the Dutch is found.
pub(super) fn table() -> Result<Table> {
    let mut lines = labelled("xx_langid_subtitles")?;
    lines.retain(|line| LANGUAGES.contains(&line.label.as_str()));
    let ours = tally(&lines, |text| code(toonvast_text::language(text)));
    let peer = tally(&lines, |text| {
        let known = match whichlang::detect_language(text) {
            Lang::Nld => "nl",
            Lang::Eng => "en",
            Lang::Deu => "de",
            Lang::Fra => "fr",
            _ => "other",
        };
        known.to_owned()
    });
    let mut table = Table::new(&["figure", "ours", "floor", "aim", "", "whichlang"]);
    let accuracy = [&ours, &peer].map(|tally| tally.counts().accuracy());
    let dutch = [&ours, &peer].map(|tally| tally.found("nl").recall);
    let rows = [
        ("accuracy", accuracy, Goal::AtLeast(95.7, 97.0)),
        ("Dutch found", dutch, Goal::AtLeast(95.5, 97.0)),
    ];
    for (name, figures, goal) in rows {
        let [value, other] = figures.map(|figure| 100.0 * figure);
        let [floor, aim] = goal.cells();
        let verdict = goal.verdict(value).to_owned();
        let (value, other) = (format!("{value:.1}"), format!("{other:.1}"));
        table.row([name.to_owned(), value, floor, aim, verdict, other]);
    }
    Ok(table)
}

fn tally(lines: &[Labelled], detect: impl Fn(&str) -> String) -> Tally {
    let given: Vec<String> = lines.iter().map(|line| detect(&line.text)).collect();
    let pairs = lines.iter().zip(&given);
    Tally::of(
        &LANGUAGES,
        pairs.map(|(line, given)| (line.label.as_str(), given.as_str())),
    )
}

/// A language as the wire writes it.
fn code(language: toonvast_model::language::Language) -> String {
    match serde_json::to_value(language) {
        Ok(Value::String(code)) => code,
        _ => String::new(),
    }
}
