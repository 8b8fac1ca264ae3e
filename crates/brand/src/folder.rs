//! A brand's files on disk. The only IO below the engine; see the crate's documentation.
//!
//! Links that lead out of the folder are refused: a brand folder may come from strangers.

use crate::Brand;
use crate::error::BrandError;
use crate::files::{BrandFiles, MAX_FILE, MAX_FOLDER};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use toonvast_model::id::BrandId;

/// Folders in which a brand's files stand, with the ending they have there.
const PLACES: [(&str, &str); 6] = [
    ("", "policy.toml"),
    ("tone", ".toml"),
    ("tone/nl", ".toml"),
    ("tone/en", ".toml"),
    ("replies", ".toml"),
    ("examples", ".txt"),
];

/// Why a folder on disk gave no brand, or took none.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The disk refused.
    #[error("{path}: {error}; check that the path exists and that you may use it", path = path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// Bytes that are no text.
    #[error("{path}: not UTF-8; save the file as UTF-8", path = .0.display())]
    NotUtf8(PathBuf),
    /// A link out of the folder.
    #[error("{path}: leads out of the brand's folder; copy the file into it", path = .0.display())]
    Escapes(PathBuf),
    /// A file that is too large to be read at all.
    #[error("{path}: more than {MAX_FILE} bytes; split it or take out what does not belong", path = .0.display())]
    TooLarge(PathBuf),
    /// More bytes than a brand may have.
    #[error("{path}: the brand's files are more than {MAX_FOLDER} bytes together; take out what does not belong", path = .0.display())]
    FolderTooLarge(PathBuf),
    /// No brand in the folder and none below it.
    #[error("{path}: no brand here; a brand's folder has a policy.toml, and --brand and --brands take such a folder or one that holds several", path = .0.display())]
    NoBrand(PathBuf),
    /// The folder would be overwritten.
    #[error("{path}: exists already; choose another folder, or add --force to replace the brand's files in it", path = .0.display())]
    Exists(PathBuf),
    /// What the files say is no brand.
    #[error("{path}/{error}", path = path.display())]
    Brand {
        /// The brand's folder.
        path: PathBuf,
        /// Why not.
        error: Box<BrandError>,
    },
}

fn io(path: &Path) -> impl FnOnce(io::Error) -> FolderError {
    let path = path.to_owned();
    move |error| FolderError::Io { path, error }
}

/// Reads and parses one brand's folder; its name is the brand's id.
///
/// # Errors
/// When it cannot be read, or is no brand.
pub fn brand(dir: &Path) -> Result<Brand, FolderError> {
    let real = dir.canonicalize().map_err(io(dir))?;
    let files = files(&real)?;
    let id = real.file_name().unwrap_or_default().to_string_lossy();
    Brand::parse(&id, &files).map_err(|error| FolderError::Brand {
        path: dir.to_owned(),
        error: Box::new(error),
    })
}

/// Reads one brand's folder, or every brand in a folder of brands, by id.
///
/// # Errors
/// When one of them cannot be read or is no brand, or when there is none.
pub fn brands(dir: &Path) -> Result<Vec<Brand>, FolderError> {
    if dir.join("policy.toml").exists() {
        return Ok(vec![brand(dir)?]);
    }
    let mut found = Vec::new();
    for path in entries(dir)? {
        if path.join("policy.toml").exists() {
            found.push(brand(&path)?);
        }
    }
    found.sort_by(|a, b| a.id.cmp(&b.id));
    if found.is_empty() {
        Err(FolderError::NoBrand(dir.to_owned()))
    } else {
        Ok(found)
    }
}

/// Reads the files of a brand without parsing them.
///
/// # Errors
/// When one cannot be read, is too large, is no text, or lies outside the folder.
pub fn files(dir: &Path) -> Result<BrandFiles, FolderError> {
    let root = dir.canonicalize().map_err(io(dir))?;
    let mut found = BrandFiles::default();
    let mut left = MAX_FOLDER;
    for (folder, ending) in PLACES {
        let inside = root.join(folder);
        if !inside.is_dir() {
            continue;
        }
        for path in entries(&inside)? {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if !name.ends_with(ending) || name.starts_with('.') || path.is_dir() {
                continue;
            }
            let text = text(&path, &root)?;
            left = left
                .checked_sub(text.len())
                .ok_or_else(|| FolderError::FolderTooLarge(dir.to_owned()))?;
            let relative = if folder.is_empty() {
                name
            } else {
                format!("{folder}/{name}")
            };
            found.files.insert(relative, text);
        }
    }
    Ok(found)
}

fn entries(dir: &Path) -> Result<Vec<PathBuf>, FolderError> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(io(dir))? {
        paths.push(entry.map_err(io(dir))?.path());
    }
    paths.sort();
    Ok(paths)
}

fn text(path: &Path, root: &Path) -> Result<String, FolderError> {
    let real = path.canonicalize().map_err(io(path))?;
    if !real.starts_with(root) {
        return Err(FolderError::Escapes(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(&real).map_err(io(path))?;
    file.take(MAX_FILE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(io(path))?;
    if bytes.len() > MAX_FILE {
        return Err(FolderError::TooLarge(path.to_owned()));
    }
    String::from_utf8(bytes).map_err(|_| FolderError::NotUtf8(path.to_owned()))
}

/// Writes a brand's files into `parent/<id>` and returns that folder. Whatever else
/// stands in an existing folder stays; it is touched only with `force`.
///
/// # Errors
/// When the folder exists and `force` is not given, or the disk refuses.
pub fn write(
    parent: &Path,
    id: &BrandId,
    files: &BrandFiles,
    force: bool,
) -> Result<PathBuf, FolderError> {
    let dir = parent.join(id.as_str());
    if dir.exists() && !force {
        return Err(FolderError::Exists(dir));
    }
    for (relative, text) in &files.files {
        let path = dir.join(relative);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(io(folder))?;
        }
        std::fs::write(&path, text).map_err(io(&path))?;
    }
    Ok(dir)
}
