//! `cargo xtask demo`: the whole journey on this machine, in a real browser.

mod browser;
mod tour;

use crate::{build, need, say, workspace};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::sync::mpsc;
use toonvast_tests::backend::Backend;
use toonvast_tests::stage::Stage;

/// Arguments of `demo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Play the whole journey by itself, print what was logged and leave screenshots in target/tour/.
    #[arg(long)]
    pub tour: bool,
    /// Install what is missing without asking.
    #[arg(long)]
    pub yes: bool,
    /// The brand folder to show.
    #[arg(long, value_name = "DIR")]
    pub brand: Option<PathBuf>,
}

/// Where the demo keeps its server's data, browser profile and copy of the extension.
fn folder() -> PathBuf {
    workspace::target().join("demo")
}

/// Builds everything, starts server, stage and browser, and waits for Ctrl-C or the end of the tour.
///
/// # Errors
/// When something is missing (the error says what to install) or does not start.
pub fn run(args: &Args) -> Result<()> {
    let consent = if args.yes {
        need::Consent::Yes
    } else {
        need::Consent::Ask
    };
    need::wasm_target()?;
    need::npm(consent)?;
    let browser = need::browser(consent)?;
    if args.tour {
        need::driver(consent)?;
    }
    build::node_modules("tests/stage")?;
    let built = build::run(&build::Args {
        tests: true,
        brand: args.brand.clone(),
    })?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(show(args, &browser, &built))
}

async fn show(args: &Args, program: &std::path::Path, built: &build::Built) -> Result<()> {
    let folder = folder();
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let brand = args.brand.clone().unwrap_or_else(workspace::demo_brand);
    let backend = Backend::start(&built.toonvast, &folder.join("server"), &brand, None).await?;
    let stage = Stage::start(&Stage::folder()).await?;
    if args.tour {
        return tour::play(&backend, &stage).await;
    }
    let extension = browser::prepare(&backend, &folder).await?;
    let mut shown = browser::open(program, &extension, &stage, &folder.join("profile"))?;
    browser::explain(&backend, &shown);
    wait(&mut shown);
    say::line("Closing browser, stage and server.");
    drop(shown);
    drop(stage);
    drop(backend);
    Ok(())
}

/// Waits for Ctrl-C, or for the browser's last window to be closed.
fn wait(shown: &mut browser::Shown) {
    let (tell, stop) = mpsc::channel();
    // A second handler cannot be set; there is none.
    drop(ctrlc::set_handler(move || {
        // Nobody waits any more: the demo is ending already.
        tell.send(()).unwrap_or_default();
    }));
    while stop
        .recv_timeout(std::time::Duration::from_millis(300))
        .is_err()
    {
        if shown.is_closed() {
            break;
        }
    }
}
