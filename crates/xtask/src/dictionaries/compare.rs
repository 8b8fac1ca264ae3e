//! Our verdicts beside Hunspell's own, on the words of running text.
//!
//! The texts are real people's; they lie beside the project and are read where they are.

use super::{LANGUAGES, hunspell_files};
use crate::{need, say, shell, workspace};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use toonvast_model::language::Language;
use toonvast_spelling::Spelling;
use toonvast_text::{WordKind, words};

/// Distinct words of both languages: all the Dutch there is, and English to fill up.
const WORDS: usize = 50_000;

/// What Hunspell said.
#[derive(Deserialize)]
struct Verdicts {
    version: String,
    /// By language and word.
    nl: Vec<bool>,
    en: Vec<bool>,
}

/// Compares and prints every difference.
///
/// # Errors
/// When Hunspell cannot be asked; on CI also when the texts are absent.
pub(super) fn run(packages: &Path) -> Result<()> {
    let folder = workspace::root().join("../shared/eval");
    if !folder.is_dir() {
        let absent = "the texts (shared/eval beside the project) are absent";
        if std::env::var_os("CI").is_some() {
            bail!("{absent}, and CI needs them");
        }
        say::line(&format!("SKIPPED: {absent}; no verdict was compared"));
        return Ok(());
    }
    let spelling = Spelling::embedded().context("the packs in the repository are damaged")?;
    let dutch = distinct(&folder, "nl", WORDS)?;
    let english = distinct(&folder, "en", WORDS - dutch.len())?;
    let lists = [dutch, english];
    let said = say::step("Hunspell on the same words", || ask(packages, &lists))?;
    let theirs = [&said.nl, &said.en];
    let languages = [Language::Nl, Language::En];
    for (((lang, language), list), theirs) in
        LANGUAGES.into_iter().zip(languages).zip(&lists).zip(theirs)
    {
        let dictionary = spelling.dictionary(language);
        let differ: Vec<String> = list
            .iter()
            .zip(theirs)
            .filter(|(word, right)| dictionary.knows(word) != **right)
            .map(|(word, right)| {
                format!(
                    "{word} ({})",
                    if *right {
                        "Hunspell knows it"
                    } else {
                        "only we know it"
                    }
                )
            })
            .collect();
        let wrong = theirs.iter().filter(|right| !**right).count();
        say::out(&format!(
            "{lang}: {} words, {wrong} unknown to Hunspell ({}), {} verdicts differ{}{}",
            list.len(),
            said.version,
            differ.len(),
            if differ.is_empty() { "" } else { ":\n  " },
            differ.join("\n  "),
        ));
    }
    Ok(())
}

/// The first so many distinct words of the texts of a language, in the order of their files.
fn distinct(folder: &Path, lang: &str, most: usize) -> Result<Vec<String>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    let (mut seen, mut list) = (BTreeSet::new(), Vec::new());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with(&format!("{lang}_")) {
            continue;
        }
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        for line in text.lines() {
            let value: Value = serde_json::from_str(line)?;
            let Some(text) = value["text"].as_str() else {
                continue;
            };
            let plain = words(text)
                .into_iter()
                .filter(|word| word.kind == WordKind::Word);
            for word in plain.map(|word| word.of(text)) {
                if list.len() < most && seen.insert(word.to_owned()) {
                    list.push(word.to_owned());
                }
            }
        }
    }
    Ok(list)
}

fn ask(packages: &Path, lists: &[Vec<String>; 2]) -> Result<Verdicts> {
    let node = need::node()?;
    let (script, task) = (packages.join("hunspell.mjs"), packages.join("words.json"));
    std::fs::write(&script, include_str!("hunspell.mjs"))?;
    let of = |at: usize| {
        let (aff, dic) = hunspell_files(packages, LANGUAGES[at]);
        json!({ "aff": aff, "dic": dic, "words": lists[at] })
    };
    let tasks = json!({ "nl": of(0), "en": of(1) });
    std::fs::write(&task, serde_json::to_vec(&tasks)?)?;
    let said = shell::output(Command::new(node).arg(&script).arg(&task))?;
    serde_json::from_str(&said).context("Hunspell printed something else than verdicts")
}
