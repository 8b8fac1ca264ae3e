//! How far two labellers agree, field by field.

use super::corpus::Corpus;
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
    let priority = compare(&pairs, Priority::ALL, |labels| labels.priority);
    let mut text = String::from("field        kappa  equal\n");
    text += &row(
        "about",
        &compare(&pairs, About::ALL, |one| one.about),
        false,
    );
    text += &row("kind", &compare(&pairs, Kind::ALL, |one| one.kind), false);
    text += &row(
        "situation",
        &compare(&pairs, Situation::ALL, |one| one.situation),
        false,
    );
    text += &row(
        "sentiment",
        &compare(&pairs, Sentiment::ALL, |one| one.sentiment),
        false,
    );
    text += &row(
        "asks_help",
        &compare(&pairs, &FLAGS, |one| one.asks_help),
        false,
    );
    text += &row(
        "respond",
        &compare(&pairs, Respond::ALL, |one| one.respond),
        false,
    );
    text += &row("priority", &priority, false);
    text += &row("(quadratic)", &priority, true);
    text += &row(
        "influence",
        &compare(&pairs, Influence::ALL, |one| one.influence),
        false,
    );
    text += &row("risk", &compare(&pairs, &FLAGS, |one| one.risk), false);
    text += &row("chance", &compare(&pairs, &FLAGS, |one| one.chance), false);
    let same = |(first, second): &&(&Labels, &Labels)| first.topics == second.topics;
    let equal = pairs.iter().filter(same).count() as f64 / pairs.len().max(1) as f64;
    text + &format!("topics           -  {equal:>5.3}\n")
}

fn row(name: &str, confusion: &Confusion, quadratic: bool) -> String {
    let (kappa, equal) = (confusion.kappa(quadratic), confusion.accuracy());
    format!("{name:10}  {kappa:>6.3}  {equal:>5.3}\n")
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
