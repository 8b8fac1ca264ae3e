//! `cargo xtask read FILE --as URL`: what the extension reads on a saved page.

use crate::{build, need, say, workspace};
use anyhow::{Context, Result};
use std::path::PathBuf;
use toonvast_tests::reading;

/// Arguments of `read`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The saved page.
    #[arg(value_name = "FILE.html")]
    pub file: PathBuf,
    /// The address to open it under.
    #[arg(long = "as", value_name = "URL")]
    pub url: String,
    /// Use the extension as it was last built.
    #[arg(long)]
    pub no_build: bool,
}

/// Opens the page in Chromium with the build for tests and prints its posts as JSON.
///
/// # Errors
/// When the page cannot be read or the browser cannot be driven.
pub fn run(args: &Args) -> Result<()> {
    let html = std::fs::read(&args.file)
        .with_context(|| format!("cannot read {}", args.file.display()))?;
    need::browser(need::Consent::Ask)?;
    need::driver(need::Consent::Ask)?;
    let extension = workspace::extension("chromium-test");
    if !(args.no_build && extension.is_dir()) {
        build::test_extension()?;
    }
    let runtime = tokio::runtime::Runtime::new()?;
    let posts = runtime.block_on(reading::read(&extension, &html, &args.url))?;
    say::out(&serde_json::to_string_pretty(
        &serde_json::json!({ "posts": posts }),
    )?);
    Ok(())
}
