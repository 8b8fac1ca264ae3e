//! The heads of triage on brands of the corpus that they had not seen, and how that grows
//! with the corpus.

use crate::corpus::Corpus;
use crate::figure::Table;
use anyhow::{Context, Result};
use toonvast_learn::Report;
use toonvast_learn::measure::{Confusion, Found};
use toonvast_model::triage::Priority;
use toonvast_triage::training::{self, Head, Sample};

/// Figures of heads that learnt from the whole corpus, five folds of whole brands.
pub(super) struct Unseen {
    pub(super) kind: f64,
    pub(super) situation: f64,
    pub(super) sentiment: f64,
    pub(super) priority_kappa: f64,
    pub(super) urgent: Found,
    pub(super) not_about_us: Found,
}

/// The heads whose growth is shown.
const GROWING: [Head; 3] = [Head::Kind, Head::Situation, Head::Sentiment];

impl Unseen {
    /// Lets heads learn from the corpus, and from the first quarters of it, whose figures
    /// come as a table.
    pub(super) fn of(corpus: &Corpus) -> Result<(Self, Table)> {
        let mut curve = Table::new(&["posts", "kind", "situation", "sentiment"]);
        for quarters in 1..4 {
            let samples = corpus.samples(quarters)?;
            let reports = learnt(&samples, &GROWING)?;
            curve.row(row(samples.len(), &reports));
        }
        let samples = corpus.samples(4)?;
        let heads = [GROWING.as_slice(), &[Head::Priority, Head::About]].concat();
        let reports = learnt(&samples, &heads)?;
        let (growing, [priority, about]) = reports.split_at(GROWING.len()) else {
            anyhow::bail!("a head is missing");
        };
        curve.row(row(samples.len(), growing));
        let f1: Vec<f64> = growing
            .iter()
            .map(|report| report.held_out.macro_f1())
            .collect();
        let unseen = Self {
            kind: f1[0],
            situation: f1[1],
            sentiment: f1[2],
            priority_kappa: in_order(priority).kappa(true),
            urgent: found(priority, "urgent"),
            not_about_us: found(about, "none"),
        };
        Ok((unseen, curve))
    }
}

fn row(posts: usize, reports: &[Report]) -> Vec<String> {
    let figures = reports.iter();
    let figures = figures.map(|report| format!("{:.1}", 100.0 * report.held_out.macro_f1()));
    std::iter::once(posts.to_string()).chain(figures).collect()
}

/// Two heads at a time: more would only wait for each other.
fn learnt(samples: &[Sample], heads: &[Head]) -> Result<Vec<Report>> {
    let mut reports = Vec::new();
    for pair in heads.chunks(2) {
        let trained = std::thread::scope(|scope| {
            let learners: Vec<_> = pair
                .iter()
                .map(|head| scope.spawn(move || training::train(*head, samples)))
                .collect();
            learners
                .into_iter()
                .map(|learner| match learner.join() {
                    Ok(trained) => trained,
                    Err(panic) => std::panic::resume_unwind(panic),
                })
                .collect::<Vec<_>>()
        });
        for (head, trained) in pair.iter().zip(trained) {
            let (_, report) = trained.with_context(|| format!("`{}`", head.field()))?;
            reports.push(report);
        }
    }
    Ok(reports)
}

fn found(report: &Report, value: &str) -> Found {
    let place = report.labels.iter().position(|label| label == value);
    place
        .map(|place| report.held_out.found(place))
        .unwrap_or_default()
}

/// The counts in the order of priorities, for a kappa that knows near from far.
fn in_order(report: &Report) -> Confusion {
    let place = |label: &String| {
        let known = Priority::ALL
            .iter()
            .position(|priority| priority.name() == label);
        known.unwrap_or(usize::MAX)
    };
    let mut ordered = Confusion::new(Priority::ALL.len());
    for (truth, label) in report.labels.iter().enumerate() {
        for (given, other) in report.labels.iter().enumerate() {
            for _ in 0..report.held_out.count(truth, given) {
                ordered.note(place(label), place(other));
            }
        }
    }
    ordered
}
