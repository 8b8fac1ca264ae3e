//! The triage corpus beside the crate that learns from it.

use crate::workspace;
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toonvast_brand::{Brand, import};
use toonvast_model::post::{Context, Post};
use toonvast_triage::training::{Labels, Reader, Sample};

/// A post and what those who labelled it say.
pub struct Line {
    /// The post.
    pub post: Post,
    /// Its brand.
    pub brand: String,
    /// The language it was written as.
    pub lang: String,
    /// What each labeller says, the first one first.
    pub labels: Vec<Labels>,
}

/// Brands, and posts in the order of their files.
pub struct Corpus {
    /// The brands.
    pub brands: Vec<Brand>,
    /// The posts.
    pub lines: Vec<Line>,
}

/// Its folder.
#[must_use]
pub fn folder() -> PathBuf {
    workspace::root().join("crates/triage/corpus")
}

impl Corpus {
    /// Reads brands, posts and second labels.
    ///
    /// # Errors
    /// When a file cannot be read; the error names it.
    pub fn read() -> Result<Self> {
        let folder = folder();
        let brands = import::brands(&text(&folder.join("brands.json"))?, None)?;
        let mut second = BTreeMap::new();
        for value in values(&folder.join("second"))? {
            let id = field(&value, "id");
            second.insert(id, serde_json::from_value::<Labels>(value)?);
        }
        let lines = values(&folder.join("posts"))?
            .into_iter()
            .map(|value| line(value, &mut second))
            .collect::<Result<_>>()?;
        Ok(Self { brands, lines })
    }

    /// So many quarters of the posts, as they are learnt from.
    ///
    /// # Errors
    /// When a post names a brand that is not there.
    pub fn samples(&self, quarters: usize) -> Result<Vec<Sample>> {
        let readers: BTreeMap<String, Reader> = self
            .brands
            .iter()
            .map(|brand| (brand.id.to_string(), Reader::new(brand)))
            .collect();
        let kept = self.lines.iter().enumerate();
        kept.filter(|(at, _)| at % 4 < quarters)
            .map(|(_, line)| {
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

fn line(value: Value, second: &mut BTreeMap<String, Labels>) -> Result<Line> {
    let (brand, lang) = (field(&value, "brand"), field(&value, "lang"));
    let first: Labels = serde_json::from_value(value.clone())?;
    let post: Post = serde_json::from_value(value)?;
    let other = second.remove(&post.id.0);
    Ok(Line {
        labels: std::iter::once(first).chain(other).collect(),
        post,
        brand,
        lang,
    })
}

fn field(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// The JSON lines of every file in a folder, in the order of their names.
fn values(folder: &Path) -> Result<Vec<Value>> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    let mut values = Vec::new();
    for file in files {
        for line in text(&file)?.lines() {
            let value = serde_json::from_str(line)
                .with_context(|| format!("{} holds a line that is no JSON", file.display()))?;
            values.push(value);
        }
    }
    Ok(values)
}

fn text(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
