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
    for flavour in ["chromium", "firefox"] {
        say::step(&format!("optimising {flavour}"), || optimise(flavour))?;
        let folder = workspace::extension(flavour);
        let package = folder.with_extension("zip");
        build::pack(&folder, &package)?;
        let size = std::fs::metadata(&package)?.len();
        say::line(&format!("  {} ({} kB)", package.display(), size / 1000));
    }
    Ok(())
}

fn optimise(flavour: &str) -> Result<()> {
    let tool = workspace::root().join("extension/node_modules/.bin/wasm-opt");
    for wasm in ["host/engine_bg.wasm", "workbench/workbench_bg.wasm"] {
        let path = workspace::extension(flavour).join(wasm);
        let before = std::fs::metadata(&path)
            .with_context(|| format!("cannot find {}", path.display()))?
            .len();
        let smaller = path.with_extension("opt");
        shell::run(
            Command::new(&tool)
                .args(["-Oz", "--strip-debug", "--strip-producers"])
                .arg(&path)
                .arg("-o")
                .arg(&smaller),
        )?;
        std::fs::rename(&smaller, &path)?;
        let after = std::fs::metadata(&path)?.len();
        say::line(&format!(
            "  {wasm}: {} kB -> {} kB",
            before / 1000,
            after / 1000
        ));
    }
    Ok(())
}
