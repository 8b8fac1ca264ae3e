//! `cargo xtask train`: the weights of triage, from the corpus and from nothing else.

use crate::{build, corpus, say, shell, workspace};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Arguments of `train`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write nothing; fail when the weights in the repository are not those the corpus gives.
    #[arg(long)]
    check: bool,
}

/// Trains, or checks what was trained.
///
/// # Errors
/// When the command line cannot be built, the corpus is malformed, or a weight differs.
pub fn run(args: &Args) -> Result<()> {
    let toonvast = say::step("the command line", build::command_line)?;
    if args.check {
        say::step(CHECK, || check(&toonvast))
    } else {
        let learnt = say::step("learning from the corpus", || train(&toonvast, &models()))?;
        say::out(learnt.trim_end());
        Ok(())
    }
}

/// What the check proves.
pub const CHECK: &str = "the weights, from the corpus alone";

/// Trains beside the repository's weights and compares every byte.
///
/// # Errors
/// When a file differs, is missing or is too many; the error names them all.
pub fn check(toonvast: &Path) -> Result<()> {
    let made = workspace::target().join("train");
    if made.exists() {
        std::fs::remove_dir_all(&made)
            .with_context(|| format!("cannot empty {}", made.display()))?;
    }
    train(toonvast, &made)?;
    let faults = differences(&contents(&models())?, &contents(&made)?);
    if faults.is_empty() {
        return Ok(());
    }
    bail!(
        "crates/triage/models is not what crates/triage/corpus gives: {}; run `cargo xtask train` and commit what it writes",
        faults.join(", ")
    )
}

fn models() -> PathBuf {
    workspace::root().join("crates/triage/models")
}

fn train(toonvast: &Path, out: &Path) -> Result<String> {
    let mut command = Command::new(toonvast);
    command.arg("train").arg("--corpus").arg(corpus::folder());
    shell::output(command.arg("--out").arg(out))
}

type Contents = BTreeMap<String, Vec<u8>>;

fn contents(folder: &Path) -> Result<Contents> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        Ok((name, std::fs::read(entry.path())?))
    };
    entries.map(read).collect()
}

/// What is not the same in both folders, by name.
fn differences(kept: &Contents, made: &Contents) -> Vec<String> {
    let names: BTreeSet<&String> = kept.keys().chain(made.keys()).collect();
    let fault = |name: &&String| match (kept.get(*name), made.get(*name)) {
        (Some(kept), Some(made)) if kept == made => None,
        (Some(kept), Some(made)) => {
            let same = kept.iter().zip(made).take_while(|(a, b)| a == b).count();
            Some(format!("{name} differs from byte {same} on"))
        }
        (Some(_), None) => Some(format!("{name} is made by no training")),
        _ => Some(format!("{name} is missing")),
    };
    names.iter().filter_map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::{Contents, differences};

    #[test]
    fn every_difference_is_named() {
        let folder = |files: &[(&str, &str)]| -> Contents {
            let files = files.iter();
            files
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect()
        };
        let kept = folder(&[("a.model", "abc"), ("b.model", "same"), ("old.model", "")]);
        let made = folder(&[("a.model", "abd"), ("b.model", "same"), ("new.model", "")]);
        let expected = [
            "a.model differs from byte 2 on",
            "new.model is missing",
            "old.model is made by no training",
        ];
        assert_eq!(differences(&kept, &made), expected);
        assert!(differences(&kept, &kept).is_empty());
    }
}
