//! `cargo xtask bench`: how fast triage is, as ratios within one run.
//!
//! Machines differ and are busy; so every text is judged several times and its minimum
//! counts, and what is compared is measured side by side.

mod drafts;
mod input;
mod table;

use crate::report::{self, Half};
use crate::{build, need, say, shell, workspace};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Arguments of `bench`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Leave the npm packages out.
    #[arg(long)]
    quick: bool,
    /// Only drafts: dictionaries, keystrokes, suggestions; writes crates/spelling/EVAL.md.
    #[arg(long)]
    drafts: bool,
}

/// What Node.js measured; microseconds, milliseconds where it loads.
#[derive(Debug, Deserialize)]
struct InNode {
    node: String,
    loading: Loading,
    /// Text in, object out.
    judge: Vec<f64>,
    /// Text in, score out: what the object costs is the difference.
    triage: Vec<f64>,
    long: Vec<f64>,
    peers: BTreeMap<String, Option<Vec<f64>>>,
}

/// From nothing to a first judgement.
#[derive(Debug, Deserialize)]
struct Loading {
    module: f64,
    brand: f64,
    first: f64,
}

/// What the native example measured.
#[derive(Debug, Deserialize)]
struct Native {
    triage: Vec<f64>,
    long: Vec<f64>,
}

/// Measures, prints and reports.
///
/// # Errors
/// When something cannot be built or run.
pub fn run(args: &Args) -> Result<()> {
    need::wasm_target()?;
    let node = need::npm(need::Consent::Ask).and_then(|_| need::node())?;
    let folder = workspace::target().join("bench");
    std::fs::create_dir_all(&folder)?;
    if args.drafts {
        say::step("the engine for Node.js", || build::for_node(&folder))?;
        return drafts::run(&folder, &node);
    }
    let input = folder.join("input.json");
    std::fs::write(&input, serde_json::to_vec(&input::Input::read()?)?)
        .with_context(|| format!("cannot write {}", input.display()))?;
    say::step("the engine for Node.js", || build::for_node(&folder))?;
    let native = say::step("the same natively", build_native)?;
    let packages = packages();
    if !args.quick
        && let Err(why) = install(&packages)
    {
        say::line(&format!("  npm packages are left out: {why}"));
    }
    let in_node: InNode = say::step("in Node.js", || {
        let script = folder.join("speed.mjs");
        std::fs::write(&script, include_str!("bench/speed.mjs"))?;
        let mut command = Command::new(&node);
        command.arg(&script).arg(folder.join("engine.js"));
        measured(command.arg(&input).arg(&packages))
    })?;
    let native: Native = say::step("natively", || measured(Command::new(native).arg(&input)))?;
    report::write(Half::Speed, &table::text(&in_node, &native))?;
    drafts::run(&folder, &node)
}

fn measured<T: serde::de::DeserializeOwned>(command: &mut Command) -> Result<T> {
    let said = shell::output(command)?;
    serde_json::from_str(&said).context("the measurement printed something else than figures")
}

/// With the settings of the WebAssembly, so that the ratio is that of the machines alone.
fn build_native() -> Result<PathBuf> {
    shell::run(shell::cargo(&workspace::root()).args([
        "build",
        "--quiet",
        "--profile=wasm",
        "--package=toonvast-engine",
        "--example=speed",
    ]))?;
    Ok(workspace::cargo_target().join("wasm/examples/speed"))
}

fn packages() -> PathBuf {
    workspace::target().join("peers/npm")
}

fn install(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for (name, text) in [
        ("package.json", include_str!("bench/package.json")),
        ("package-lock.json", include_str!("bench/package-lock.json")),
    ] {
        std::fs::write(folder.join(name), text)?;
    }
    build::install(folder)
}
