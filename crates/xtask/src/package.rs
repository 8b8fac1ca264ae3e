//! `cargo xtask package`: what goes to the stores, optimised.

use crate::{build, need, say, shell, workspace};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Arguments of `package`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The brand folder to bundle.
    #[arg(long, value_name = "DIR")]
    pub brand: Option<PathBuf>,
    /// Install what is missing without asking.
    #[arg(long)]
    pub yes: bool,
}

/// Builds, optimises the WebAssembly and packs again.
///
/// # Errors
/// When a tool is missing or a step fails.
pub fn run(args: &Args) -> Result<()> {
    need::npm(if args.yes {
        need::Consent::Yes
    } else {
        need::Consent::Ask
    })?;
    build::node_modules("extension")?;
    build::run(&build::Args {
        tests: false,
        brand: args.brand.clone(),
    })?;
    say::step("optimising the WebAssembly", optimise)?;
    for flavour in ["chromium", "firefox"] {
        let folder = workspace::extension(flavour);
        let whole = folder.with_extension("zip");
        build::pack(&folder, &whole)?;
        tell(&whole, "")?;
        let without = workspace::extension(&format!("{flavour}-without-english.zip"));
        build::pack_without_english(&folder, &without)?;
        tell(&without, ", without the English grammar pack")?;
        let size = size(&without)?;
        ensure!(
            size <= MOST_WITHOUT_ENGLISH,
            "{} is larger than {} kB; whoever installs it waits for what they need at once: look at what it grew by",
            without.display(),
            MOST_WITHOUT_ENGLISH / 1000
        );
    }
    Ok(())
}

/// The most that is loaded by everybody, whatever language they write; bytes.
const MOST_WITHOUT_ENGLISH: u64 = 3_500_000;

fn tell(package: &Path, what: &str) -> Result<()> {
    let size = size(package)? / 1000;
    say::line(&format!("  {} ({size} kB{what})", package.display()));
    Ok(())
}

/// Once for all browsers: they carry the same WebAssembly.
fn optimise() -> Result<()> {
    let tool = workspace::root().join("extension/node_modules/.bin/wasm-opt");
    let modules = [
        "host/engine_bg.wasm",
        "workbench/workbench_bg.wasm",
        "english/english_bg.wasm",
    ];
    for wasm in modules {
        let from = workspace::extension("chromium").join(wasm);
        let to = workspace::extension("firefox").join(wasm);
        let before = size(&from)?;
        shell::run(
            Command::new(&tool)
                .args(["-Oz", "--strip-debug", "--strip-producers"])
                .arg(&from)
                .arg("-o")
                .arg(&to),
        )?;
        std::fs::copy(&to, &from).with_context(|| format!("cannot write {}", from.display()))?;
        let after = size(&from)?;
        say::line(&format!(
            "  {wasm}: {} kB -> {} kB",
            before / 1000,
            after / 1000
        ));
    }
    Ok(())
}

fn size(path: &Path) -> Result<u64> {
    Ok(std::fs::metadata(path)
        .with_context(|| format!("cannot find {}", path.display()))?
        .len())
}
