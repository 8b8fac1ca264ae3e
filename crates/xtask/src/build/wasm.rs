//! Rust to WebAssembly, and the JavaScript glue beside it.

use crate::{shell, workspace};
use anyhow::{Context, Result};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Who runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Host {
    Browser,
    Node,
}

/// Builds the engine's home, the screens and the English pack into `target/wasm/`.
///
/// # Errors
/// When cargo or the glue generator fails.
pub fn build() -> Result<()> {
    compile(&[
        "toonvast-extension",
        "toonvast-workbench",
        "toonvast-english-pack",
    ])?;
    let out = workspace::target().join("wasm");
    glue("toonvast_extension", "engine", &out, Host::Browser)?;
    glue("toonvast_workbench", "workbench", &out, Host::Browser)?;
    glue("toonvast_english_pack", "english", &out, Host::Browser)
}

/// Builds the engine's home as `engine.js` for Node.js, which measures it.
///
/// # Errors
/// When cargo or the glue generator fails.
pub fn for_node(out: &Path) -> Result<()> {
    compile(&["toonvast-extension"])?;
    glue("toonvast_extension", "engine", out, Host::Node)
}

fn compile(packages: &[&str]) -> Result<()> {
    let mut cargo = shell::cargo(&workspace::root());
    cargo.args(["build", "--profile=wasm", "--target=wasm32-unknown-unknown"]);
    cargo.args(
        packages
            .iter()
            .map(|package| format!("--package={package}")),
    );
    shell::run(&mut cargo)
}

fn glue(krate: &str, name: &str, out: &Path, host: Host) -> Result<()> {
    let input = workspace::cargo_target().join(format!("wasm32-unknown-unknown/wasm/{krate}.wasm"));
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&input)
        .out_name(name)
        .typescript(true)
        .remove_name_section(host == Host::Browser)
        .remove_producers_section(true);
    match host {
        Host::Browser => bindgen.web(true)?.omit_default_module_path(true),
        Host::Node => bindgen.nodejs(true)?,
    };
    bindgen
        .generate(out)
        .with_context(|| format!("cannot make the glue of {}", input.display()))
}
