//! The binary `toonvast`, with the screens inside.

use crate::{shell, workspace};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Builds `target/release/toonvast`.
///
/// # Errors
/// When cargo fails.
pub fn build() -> Result<PathBuf> {
    toonvast(Some(&screens()?))
}

/// Builds it with the screens of the last build, if there was one, so that training needs no
/// WebAssembly and yet leaves a whole binary.
///
/// # Errors
/// When cargo fails.
pub fn command_line() -> Result<PathBuf> {
    let screens = folder();
    toonvast(screens.is_dir().then_some(screens.as_path()))
}

fn toonvast(screens: Option<&Path>) -> Result<PathBuf> {
    let mut cargo = shell::cargo(&workspace::root());
    cargo.args(["build", "--release", "--package=toonvast-cli"]);
    if let Some(screens) = screens {
        cargo.env("TOONVAST_WORKBENCH", screens);
    }
    shell::run(&mut cargo)?;
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

fn folder() -> PathBuf {
    workspace::target().join("screens")
}

/// Lays out the files the server shows at `/`.
fn screens() -> Result<PathBuf> {
    let (root, wasm) = (workspace::root(), workspace::target().join("wasm"));
    let folder = folder();
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
