//! The checker on the webcare drafts: per rule what is found, missed and imagined.
//!
//! The drafts are invented by another author over six other brands; they lie beside the
//! workspace. Where they are absent the test says so and, on CI, fails.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use toonvast_brand::{Brand, import};
use toonvast_model::draft::{Answered, Draft, Finding, Severity, Verdict};
use toonvast_model::id::BrandId;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_tone::Checker;

#[derive(Deserialize)]
struct Line {
    id: String,
    site: Site,
    brand: BrandId,
    public: bool,
    post: Answered,
    agent: String,
    draft: String,
    findings: Vec<Expected>,
    verdict: Verdict,
    #[serde(default)]
    must_not_flag: Vec<String>,
}

#[derive(Deserialize)]
struct Expected {
    rule: String,
    quote: String,
}

#[derive(Default)]
struct Score {
    hit: usize,
    imagined: usize,
    missed: usize,
}

#[derive(Default)]
struct Report {
    rules: BTreeMap<String, Score>,
    drafts: usize,
    verdicts: usize,
    fine: usize,
    flagged_though_fine: usize,
    log: Vec<String>,
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

fn measure(file: &str) -> Report {
    let folder = folder();
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect(name);
    let brands: Vec<Brand> = import::brands(&read("brands.json"), None).expect("brands.json");
    let checkers: BTreeMap<BrandId, Checker> = brands
        .iter()
        .map(|brand| (brand.id.clone(), Checker::new(brand)))
        .collect();
    let mut report = Report::default();
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
        report.add(&line, checked.verdict, &checked.findings);
    }
    report
}

impl Report {
    fn add(&mut self, line: &Line, verdict: Verdict, findings: &[Finding]) {
        self.drafts += 1;
        self.verdicts += usize::from(verdict == line.verdict);
        let mut matched = BTreeSet::new();
        for finding in findings
            .iter()
            .filter(|finding| finding.severity != Severity::Hint)
        {
            let at = line.findings.iter().enumerate().find(|(number, expected)| {
                !matched.contains(number)
                    && expected.rule == finding.rule.0
                    && same_passage(&line.draft, &expected.quote, finding)
            });
            let score = self.rules.entry(finding.rule.0.clone()).or_default();
            if let Some((number, _)) = at {
                matched.insert(number);
                score.hit += 1;
            } else {
                score.imagined += 1;
                self.log
                    .push(format!("+ {} {}: {}", line.id, finding.rule, finding.quote));
            }
        }
        for (number, expected) in line.findings.iter().enumerate() {
            if !matched.contains(&number) {
                self.rules.entry(expected.rule.clone()).or_default().missed += 1;
                self.log.push(format!(
                    "- {} {}: {}",
                    line.id, expected.rule, expected.quote
                ));
            }
        }
        for fine in &line.must_not_flag {
            self.fine += 1;
            let flagged = findings.iter().find(|finding| {
                !finding.quote.is_empty()
                    && finding.severity != Severity::Hint
                    && same_passage(&line.draft, fine, finding)
            });
            if let Some(finding) = flagged {
                self.flagged_though_fine += 1;
                self.log
                    .push(format!("! {} {}: {}", line.id, finding.rule, fine));
            }
        }
    }

    fn totals(&self) -> (usize, usize, usize) {
        self.rules
            .values()
            .fold((0, 0, 0), |(hit, imagined, missed), score| {
                (
                    hit + score.hit,
                    imagined + score.imagined,
                    missed + score.missed,
                )
            })
    }

    /// Precision, recall and F1 in thousandths.
    fn micro(&self) -> (usize, usize, usize) {
        let (hit, imagined, missed) = self.totals();
        let share = |part: usize, whole: usize| 1000 * part / whole.max(1);
        (
            share(hit, hit + imagined),
            share(hit, hit + missed),
            share(2 * hit, 2 * hit + imagined + missed),
        )
    }

    fn table(&self, name: &str) -> String {
        let mut lines = vec![format!("\n{name}: rule, found, imagined, missed")];
        lines.extend(self.rules.iter().map(|(rule, score)| {
            format!(
                "{rule:28} {:3} {:3} {:3}",
                score.hit, score.imagined, score.missed
            )
        }));
        let (precision, recall, f1) = self.micro();
        lines.push(format!(
            "micro precision {precision} recall {recall} F1 {f1}, in thousandths"
        ));
        lines.push(format!(
            "verdict right {} of {}",
            self.verdicts, self.drafts
        ));
        lines.push(format!(
            "flagged though fine {} of {}",
            self.flagged_though_fine, self.fine
        ));
        if std::env::var_os("TOONVAST_SHOW_MISSES").is_some() {
            lines.extend(self.log.iter().cloned());
        }
        lines.join("\n")
    }

    fn assert_at_least(&self, precision: usize, f1: usize, verdicts: usize) {
        let found = self.micro();
        assert!(
            found.0 >= precision,
            "precision {} under {precision} thousandths",
            found.0
        );
        assert!(found.2 >= f1, "F1 {} under {f1} thousandths", found.2);
        assert!(
            self.verdicts >= verdicts,
            "{} verdicts right, under {verdicts}",
            self.verdicts
        );
    }
}

/// Whether a finding overlaps the passage, or both are about something missing.
fn same_passage(draft: &str, quote: &str, finding: &Finding) -> bool {
    if quote.is_empty() || finding.quote.is_empty() {
        return quote.is_empty() && finding.quote.is_empty();
    }
    draft
        .match_indices(quote)
        .any(|(start, quote)| start < finding.span.end && finding.span.start < start + quote.len())
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
    let report = measure("nl_drafts.jsonl");
    println!("{}", report.table("nl_drafts"));
    report.assert_at_least(940, 920, 102);
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
    let report = measure("en_drafts.jsonl");
    println!("{}", report.table("en_drafts"));
    report.assert_at_least(960, 940, 37);
}
