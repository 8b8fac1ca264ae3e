//! The unpacked extension.

use super::{Flavour, manifest, write};
use crate::workspace;
use anyhow::{Context, Result};
use std::io::{Cursor, Write};
use std::path::Path;
use toonvast_model::site::SitePack;

/// What every flavour carries as data.
pub struct Parts {
    brand: String,
    sites: String,
}

impl Parts {
    /// Reads and validates the brand folder and the site packs.
    ///
    /// # Errors
    /// When a brand or a pack is malformed; the error names the file.
    pub fn read(brand: &Path) -> Result<Self> {
        let brand = toonvast_brand::folder::brand(brand)?;
        Ok(Self {
            brand: serde_json::to_string(&brand)?,
            sites: serde_json::to_string(&packs()?)?,
        })
    }
}

fn packs() -> Result<Vec<SitePack>> {
    let folder = workspace::root().join("extension/sites");
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    paths.sort();
    paths.iter().map(|path| pack(path)).collect()
}

fn pack(path: &Path) -> Result<SitePack> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let pack: SitePack =
        toml::from_str(&text).with_context(|| format!("{} is no site pack", path.display()))?;
    pack.validate()
        .with_context(|| format!("{} is no site pack", path.display()))?;
    Ok(pack)
}

/// Lays out one flavour and packs it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn assemble(flavour: Flavour, parts: &Parts) -> Result<()> {
    let (root, out) = (
        workspace::root().join("extension"),
        workspace::extension(flavour.name()),
    );
    if out.exists() {
        std::fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    for folder in [
        "background",
        "host",
        "english",
        "pages",
        "_locales",
        "icons",
    ] {
        copy_tree(&root.join(folder), &out.join(folder))?;
    }
    let scripts = manifest::page_scripts(flavour)?;
    for script in &scripts {
        copy(&root.join(script), &out.join(script))?;
    }
    if flavour.hooks {
        copy_tree(
            &workspace::root().join("tests/browser"),
            &out.join("measure"),
        )?;
    }
    let wasm = workspace::target().join("wasm");
    for name in ["engine.js", "engine_bg.wasm"] {
        copy(&wasm.join(name), &out.join("host").join(name))?;
    }
    for name in ["english.js", "english_bg.wasm"] {
        copy(&wasm.join(name), &out.join(ENGLISH).join(name))?;
    }
    for name in ["workbench.js", "workbench_bg.wasm"] {
        copy(&wasm.join(name), &out.join("workbench").join(name))?;
    }
    copy(
        &workspace::root().join("crates/workbench/style.css"),
        &out.join("workbench/style.css"),
    )?;
    for lang in crate::dictionaries::LANGUAGES {
        let pack = format!("{lang}.pack");
        let from = workspace::root().join("crates/spelling/packs").join(&pack);
        copy(&from, &out.join("data").join(&pack))?;
    }
    let list = format!(
        "export const pageScripts = {};\n",
        serde_json::to_string(&scripts)?
    );
    write(&out.join("background/page-scripts.js"), list)?;
    write(&out.join("data/brand.json"), &parts.brand)?;
    write(&out.join("data/sites.json"), &parts.sites)?;
    write(&out.join(BUILD), told(flavour.hooks, true))?;
    write(&out.join("manifest.json"), manifest::build(flavour)?)?;
    if flavour.hooks {
        Ok(())
    } else {
        pack_folder(&out, &out.with_extension("zip"))
    }
}

/// The folder of the English pack, which a package can do without.
const ENGLISH: &str = "english";

/// What a build says of itself.
const BUILD: &str = "data/build.json";

fn told(hooks: bool, english: bool) -> String {
    serde_json::json!({ "hooks": hooks, "english": english }).to_string()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = std::fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
    write(to, bytes)
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        let inner = path.strip_prefix(from)?;
        let shipped = path.extension().is_some_and(|kind| {
            ["js", "html", "css", "json", "png", "svg"]
                .iter()
                .any(|shipped| kind == *shipped)
        });
        if shipped && inner != Path::new("tsconfig.json") {
            copy(&path, &to.join(inner))?;
        }
    }
    Ok(())
}

/// Every file below a folder, sorted, so that packages come out the same everywhere.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?)
        } else {
            found.push(path)
        }
    }
    found.sort();
    Ok(found)
}

/// Packs a folder of the product as the stores take it, but without the English pack.
///
/// # Errors
/// As [`pack_folder`].
pub fn pack_without_english(folder: &Path, package: &Path) -> Result<()> {
    let mut files = read(folder)?;
    files.retain(|(name, _)| !name.starts_with(&format!("{ENGLISH}/")));
    for (_, bytes) in files.iter_mut().filter(|(name, _)| name == BUILD) {
        *bytes = told(false, false).into_bytes();
    }
    pack_files(&files, package)
}

/// Packs a folder as the stores take it.
///
/// # Errors
/// When a file cannot be read or the package cannot be written.
pub fn pack_folder(folder: &Path, package: &Path) -> Result<()> {
    pack_files(&read(folder)?, package)
}

/// Names within the folder, with their bytes.
fn read(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let named = |path: std::path::PathBuf| {
        let name = path
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        Ok((name, std::fs::read(&path)?))
    };
    files(folder)?.into_iter().map(named).collect()
}

fn pack_files(files: &[(String, Vec<u8>)], package: &Path) -> Result<()> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    write(package, zip.finish()?.into_inner())
}
