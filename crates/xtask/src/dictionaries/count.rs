//! How often words occur in webcare: in the posts and drafts of our own corpora, without the
//! brands nobody reads who writes rules.

use super::LANGUAGES;
use crate::workspace;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use toonvast_model::language::Language;
use toonvast_spelling::Spelling;
use toonvast_text::{WordKind, words};

/// A word once is chance, or a name.
const LEAST: u32 = 2;

/// Writes `common-<lang>.txt`: `word count`, only words the dictionary knows.
pub(super) fn write(folder: &Path) -> Result<()> {
    let spelling = Spelling::embedded().context("the packs in the repository are damaged")?;
    let unread = unread()?;
    for (lang, language) in LANGUAGES.into_iter().zip([Language::Nl, Language::En]) {
        let mut counts = BTreeMap::<String, u32>::new();
        for corpus in ["crates/triage/corpus/posts", "crates/tone/corpus/drafts"] {
            for line in lines(&workspace::root().join(corpus), &unread)? {
                if line["lang"] == lang {
                    texts(&line).for_each(|text| count(text, &mut counts));
                }
            }
        }
        let dictionary = spelling.dictionary(language);
        counts.retain(|word, count| *count >= LEAST && dictionary.knows(word));
        let mut text = String::new();
        for (word, count) in counts {
            writeln!(text, "{word} {count}")?;
        }
        std::fs::write(folder.join(format!("common-{lang}.txt")), text)?;
    }
    Ok(())
}

fn unread() -> Result<BTreeSet<String>> {
    let list = workspace::root().join("crates/tone/corpus/unread.txt");
    let text = std::fs::read_to_string(&list)
        .with_context(|| format!("cannot read {}", list.display()))?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn lines(folder: &Path, unread: &BTreeSet<String>) -> Result<Vec<Value>> {
    let mut lines = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let brand = name.split('-').next().unwrap_or_default();
        if unread.contains(brand) {
            continue;
        }
        let text = std::fs::read_to_string(&path)?;
        for line in text.lines() {
            lines.push(serde_json::from_str(line).with_context(|| path.display().to_string())?);
        }
    }
    Ok(lines)
}

/// The texts of a line: a post's, or a draft's and the post's it answers.
fn texts(line: &Value) -> impl Iterator<Item = &str> {
    let of = [&line["text"], &line["draft"], &line["post"]["text"]];
    of.into_iter().filter_map(Value::as_str)
}

fn count(text: &str, counts: &mut BTreeMap<String, u32>) {
    for word in words(text) {
        let text = word.of(text);
        let plain =
            word.kind == WordKind::Word && text.chars().all(|c| c.is_alphabetic() || c == '\'');
        if plain {
            *counts.entry(text.to_lowercase()).or_default() += 1;
        }
    }
}
