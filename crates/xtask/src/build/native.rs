//! The binary `toonvast`, with the screens inside.

use crate::{shell, workspace};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Builds `target/release/toonvast`.
///
/// # Errors
/// When cargo fails.
pub fn build() -> Result<PathBuf> {
    let screens = screens()?;
    shell::run(
        shell::cargo(&workspace::root())
            .args(["build", "--release", "--package=toonvast-cli"])
            .env("TOONVAST_WORKBENCH", screens),
    )?;
    let built = workspace::cargo_target().join("release/toonvast");
    let promised = workspace::target().join("release/toonvast");
    if built != promised {
        std::fs::create_dir_all(workspace::target().join("release"))?;
        std::fs::copy(&built, &promised).with_context(|| {
            format!("cannot copy {} to {}", built.display(), promised.display())
        })?;
    }
    Ok(promised)
}

/// Lays out the files the server shows at `/`.
fn screens() -> Result<PathBuf> {
    let (root, wasm) = (workspace::root(), workspace::target().join("wasm"));
    let folder = workspace::target().join("screens");
    std::fs::create_dir_all(&folder)?;
    let workbench = root.join("crates/workbench");
    let files = [
        (workbench.join("index.html"), "index.html"),
        (workbench.join("start.js"), "start.js"),
        (workbench.join("style.css"), "style.css"),
        (root.join("extension/icons/128.png"), "icon.png"),
        (wasm.join("workbench.js"), "workbench.js"),
        (wasm.join("workbench_bg.wasm"), "workbench_bg.wasm"),
    ];
    for (from, name) in files {
        let bytes =
            std::fs::read(&from).with_context(|| format!("cannot read {}", from.display()))?;
        // An unchanged file keeps its time, so that the server is not built again for nothing.
        if std::fs::read(folder.join(name)).ok().as_deref() != Some(&bytes) {
            super::write(&folder.join(name), bytes)?;
        }
    }
    Ok(folder)
}
