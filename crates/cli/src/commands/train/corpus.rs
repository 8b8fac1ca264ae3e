//! The triage corpus: a folder of brands, posts and labels.

use super::write;
use anyhow::{Context as _, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use toonvast_brand::import;
use toonvast_learn::{Model, Report, TrainError};
use toonvast_model::post::{Context, Post};
use toonvast_triage::training::{self, Head, Labels, Reader, Sample};

/// A labelled post with all that is known of it.
pub(crate) struct Line {
    /// The post.
    pub(crate) post: Post,
    /// Its brand.
    pub(crate) brand: String,
    /// What the labellers say, the first one first.
    pub(crate) labels: Vec<Labels>,
    /// The language it was written as.
    pub(crate) lang: String,
}

/// Brands, and posts in the order of their files.
pub(crate) struct Corpus {
    /// The brands.
    pub(crate) brands: Vec<toonvast_brand::Brand>,
    /// The posts.
    pub(crate) lines: Vec<Line>,
}

impl Corpus {
    /// Reads `brands.json`, every `posts/*.jsonl` and, where they are, `second/*.jsonl`.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let brands = text(&folder.join("brands.json"))?;
        let brands = import::brands(&brands, None).context("brands.json")?;
        let mut second: BTreeMap<String, Labels> = BTreeMap::new();
        if folder.join("second").is_dir() {
            for file in files(&folder.join("second"))? {
                for value in values(&file)? {
                    let id = value["id"].as_str().unwrap_or_default().to_owned();
                    let labels = serde_json::from_value(value)
                        .with_context(|| format!("{}: `{id}`", file.display()))?;
                    second.insert(id, labels);
                }
            }
        }
        let mut lines = Vec::new();
        for file in files(&folder.join("posts"))? {
            for value in values(&file)? {
                let line = line(&value, &mut second)
                    .with_context(|| format!("{}: `{}`", file.display(), value["id"]))?;
                lines.push(line);
            }
        }
        if lines.is_empty() {
            bail!("{} holds no posts", folder.join("posts").display());
        }
        Ok(Self { brands, lines })
    }

    /// The posts as they are learnt from.
    pub(crate) fn samples(&self) -> anyhow::Result<Vec<Sample>> {
        let readers: BTreeMap<String, Reader> = self
            .brands
            .iter()
            .map(|brand| (brand.id.to_string(), Reader::new(brand)))
            .collect();
        self.lines
            .iter()
            .map(|line| {
                let reader = readers
                    .get(&line.brand)
                    .with_context(|| format!("brands.json has no brand `{}`", line.brand))?;
                Ok(Sample {
                    features: reader.features(&line.post, &Context::default()),
                    brand: line.brand.clone(),
                    labels: line.labels.clone(),
                })
            })
            .collect()
    }
}

fn line(value: &Value, second: &mut BTreeMap<String, Labels>) -> anyhow::Result<Line> {
    let post: Post = serde_json::from_value(value.clone())?;
    let first: Labels = serde_json::from_value(value.clone())?;
    let other = second.remove(&post.id.0);
    let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    Ok(Line {
        brand: field("brand"),
        lang: field("lang"),
        labels: std::iter::once(first).chain(other).collect(),
        post,
    })
}

fn files(folder: &Path) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "jsonl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn text(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn values(file: &Path) -> anyhow::Result<Vec<Value>> {
    let text = text(file)?;
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}:{}: no JSON", file.display(), number + 1))
        })
        .collect()
}

/// Trains triage from a corpus: a model a field, and the verdicts people gave.
pub(super) fn train(folder: &Path, out: &Path) -> anyhow::Result<()> {
    let corpus = Corpus::read(folder)?;
    let samples = corpus.samples()?;
    std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let mut figures = Vec::new();
    for (head, trained) in Head::ALL.iter().zip(heads(&samples)) {
        let (model, report) = trained.with_context(|| format!("`{}`", head.field()))?;
        write(
            &out.join(format!("{}.model", head.field())),
            &model.to_bytes(),
        )?;
        super::table::print(&mut figures, head.field(), &report)?;
    }
    write(
        &out.join("verdicts.tsv"),
        training::verdicts(&samples).as_bytes(),
    )?;
    let figures = String::from_utf8_lossy(&figures).into_owned();
    super::print(&figures)?;
    write(
        &out.join("CARD.md"),
        super::card::triage(&corpus, &figures).as_bytes(),
    )
}

/// Every head, learnt side by side; their order does not depend on who is done first.
fn heads(samples: &[Sample]) -> Vec<Result<(Model, Report), TrainError>> {
    let heads = Head::ALL;
    std::thread::scope(|scope| {
        let learners: Vec<_> = heads
            .iter()
            .map(|head| scope.spawn(move || training::train(*head, samples)))
            .collect();
        learners
            .into_iter()
            .map(|learner| match learner.join() {
                Ok(trained) => trained,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}
