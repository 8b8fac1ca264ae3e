//! `toonvast classify`: texts in, labels out.

use crate::Ended;
use crate::fields::{Fields, LineError};
use crate::lines;
use anyhow::Context as _;
use serde::Serialize;
use serde_json::{Map, Value};
use std::path::PathBuf;
use toonvast_learn::{Classifier, Features, Model};

/// Which model.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "JSON lines with `id` and `text` on standard input; one JSON line each, with `id`, `label` and `scores`, on standard output."
)]
pub(crate) struct Args {
    /// A model made by `toonvast train`
    #[arg(long, value_name = "MODEL")]
    model: PathBuf,
}

#[derive(Serialize)]
struct Labelled {
    id: Value,
    label: String,
    scores: Map<String, Value>,
}

/// Labels every line.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let name = args.model.display();
    let bytes = std::fs::read(&args.model).with_context(|| format!("cannot read {name}"))?;
    let model = Model::from_bytes(&bytes).with_context(|| format!("{name}"))?;
    let labels = model.labels().to_vec();
    let classify = Classifier::new(model);
    lines::each(|mut fields: Fields| -> Result<Labelled, LineError> {
        let id = fields.id()?;
        let text = fields.required("text")?;
        let said = classify.classify(&Features::of(&text));
        let scores = labels
            .iter()
            .zip(&said.scores)
            .map(|(label, score)| (label.clone(), rounded(*score)));
        Ok(Labelled {
            id,
            label: labels[said.label].clone(),
            scores: scores.collect(),
        })
    })
}

/// Four decimals.
fn rounded(score: f32) -> Value {
    let steps = (f64::from(score) * 10_000.0).round();
    Value::from(steps / 10_000.0)
}
