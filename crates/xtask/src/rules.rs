//! `cargo xtask rules`: the manual pages of the tone rules, made from the rule files.

use crate::{build, say, shell, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Arguments of `rules`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write nothing; fail when a page is not what the rule files give.
    #[arg(long)]
    check: bool,
}

/// What the check proves.
pub const CHECK: &str = "the manual of the tone rules";

/// The languages it is written in.
const LOCALES: [&str; 2] = ["nl", "en"];

/// Writes the pages, or checks them.
///
/// # Errors
/// When the command line cannot be built, or a page cannot be written or differs.
pub fn run(args: &Args) -> Result<()> {
    let toonvast = say::step("the command line", build::command_line)?;
    if args.check {
        return say::step(CHECK, || check(&toonvast));
    }
    for locale in LOCALES {
        let file = file(locale);
        std::fs::write(&file, page(&toonvast, locale)?)
            .with_context(|| format!("cannot write {}", file.display()))?;
        say::line(&format!("  {}", file.display()));
    }
    Ok(())
}

/// Compares the pages with what the rule files give.
///
/// # Errors
/// When one differs or is missing.
pub fn check(toonvast: &Path) -> Result<()> {
    for locale in LOCALES {
        let file = file(locale);
        let kept = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}; run `cargo xtask rules`", file.display()))?;
        if kept != page(toonvast, locale)? {
            bail!(
                "{} is not what the rule files give; run `cargo xtask rules` and commit it",
                file.display()
            );
        }
    }
    Ok(())
}

fn file(locale: &str) -> PathBuf {
    workspace::root().join(format!("crates/tone/RULES.{locale}.md"))
}

fn page(toonvast: &Path, locale: &str) -> Result<String> {
    shell::output(Command::new(toonvast).args(["rule", "--manual", "--locale", locale]))
}
