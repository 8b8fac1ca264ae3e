//! The stage's own files and the editors from npm.

use super::StageError;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use std::path::{Component, Path, PathBuf};

/// Tells at start what would otherwise be a blank page later.
pub(super) fn editors(root: &Path) -> Result<(), StageError> {
    let there = [
        "draft-js/dist/Draft.min.js",
        "react-dom/umd/react-dom.production.min.js",
        "lexical/Lexical.prod.mjs",
        "prosemirror-view/dist/index.js",
    ]
    .iter()
    .all(|file| root.join("node_modules").join(file).is_file());
    if there {
        Ok(())
    } else {
        Err(StageError::NoEditors(root.to_path_buf()))
    }
}

/// A file below `root`; `npm/` stands for the installed packages.
pub(super) fn file(root: &Path, path: &str) -> Option<Response> {
    let below = match path.strip_prefix("npm/") {
        Some(package) => Path::new("node_modules").join(package),
        None => PathBuf::from(path),
    };
    let kind = kind(&below)?;
    let stays_inside = below
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let bytes = stays_inside.then(|| std::fs::read(root.join(&below)).ok())??;
    let sniff = (
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    Some(
        (
            [(CONTENT_TYPE, HeaderValue::from_static(kind)), sniff],
            bytes,
        )
            .into_response(),
    )
}

/// Reads a text file of the stage.
pub(super) fn text(path: PathBuf) -> Result<String, StageError> {
    std::fs::read_to_string(&path).map_err(|source| StageError::Read { path, source })
}

fn kind(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()? {
        "js" | "mjs" => Some("text/javascript; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}
