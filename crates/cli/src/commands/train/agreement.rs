//! How far two labellers agree, field by field.

use super::corpus::Corpus;
use std::fmt::Write as _;
use toonvast_learn::measure::Confusion;
use toonvast_model::triage::{About, Influence, Kind, Priority, Respond, Sentiment, Situation};
use toonvast_triage::training::Labels;

const FLAGS: [bool; 2] = [false, true];

/// Cohen's kappa and the share of equal labels, one line a field.
pub(super) fn table(corpus: &Corpus) -> String {
    let pairs: Vec<(&Labels, &Labels)> = corpus
        .lines
        .iter()
        .filter_map(|line| match &line.labels[..] {
            [first, second] => Some((first, second)),
            _ => None,
        })
        .collect();
    let mut text = String::from("field        kappa  equal\n");
    let mut row = |name: &str, confusion: &Confusion, quadratic: bool| {
        // Writing into memory does not fail.
        _ = writeln!(
            text,
            "{name:10}  {:>6.3}  {:>5.3}",
            confusion.kappa(quadratic),
            confusion.accuracy()
        );
    };
    row(
        "about",
        &compare(&pairs, About::ALL, |labels| labels.about),
        false,
    );
    row(
        "kind",
        &compare(&pairs, Kind::ALL, |labels| labels.kind),
        false,
    );
    row(
        "situation",
        &compare(&pairs, Situation::ALL, |labels| labels.situation),
        false,
    );
    row(
        "sentiment",
        &compare(&pairs, Sentiment::ALL, |labels| labels.sentiment),
        false,
    );
    row(
        "asks_help",
        &compare(&pairs, &FLAGS, |labels| labels.asks_help),
        false,
    );
    row(
        "respond",
        &compare(&pairs, Respond::ALL, |labels| labels.respond),
        false,
    );
    let priority = compare(&pairs, Priority::ALL, |labels| labels.priority);
    row("priority", &priority, false);
    row("(quadratic)", &priority, true);
    row(
        "influence",
        &compare(&pairs, Influence::ALL, |labels| labels.influence),
        false,
    );
    row(
        "risk",
        &compare(&pairs, &FLAGS, |labels| labels.risk),
        false,
    );
    row(
        "chance",
        &compare(&pairs, &FLAGS, |labels| labels.chance),
        false,
    );
    let same = |(first, second): &&(&Labels, &Labels)| first.topics == second.topics;
    let equal = pairs.iter().filter(same).count() as f64 / pairs.len().max(1) as f64;
    _ = writeln!(text, "topics           -  {equal:>5.3}");
    text
}

fn compare<T: PartialEq>(
    pairs: &[(&Labels, &Labels)],
    all: &[T],
    field: impl Fn(&Labels) -> T,
) -> Confusion {
    let mut confusion = Confusion::new(all.len());
    let at = |labels: &Labels| all.iter().position(|value| *value == field(labels));
    for (first, second) in pairs {
        if let (Some(first), Some(second)) = (at(first), at(second)) {
            confusion.note(first, second);
        }
    }
    confusion
}
