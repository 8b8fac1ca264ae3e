//! Facebook: a group's feed with nested comments and a Lexical editor.

use super::{FACEBOOK_HOST, Scene, StageError, clock, files, x};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::path::Path;

/// The invented feed; its ages count back from `started`.
#[derive(Debug)]
pub(super) struct Facebook {
    shell: String,
    feed: Value,
    started: String,
}

impl Facebook {
    pub(super) fn read(root: &Path) -> Result<Self, StageError> {
        let path = root.join("facebook/feed.json");
        let text = files::text(path.clone())?;
        let feed =
            serde_json::from_str(&text).map_err(|source| StageError::Posts { path, source })?;
        let shell = files::text(root.join("facebook/index.html"))?;
        Ok(Self {
            shell,
            feed,
            started: clock::now().to_string(),
        })
    }
}

/// The one page, whatever its address.
pub(super) fn page(scene: &Scene) -> Response {
    let nonce = x::nonce();
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'"
    );
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
        (CONTENT_SECURITY_POLICY, policy),
    ];
    (headers, scene.facebook.shell.replace("{{nonce}}", &nonce)).into_response()
}

/// The feed, and the comments made on it since.
pub(super) fn posts(scene: &Scene) -> Response {
    let Facebook { feed, started, .. } = &scene.facebook;
    let comments = scene.replies.on(FACEBOOK_HOST);
    axum::Json(json!({ "feed": feed, "started": started, "comments": comments })).into_response()
}
