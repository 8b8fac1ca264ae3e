//! `cargo xtask train`: the weights of triage and of the tone check, from their corpora and
//! from nothing else.

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
        return say::step(CHECK, || check(&toonvast));
    }
    for what in Weights::ALL {
        let learnt = say::step(what.corpus(), || what.train(&toonvast, &what.models()))?;
        say::out(learnt.trim_end());
    }
    Ok(())
}

/// What the check proves.
pub const CHECK: &str = "the weights, from the corpora alone";

/// Trains beside the repository's weights and compares every byte.
///
/// # Errors
/// When a file differs, is missing or is too many; the error names them all.
pub fn check(toonvast: &Path) -> Result<()> {
    for what in Weights::ALL {
        let made = workspace::target().join("train");
        if made.exists() {
            std::fs::remove_dir_all(&made)
                .with_context(|| format!("cannot empty {}", made.display()))?;
        }
        what.train(toonvast, &made)?;
        let models = what.models();
        let faults = differences(&contents(&models)?, &contents(&made)?);
        if !faults.is_empty() {
            bail!(
                "{} is not what {} gives: {}; run `cargo xtask train` and commit what it writes",
                models.display(),
                what.corpus(),
                faults.join(", ")
            );
        }
    }
    Ok(())
}

/// Weights that ship.
#[derive(Debug, Clone, Copy)]
enum Weights {
    /// The heads that judge posts.
    Triage,
    /// What each sentence of a draft does.
    Tone,
}

/// Languages the tone check has learnt, and the buckets of its tables as a power of two: of
/// 13 to 15, 14 loses a point to 15 at half the size.
const LANGUAGES: [&str; 2] = ["nl", "en"];
const BITS: &str = "14";

impl Weights {
    const ALL: [Self; 2] = [Self::Triage, Self::Tone];

    const fn corpus(self) -> &'static str {
        match self {
            Self::Triage => "crates/triage/corpus",
            Self::Tone => "crates/tone/corpus/acts",
        }
    }

    fn models(self) -> PathBuf {
        workspace::root().join(match self {
            Self::Triage => "crates/triage/models",
            Self::Tone => "crates/tone/models",
        })
    }

    /// Learns into a folder; gives what was printed.
    fn train(self, toonvast: &Path, out: &Path) -> Result<String> {
        if matches!(self, Self::Triage) {
            let mut command = Command::new(toonvast);
            command.args(["train", "--corpus"]).arg(corpus::folder());
            return shell::output(command.arg("--out").arg(out));
        }
        std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
        let mut said = String::new();
        for lang in LANGUAGES {
            let data = workspace::root().join(format!("{}/{lang}.jsonl", self.corpus()));
            let mut command = Command::new(toonvast);
            command.args(["train", "--field", "act", "--bits", BITS]);
            command.args(["--licence", "CC0-1.0", "--data"]).arg(data);
            let model = out.join(format!("acts-{lang}.model"));
            said += &shell::output(command.arg("--out").arg(model))?;
        }
        Ok(said)
    }
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
