//! Two pages where people talk about us: a topic of Discourse with ProseMirror, and a newspaper's
//! comments with a plain contenteditable.

use super::{DISCOURSE_HOST, Scene, StageError, clock, files, x};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::path::Path;

/// The invented posts of both; their ages count back from `started`.
#[derive(Debug)]
pub(super) struct Talk {
    discourse: String,
    article: String,
    board: Value,
    started: String,
}

impl Talk {
    pub(super) fn read(root: &Path) -> Result<Self, StageError> {
        let path = root.join("talk/posts.json");
        let text = files::text(path.clone())?;
        let board =
            serde_json::from_str(&text).map_err(|source| StageError::Posts { path, source })?;
        Ok(Self {
            discourse: files::text(root.join("talk/discourse.html"))?,
            article: files::text(root.join("talk/article.html"))?,
            board,
            started: clock::now().to_string(),
        })
    }
}

/// The one page of each host, whatever its address.
pub(super) fn page(scene: &Scene, host: &str) -> Response {
    let nonce = x::nonce();
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:; connect-src 'self'; object-src 'none'"
    );
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
        (CONTENT_SECURITY_POLICY, policy),
    ];
    let shell = if host == DISCOURSE_HOST {
        &scene.talk.discourse
    } else {
        &scene.talk.article
    };
    (headers, shell.replace("{{nonce}}", &nonce)).into_response()
}

/// The posts, and what was said on this host since.
pub(super) fn posts(scene: &Scene, host: &str) -> Response {
    let Talk { board, started, .. } = &scene.talk;
    let replies = scene.replies.on(host);
    axum::Json(json!({ "board": board, "started": started, "replies": replies })).into_response()
}
