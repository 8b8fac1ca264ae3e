//! `cargo xtask build`: engine, extension, screens and server.

mod extension;
mod manifest;
mod native;
mod types;
mod wasm;

use crate::{need, say, shell, workspace};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Arguments of `build`.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Args {
    /// Also leave target/extension/chromium-test and firefox-test: the same code with hooks
    /// for drivers, running on every page.
    #[arg(long)]
    pub tests: bool,
    /// The brand folder to bundle.
    #[arg(long, value_name = "DIR")]
    pub brand: Option<PathBuf>,
}

/// What a build leaves.
#[derive(Debug, Clone)]
pub struct Built {
    /// The command line and server.
    pub toonvast: PathBuf,
}

/// One flavour of the extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flavour {
    /// For which browser.
    pub browser: Browser,
    /// With the hooks for drivers.
    pub hooks: bool,
}

/// The browsers we build for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, Edge, Brave.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Flavour {
    /// The folder's name under `target/extension`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match (self.browser, self.hooks) {
            (Browser::Chromium, false) => "chromium",
            (Browser::Chromium, true) => "chromium-test",
            (Browser::Firefox, false) => "firefox",
            (Browser::Firefox, true) => "firefox-test",
        }
    }
}

/// Builds everything.
///
/// # Errors
/// When a tool is missing or a step fails.
pub fn run(args: &Args) -> Result<Built> {
    need::wasm_target()?;
    let brand = args.brand.clone().unwrap_or_else(workspace::demo_brand);
    say::step("types for the code inside the page", types::write)?;
    say::step("engine and screens to WebAssembly", wasm::build)?;
    let mut flavours = vec![
        Flavour {
            browser: Browser::Chromium,
            hooks: false,
        },
        Flavour {
            browser: Browser::Firefox,
            hooks: false,
        },
    ];
    if args.tests {
        flavours.push(Flavour {
            browser: Browser::Chromium,
            hooks: true,
        });
        flavours.push(Flavour {
            browser: Browser::Firefox,
            hooks: true,
        });
    }
    say::step("the extension", || {
        let parts = extension::Parts::read(&brand)?;
        flavours
            .iter()
            .try_for_each(|flavour| extension::assemble(*flavour, &parts))
    })?;
    let toonvast = say::step(
        "server and command line (target/release/toonvast)",
        native::build,
    )?;
    Ok(Built { toonvast })
}

/// Builds only the extension for drivers in Chromium.
///
/// # Errors
/// As [`run`].
pub fn test_extension() -> Result<()> {
    need::wasm_target()?;
    say::step("the extension for drivers", || {
        wasm::build()?;
        let parts = extension::Parts::read(&workspace::demo_brand())?;
        extension::assemble(
            Flavour {
                browser: Browser::Chromium,
                hooks: true,
            },
            &parts,
        )
    })
}

/// Packs a folder as the stores take it.
///
/// # Errors
/// When a file cannot be read or the package cannot be written.
pub fn pack(folder: &Path, package: &Path) -> Result<()> {
    extension::pack_folder(folder, package)
}

/// Packs a folder of the product without the English pack.
///
/// # Errors
/// As [`pack`].
pub fn pack_without_english(folder: &Path, package: &Path) -> Result<()> {
    extension::pack_without_english(folder, package)
}

/// Builds the engine for Node.js into a folder.
///
/// # Errors
/// When cargo or the glue generator fails.
pub fn for_node(out: &Path) -> Result<()> {
    wasm::for_node(out)
}

/// Builds `target/release/toonvast` for work in which nobody looks at screens.
///
/// # Errors
/// When cargo fails.
pub fn command_line() -> Result<PathBuf> {
    native::command_line()
}

/// Installs what the package-lock.json of a folder of ours names, unless it is there already.
///
/// # Errors
/// When npm fails.
pub fn node_modules(folder: &str) -> Result<()> {
    install(&workspace::root().join(folder))
}

/// Installs what a folder's package-lock.json names, unless it is there already.
///
/// # Errors
/// When npm fails.
pub fn install(folder: &Path) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("cannot read {}", folder.join("package-lock.json").display()))?;
    let mark = folder.join("node_modules/.installed");
    if std::fs::read(&mark).ok().as_deref() == Some(&lock) {
        return Ok(());
    }
    say::step(&format!("npm packages of {}", folder.display()), || {
        shell::output(
            Command::new("npm")
                .args(["ci", "--no-progress"])
                .current_dir(folder),
        )?;
        write(&mark, &lock)
    })
}

/// Writes a file, making its folder.
fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
