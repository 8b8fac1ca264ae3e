//! Labelled messages that lie beside the project: real people's words, used where they are
//! and never copied into it.

use crate::workspace;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use std::path::PathBuf;

/// A message and what it is.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Labelled {
    /// The message.
    pub(super) text: String,
    /// Its label.
    pub(super) label: String,
}

/// Their folder.
pub(super) fn folder() -> PathBuf {
    workspace::root().join("../shared/eval")
}

/// One set of them.
pub(super) fn labelled(name: &str) -> Result<Vec<Labelled>> {
    values(name)?
        .into_iter()
        .map(|value| serde_json::from_value(value).with_context(|| format!("{name}.jsonl")))
        .collect()
}

/// The JSON lines of a set.
pub(super) fn values(name: &str) -> Result<Vec<Value>> {
    let text = text(&format!("{name}.jsonl"))?;
    text.lines()
        .map(|line| serde_json::from_str(line).with_context(|| format!("{name}.jsonl")))
        .collect()
}

/// A file of theirs.
pub(super) fn text(name: &str) -> Result<String> {
    let file = folder().join(name);
    std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}
