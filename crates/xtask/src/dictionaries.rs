//! `cargo xtask dictionaries`: the packs of `crates/spelling`, from npm's dictionaries and
//! nothing else; and the words of webcare, counted in our corpora.

mod compare;
mod count;

use crate::{build, say, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use toonvast_spelling::{Pack, Source};

/// The languages, as files and npm packages name them.
pub const LANGUAGES: [&str; 2] = ["nl", "en"];

/// Arguments of `dictionaries`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write nothing; fail when a pack in the repository is not what the npm package gives.
    #[arg(long, conflicts_with = "count")]
    check: bool,
    /// Count the words of webcare again; a change of the corpora alone asks for none.
    #[arg(long)]
    count: bool,
    /// Compare our verdicts with Hunspell's own on the words of running text.
    #[arg(long)]
    compare: bool,
}

/// What the check proves.
pub const CHECK: &str = "the dictionaries, from npm alone";

/// Packs, or checks what was packed.
///
/// # Errors
/// When the npm packages cannot be installed, a file cannot be read or written, or a pack differs.
pub fn run(args: &Args) -> Result<()> {
    let packages = packages()?;
    if args.check {
        say::step(CHECK, || each(&packages, unchanged))?;
    } else {
        each(&packages, write)?;
    }
    if args.compare {
        compare::run(&packages)?;
    }
    if args.count {
        count::write(&folder().join("words"))?;
    }
    Ok(())
}

/// Proves that the packs in the repository are what the npm packages give.
///
/// # Errors
/// When the npm packages cannot be installed or a pack differs.
pub fn check() -> Result<()> {
    each(&packages()?, unchanged)
}

/// Makes each pack and does something with it.
fn each(packages: &Path, keep: fn(&Path, &[u8]) -> Result<()>) -> Result<()> {
    for lang in LANGUAGES {
        let (aff, dic) = hunspell_files(packages, lang);
        let (aff, dic) = (read(&aff)?, read(&dic)?);
        let source = Source {
            aff: &aff,
            dic: &dic,
        };
        let made = Pack::write(source)?;
        proves(&made, source, lang)?;
        keep(&folder().join(format!("packs/{lang}.pack")), &made)?;
    }
    Ok(())
}

fn write(kept: &Path, made: &[u8]) -> Result<()> {
    let size = made.len() / 1000;
    say::line(&format!("  {} ({size} kB)", kept.display()));
    std::fs::write(kept, made).with_context(|| format!("cannot write {}", kept.display()))
}

fn unchanged(kept: &Path, made: &[u8]) -> Result<()> {
    if std::fs::read(kept).ok().as_deref() != Some(made) {
        bail!(
            "{} is not what its npm package gives; run `cargo xtask dictionaries` and commit what it writes",
            kept.display()
        );
    }
    Ok(())
}

/// The pack holds every line of the source and no other.
fn proves(made: &[u8], source: Source<'_>, lang: &str) -> Result<()> {
    let mut packed = Pack::read(made.to_vec())?.lines()?;
    let mut lines: Vec<&str> = source.lines().collect();
    packed.sort_unstable();
    lines.sort_unstable();
    if packed != lines {
        bail!("the pack of dictionary-{lang} does not hold the same lines as its source");
    }
    Ok(())
}

/// Our crate.
fn folder() -> PathBuf {
    workspace::root().join("crates/spelling")
}

/// The npm packages: both dictionaries, and Hunspell.
///
/// # Errors
/// When they cannot be installed.
pub fn packages() -> Result<PathBuf> {
    let folder = workspace::target().join("dictionaries");
    std::fs::create_dir_all(&folder)?;
    for (name, text) in [
        ("package.json", include_str!("dictionaries/package.json")),
        (
            "package-lock.json",
            include_str!("dictionaries/package-lock.json"),
        ),
    ] {
        std::fs::write(folder.join(name), text)?;
    }
    build::install(&folder)?;
    Ok(folder)
}

/// Rules and stems of a language, as Hunspell reads them.
#[must_use]
pub fn hunspell_files(packages: &Path, lang: &str) -> (PathBuf, PathBuf) {
    let package = packages.join(format!("node_modules/dictionary-{lang}"));
    (package.join("index.aff"), package.join("index.dic"))
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
