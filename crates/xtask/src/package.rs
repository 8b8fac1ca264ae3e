//! `cargo xtask package`: what goes to the stores, optimised.

use crate::{build, need, say, shell, workspace};
use anyhow::{Context, Result};
use std::path::PathBuf;
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
        let package = folder.with_extension("zip");
        build::pack(&folder, &package)?;
        let size = size(&package)?;
        say::line(&format!("  {} ({} kB)", package.display(), size / 1000));
    }
    Ok(())
}

/// Once for all browsers: they carry the same WebAssembly.
fn optimise() -> Result<()> {
    let tool = workspace::root().join("extension/node_modules/.bin/wasm-opt");
    for wasm in ["host/engine_bg.wasm", "workbench/workbench_bg.wasm"] {
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

fn size(path: &std::path::Path) -> Result<u64> {
    Ok(std::fs::metadata(path)
        .with_context(|| format!("cannot find {}", path.display()))?
        .len())
}
