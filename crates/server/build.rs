//! Puts the screens into the binary: every file of the folder TOONVAST_WORKBENCH names.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=TOONVAST_WORKBENCH");
    println!("cargo::rerun-if-changed=build.rs");
    let mut source = String::from(
        "/// The files of the screens by path, as embedded.\npub(crate) const FILES: &[(&str, &[u8])] = &[\n",
    );
    if let Some(folder) = env::var_os("TOONVAST_WORKBENCH").filter(|folder| !folder.is_empty()) {
        let folder = fs::canonicalize(&folder).map_err(|error| {
            let folder = PathBuf::from(&folder);
            io::Error::new(
                error.kind(),
                format!("TOONVAST_WORKBENCH={}: {error}", folder.display()),
            )
        })?;
        let mut files = Vec::new();
        collect(&folder, &mut files)?;
        files.sort();
        for file in files {
            let name = name_of(&folder, &file);
            // Writing to a String cannot fail.
            let _ = writeln!(
                source,
                "    ({name:?}, include_bytes!({:?})),",
                file.display().to_string()
            );
        }
    }
    source.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("workbench.rs"), source)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}

/// The path below the folder, with slashes, as in an address.
fn name_of(folder: &Path, file: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
