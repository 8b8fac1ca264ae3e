//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

use crate::{build, dictionaries, need, rules, say, shell, train, workspace};
use anyhow::Result;
use std::process::Command;

/// Arguments of `test`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only what needs no browser: formats, lints, unit and server tests.
    #[arg(long)]
    pub quick: bool,
}

/// Runs all checks; stops at the first that fails.
///
/// # Errors
/// When a tool is missing or a check fails.
pub fn run(args: &Args) -> Result<()> {
    let root = workspace::root();
    need::wasm_target()?;
    need::npm(need::Consent::Yes)?;
    if !args.quick {
        need::browser(need::Consent::Yes)?;
        need::driver(need::Consent::Yes)?;
    }
    say::step("format", || {
        shell::run(shell::cargo(&root).args(["fmt", "--all", "--check"]))
    })?;
    build::node_modules("tests/stage")?;
    build::node_modules("extension")?;
    let built = build::run(&build::Args {
        tests: true,
        brand: None,
    })?;
    say::step("types of the JavaScript", || javascript(&root))?;
    say::step("the packages as the stores check them", || {
        firefox_package(&root)
    })?;
    say::step("lints", || {
        shell::run(shell::cargo(&root).args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    say::step("documentation", || {
        shell::run(
            shell::cargo(&root)
                .args([
                    "doc",
                    "--quiet",
                    "--workspace",
                    "--no-deps",
                    "--document-private-items",
                ])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    })?;
    say::step(rules::CHECK, || rules::check(&built.toonvast))?;
    say::step(train::CHECK, || train::check(&built.toonvast))?;
    say::step(dictionaries::CHECK, dictionaries::check)?;
    let mut tests = shell::cargo(&root);
    tests
        .args(["test", "--workspace"])
        .env("TOONVAST_BIN", &built.toonvast);
    if args.quick {
        tests.args(["--exclude", "toonvast-tests"]);
    }
    say::step("tests", || shell::run(&mut tests))
}

fn javascript(root: &std::path::Path) -> Result<()> {
    let tsc = root.join("extension/node_modules/.bin/tsc");
    for project in ["extension/page", "extension"] {
        shell::run(
            Command::new(&tsc)
                .current_dir(root)
                .args(["--noEmit", "--project", project]),
        )?;
    }
    Ok(())
}

fn firefox_package(root: &std::path::Path) -> Result<()> {
    let linter = root.join("extension/node_modules/.bin/addons-linter");
    shell::output(
        Command::new(linter)
            .current_dir(root)
            .args(["--self-hosted", "--output=text"])
            .arg(workspace::extension("firefox")),
    )
    .map(|said| say::line(said.trim()))
}
