//! Others' work on the same messages, held out alike and counted by the same ruler.

use super::set::Set;
use crate::{say, shell, workspace};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is tried, in the order of the table's columns.
pub(super) const PEERS: [&str; 6] = [
    "LinearSVC",
    "fastText",
    "VADER",
    "VADER, tuned",
    "textblob-nl",
    "textblob-nl, tuned",
];

/// Packages of each; one that cannot be installed leaves the others.
const PACKAGES: [&[&str]; 4] = [
    &["scikit-learn"],
    &["fasttext-wheel"],
    &["vaderSentiment"],
    &["textblob", "textblob-nl"],
];

/// What the peers said, and in which versions.
pub(super) struct Said {
    /// By set and peer, a label for every message held out.
    given: BTreeMap<(String, String), Vec<Option<String>>>,
    /// Peers that are not there.
    missing: Vec<String>,
    /// Packages and their versions.
    pub(super) versions: Vec<String>,
}

impl Said {
    /// A peer's figure on a set, as a cell of the table.
    pub(super) fn cell(&self, set: &Set, peer: &str) -> String {
        let key = (set.name.to_owned(), peer.to_owned());
        match self.given.get(&key) {
            Some(given) => format!("{:.1}", set.figure(given)),
            None if self.missing.iter().any(|missing| missing == peer) => {
                "not installed".to_owned()
            }
            None => "–".to_owned(),
        }
    }
}

/// One line of what the peers print.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Given {
        set: String,
        peer: String,
        given: Vec<Option<String>>,
    },
    Missing {
        missing: String,
    },
    Version {
        package: String,
        version: String,
    },
}

/// Lets the peers learn and judge.
///
/// # Errors
/// When they are there and fail.
pub(super) fn ask(sets: &[Set]) -> Result<Said> {
    let mut said = Said {
        given: BTreeMap::new(),
        missing: Vec::new(),
        versions: Vec::new(),
    };
    let python = match environment() {
        Ok(python) => python,
        Err(why) => {
            say::line(&format!("  no peers: {why:#}"));
            said.missing = PEERS.map(str::to_owned).to_vec();
            return Ok(said);
        }
    };
    let folder = workspace::target().join("peers");
    let tasks = folder.join("tasks.json");
    std::fs::write(&tasks, serde_json::to_vec(sets)?)?;
    let script = folder.join("peers.py");
    std::fs::write(&script, include_str!("peers.py"))?;
    let printed = shell::output(Command::new(python).arg(&script).arg(&tasks))?;
    for line in printed.lines() {
        match serde_json::from_str(line).context("the peers printed something else than JSON")? {
            Line::Given { set, peer, given } => _ = said.given.insert((set, peer), given),
            Line::Missing { missing } => said.missing.push(missing),
            Line::Version { package, version } => {
                said.versions.push(format!("{package} {version}"))
            }
        }
    }
    Ok(said)
}

/// A virtual environment of our own, so that nothing is installed for the whole machine.
fn environment() -> Result<PathBuf> {
    let folder = workspace::target().join("peers/python");
    let python = folder.join("bin/python");
    if !python.is_file() {
        let system = shell::find(&["python3"]).context("python3 is not on the PATH")?;
        std::fs::create_dir_all(&folder)?;
        shell::output(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
    }
    for packages in PACKAGES {
        if let Err(why) = install(&python, packages) {
            let names = packages.join(", ");
            say::line(&format!("  {names} cannot be installed: {why:#}"));
        }
    }
    Ok(python)
}

fn install(python: &Path, packages: &[&str]) -> Result<()> {
    let pip = |verb: &[&str]| {
        let mut command = Command::new(python);
        command.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]);
        shell::output(command.args(verb).args(packages))
    };
    if pip(&["show"]).is_err() {
        pip(&["install"])?;
    }
    Ok(())
}
