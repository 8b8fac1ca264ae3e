//! The tone check on labelled drafts, as the command line checks them.

use super::shared;
use crate::figure::{Goal, Table};
use crate::{shell, workspace};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `toonvast eval --json` tells of a file of drafts.
#[derive(Deserialize)]
struct Figures {
    drafts: usize,
    findings: Score,
    verdict_accuracy: f64,
    faultless_left_alone: f64,
    look_alikes_left_alone: f64,
    block_passed_as_post: f64,
    rules: BTreeMap<String, Score>,
    meters: BTreeMap<String, Meters>,
}

/// What the meters say on the average of drafts with one verdict, 0 to 100.
#[derive(Deserialize)]
struct Meters {
    drafts: usize,
    content: f64,
    style: f64,
    voice: f64,
    readability: f64,
}

#[derive(Deserialize)]
struct Score {
    found: usize,
    imagined: usize,
    missed: usize,
    precision: f64,
    recall: f64,
}

/// One measured set.
struct Set {
    name: &'static str,
    english: bool,
    figures: Figures,
}

/// What a figure is called, what it must be for Dutch, and where it stands.
type Row = (&'static str, Goal, fn(&Figures) -> f64);

fn rows() -> [Row; 6] {
    [
        ("findings, precision", Goal::AtLeast(80.0, 92.0), |it| {
            it.findings.precision
        }),
        ("findings, recall", Goal::AtLeast(50.0, 75.0), |it| {
            it.findings.recall
        }),
        (
            "faultless drafts left alone",
            Goal::AtLeast(85.0, 95.0),
            |it| it.faultless_left_alone,
        ),
        (
            "innocent look-alikes left alone",
            Goal::AtLeast(97.0, 100.0),
            |it| it.look_alikes_left_alone,
        ),
        ("verdict, accuracy", Goal::AtLeast(70.0, 88.0), |it| {
            it.verdict_accuracy
        }),
        (
            "drafts to block passed as fit to post",
            Goal::AtMost(15.0, 0.0),
            |it| it.block_passed_as_post,
        ),
    ]
}

/// English may stay so far from the floors of Dutch.
const ENGLISH_EASE: f64 = 3.0;

/// Findings a rule needs before its precision says something, and what it must then be.
const HITS: usize = 15;
const PRECISE: f64 = 0.8;

/// The report on all sets.
pub(super) fn report(toonvast: &Path) -> Result<String> {
    let sets = sets(toonvast)?;
    let mut columns = vec!["figure", "floor", "aim"];
    for set in &sets {
        columns.extend([set.name, ""]);
    }
    let mut table = Table::new(&columns);
    for (name, goal, of) in rows() {
        let [floor, aim] = goal.cells();
        let mut cells = vec![name.to_owned(), floor, aim];
        for set in &sets {
            let goal = if set.english {
                goal.eased(ENGLISH_EASE)
            } else {
                goal
            };
            let value = 100.0 * of(&set.figures);
            cells.extend([format!("{value:.1}"), goal.verdict(value).to_owned()]);
        }
        table.row(cells);
    }
    let drafts: Vec<String> = sets
        .iter()
        .map(|set| format!("{} {}", set.name, set.figures.drafts))
        .collect();
    Ok(format!(
        "# Figures\n\nMeasured, not promised: written by `cargo xtask eval`. Of 100. English may stay 3 points from the floors. \
        \"read\" and \"unread\" are `corpus/`: drafts rules were written from, and drafts of brands in `corpus/unread.txt`, which are \
        what to expect of others (false alarms in the English ones were seen once before they were set apart); \"dev\" are the drafts of another author that the first rules were written from.\n\nDrafts: {}.\n\n\
        {}\n## Rule by rule\n\nOn the unread brands, both languages: faults found, findings that are none, faults missed. A rule \
        of {HITS} findings and more under a precision of {PRECISE} is marked.\n\n{}\n\
        ## Meters\n\nWhat the meters beside the findings say on the average, by the verdict of people: content and style follow \
        from findings and from the other two, voice and reading ease see no finding. They advise; no verdict follows from them.\n\n{}",
        drafts.join(", "),
        table.markdown(),
        by_rule(&sets).markdown(),
        by_verdict(&sets).markdown()
    ))
}

fn by_verdict(sets: &[Set]) -> Table {
    let mut table = Table::new(&[
        "set",
        "labelled",
        "drafts",
        "content",
        "style",
        "voice",
        "reading ease",
    ]);
    for set in sets {
        for verdict in ["post", "improve", "block"] {
            let Some(meters) = set.figures.meters.get(verdict) else {
                continue;
            };
            let points = |points: f64| format!("{points:.1}");
            table.row([
                set.name.to_owned(),
                verdict.to_owned(),
                meters.drafts.to_string(),
                points(meters.content),
                points(meters.style),
                points(meters.voice),
                points(meters.readability),
            ]);
        }
    }
    table
}

fn by_rule(sets: &[Set]) -> Table {
    let unread = || sets.iter().filter(|set| set.name.starts_with("unread"));
    let names: BTreeSet<&String> = unread().flat_map(|set| set.figures.rules.keys()).collect();
    let mut table = Table::new(&[
        "rule",
        "found",
        "imagined",
        "missed",
        "precision",
        "recall",
        "",
    ]);
    for name in names {
        let scores = unread().filter_map(|set| set.figures.rules.get(name));
        let (found, imagined, missed) = scores.fold((0, 0, 0), |sum, score| {
            (
                sum.0 + score.found,
                sum.1 + score.imagined,
                sum.2 + score.missed,
            )
        });
        let share = |part: usize, of: usize| {
            if of == 0 {
                "–".to_owned()
            } else {
                format!("{:.2}", part as f64 / of as f64)
            }
        };
        let said = found + imagined;
        let loose = said >= HITS && (found as f64) < PRECISE * said as f64;
        table.row([
            name.clone(),
            found.to_string(),
            imagined.to_string(),
            missed.to_string(),
            share(found, said),
            share(found, found + missed),
            if loose { "**loose**" } else { "" }.to_owned(),
        ]);
    }
    table
}

fn sets(toonvast: &Path) -> Result<Vec<Set>> {
    let corpus = workspace::root().join("crates/tone/corpus");
    let unread = std::fs::read_to_string(corpus.join("unread.txt"))
        .context("crates/tone/corpus/unread.txt")?;
    let unread: BTreeSet<&str> = unread.lines().collect();
    let ours = workspace::root().join("crates/triage/corpus/brands.json");
    let theirs = shared::folder().join("webcare");
    let mut sets = Vec::new();
    for (name, language, of_unread) in [
        ("read nl", "nl", false),
        ("read en", "en", false),
        ("unread nl", "nl", true),
        ("unread en", "en", true),
    ] {
        let file = joined(&corpus, language, |brand| {
            unread.contains(brand) == of_unread
        })?;
        sets.push(Set {
            name,
            english: language == "en",
            figures: asked(toonvast, &ours, &file)?,
        });
    }
    for (name, language) in [("dev nl", "nl"), ("dev en", "en")] {
        let file = theirs.join(format!("{language}_drafts.jsonl"));
        sets.push(Set {
            name,
            english: language == "en",
            figures: asked(toonvast, &theirs.join("brands.json"), &file)?,
        });
    }
    Ok(sets)
}

/// The drafts of some brands in one file.
fn joined(corpus: &Path, language: &str, of: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let folder = corpus.join("drafts");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|file| Ok(file?.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    let mut text = String::new();
    for file in files {
        let name = file.file_stem().and_then(|name| name.to_str());
        let Some((brand, spoken)) = name.and_then(|name| name.rsplit_once('-')) else {
            continue;
        };
        if spoken == language && of(brand) {
            text.push_str(&std::fs::read_to_string(&file)?);
        }
    }
    let file = workspace::target().join("eval-drafts.jsonl");
    std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn asked(toonvast: &Path, brands: &Path, file: &Path) -> Result<Figures> {
    let mut command = Command::new(toonvast);
    command.arg("eval").arg(file).arg("--json");
    let said = shell::output(command.arg("--brand").arg(brands))?;
    serde_json::from_str(&said)
        .with_context(|| format!("what `toonvast eval` tells of {}", file.display()))
}
