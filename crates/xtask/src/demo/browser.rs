//! A browser with the extension, for a person to look at.

use crate::{need, say, workspace};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use toonvast_tests::backend::{AGENT, Backend, PASSWORD};
use toonvast_tests::stage::Stage;

mod pipe;

/// The browser, closed when dropped.
pub struct Shown {
    child: Child,
    headless: bool,
    by_hand: Option<PathBuf>,
}

impl Shown {
    /// Whether the person has closed it.
    pub fn is_closed(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        // It may have been closed already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A copy of the extension that pairs itself with the demo's server by a one-time code.
///
/// # Errors
/// When the server gives no code or the copy cannot be made.
pub async fn prepare(backend: &Backend, folder: &Path) -> Result<PathBuf> {
    let (from, to) = (
        workspace::extension("chromium-test"),
        folder.join("extension"),
    );
    copy(&from, &to)?;
    let code = backend.pairing_code().await?;
    let build = serde_json::json!({
        "hooks": true,
        "english": true,
        "setup": { "server": backend.address(), "code": code },
    });
    let path = to.join("data/build.json");
    std::fs::write(&path, build.to_string())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(to)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in
        std::fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?
    {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)
                .with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}

/// Opens the browser on the stage's timeline.
///
/// # Errors
/// When it cannot be started.
pub fn open(program: &Path, extension: &Path, stage: &Stage, profile: &Path) -> Result<Shown> {
    let headless =
        std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none();
    let mut command = Command::new(program);
    command
        .args([
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-quic",
            "--disable-sync",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
        ])
        .args(["--ignore-certificate-errors", "--test-type"])
        .arg(format!("--host-resolver-rules={}", stage.host_rules()))
        .arg(format!("--user-data-dir={}", profile.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if need::is_root() {
        command.arg("--no-sandbox");
    }
    if headless {
        command.args(["--headless=new", "--disable-gpu"]);
    }
    if need::is_branded_chrome(program) {
        return pipe::open(command, extension, headless);
    }
    command
        .arg(format!("--load-extension={}", extension.display()))
        .arg(format!(
            "--disable-extensions-except={}",
            extension.display()
        ))
        .arg("https://x.com/home");
    let child = command
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    Ok(Shown {
        child,
        headless,
        by_hand: None,
    })
}

/// Says what to look at.
pub fn explain(backend: &Backend, shown: &Shown) {
    say::line("");
    say::line("Toonvast runs. Nothing of it leaves this machine.");
    if shown.headless {
        say::line(
            "  There is no display, so the browser runs unseen; `cargo xtask demo --tour` leaves pictures.",
        );
    }
    if let Some(extension) = &shown.by_hand {
        say::line("  This browser takes no extension from the command line. In it:");
        say::line(
            "  open chrome://extensions, switch on \"Developer mode\", press \"Load unpacked\" and pick",
        );
        say::line(&format!("  {}", extension.display()));
    }
    say::line(
        "  1. https://x.com/home is a stage of ours: every post has a badge with its priority;",
    );
    say::line("     hover or focus it for the reasons, press Claim to open a case.");
    say::line(
        "  2. Press Reply under a post: the draft is checked while you type; pick a suggestion.",
    );
    say::line("  3. Press the site's own button: the reply appears on the case in the side panel");
    say::line("     (the toolbar button opens it) and at the address below.");
    say::line(&format!(
        "  Server: {}  (name {AGENT}, password {PASSWORD})",
        backend.address()
    ));
    say::line("  A forum to try: https://forum.fietsfluit.test/viewtopic.php?t=1");
    say::line("Press Ctrl-C to end.");
}
