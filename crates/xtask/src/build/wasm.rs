//! Rust to WebAssembly, and the JavaScript glue beside it.

use crate::{shell, workspace};
use anyhow::{Context, Result};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Builds the engine's home and the screens into `target/wasm/`.
///
/// # Errors
/// When cargo or the glue generator fails.
pub fn build() -> Result<()> {
    shell::run(shell::cargo(&workspace::root()).args([
        "build",
        "--profile=wasm",
        "--target=wasm32-unknown-unknown",
        "--package=toonvast-extension",
        "--package=toonvast-workbench",
    ]))?;
    let out = workspace::target().join("wasm");
    glue("toonvast_extension", "engine", &out)?;
    glue("toonvast_workbench", "workbench", &out)
}

fn glue(krate: &str, name: &str, out: &Path) -> Result<()> {
    let input = workspace::cargo_target().join(format!("wasm32-unknown-unknown/wasm/{krate}.wasm"));
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&input)
        .out_name(name)
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    bindgen.web(true)?;
    bindgen
        .generate(out)
        .with_context(|| format!("cannot make the glue of {}", input.display()))
}
