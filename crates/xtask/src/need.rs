//! What the workshop needs from the machine, and how it gets it.

use crate::{say, shell, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Browsers that load an unpacked extension from the command line, best first.
const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "brave-browser",
    "brave",
];

/// Branded Chrome refuses `--load-extension`; it takes the extension over its debugging pipe.
const CHROME: [&str; 2] = ["google-chrome", "google-chrome-stable"];

/// May something be installed?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Ask on the terminal.
    Ask,
    /// Yes, without asking.
    Yes,
}

/// Makes sure that cargo can build for the browser.
///
/// # Errors
/// When the target is missing and rustup cannot add it.
pub fn wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let sysroot = shell::output(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(workspace::root()),
    )?;
    let there = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(target)
        .is_dir();
    if there {
        return Ok(());
    }
    say::step("adding the Rust target wasm32-unknown-unknown", || {
        shell::run(Command::new("rustup").args(["target", "add", target]).current_dir(workspace::root()))
            .context("without this target nothing can be built for the browser; install rustup from https://rustup.rs or add the target by your package manager")
    })
}

/// Makes sure that npm is there.
///
/// # Errors
/// When it is absent and cannot be installed; the error says what to do.
pub fn npm(consent: Consent) -> Result<PathBuf> {
    program(
        &["npm"],
        &["npm"],
        "npm (with Node.js 18 or newer) brings the editors of the stage",
        consent,
    )
}

/// Where Node.js is; it comes with npm.
///
/// # Errors
/// When it is absent.
pub fn node() -> Result<PathBuf> {
    shell::find(&["node", "nodejs"])
        .context("node is not on the PATH; npm cannot run without it, so look at your installation")
}

/// Makes sure that a browser is there.
///
/// # Errors
/// When none is installed and none can be; the error says what to do.
pub fn browser(consent: Consent) -> Result<PathBuf> {
    if let Some(found) = shell::find(&BROWSERS).or_else(|| shell::find(&CHROME)) {
        return Ok(found);
    }
    program(
        &BROWSERS,
        &["chromium"],
        "Chromium, Edge or Brave shows the extension",
        consent,
    )
}

/// Whether this is branded Chrome.
#[must_use]
pub fn is_branded_chrome(browser: &Path) -> bool {
    browser
        .file_name()
        .is_some_and(|name| CHROME.iter().any(|chrome| name == *chrome))
}

/// Makes sure that the browser's driver is there, for tests and the tour.
///
/// # Errors
/// When it is absent and cannot be installed; the error says what to do.
pub fn driver(consent: Consent) -> Result<PathBuf> {
    program(
        &["chromedriver"],
        &["chromium-driver"],
        "chromedriver plays the part of the agent",
        consent,
    )
}

fn program(names: &[&str], packages: &[&str], why: &str, consent: Consent) -> Result<PathBuf> {
    if let Some(found) = shell::find(names) {
        return Ok(found);
    }
    let install = format!(
        "apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    if !(is_root() && shell::find(&["apt-get"]).is_some()) {
        bail!(
            "{} is not installed: {why}. On Debian or Ubuntu: sudo {install}",
            names[0]
        );
    }
    if consent == Consent::Ask
        && !agreed(&format!(
            "{} is not installed ({why}). Run `{install}`?",
            names[0]
        ))
    {
        bail!(
            "{} is not installed: {why}. Run `{install}`, or call again with --yes",
            names[0]
        );
    }
    say::step(&install, || {
        let quiet = |command: &mut Command| {
            shell::output(command.env("DEBIAN_FRONTEND", "noninteractive")).map(|_| ())
        };
        quiet(Command::new("apt-get").arg("update"))?;
        quiet(
            Command::new("apt-get")
                .args(["install", "-y", "--no-install-recommends"])
                .args(packages),
        )
    })?;
    shell::find(names)
        .with_context(|| format!("{} is still not on the PATH after `{install}`", names[0]))
}

/// Asks on the terminal; without one the answer is no.
fn agreed(question: &str) -> bool {
    use std::io::{IsTerminal, stdin};
    if !stdin().is_terminal() {
        return false;
    }
    say::line(&format!("{question} [y/N]"));
    let mut answer = String::new();
    stdin().read_line(&mut answer).is_ok()
        && matches!(answer.trim(), "y" | "Y" | "yes" | "j" | "J" | "ja")
}

/// Whether we run as root, who may install packages and whose browser needs `--no-sandbox`.
#[must_use]
pub fn is_root() -> bool {
    shell::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
