//! Facebook: a feed with nested comments and a Lexical editor.

use super::{FACEBOOK_HOST, Scene, x};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The feed.
pub(super) fn page(scene: &Scene) -> Response {
    let Ok(shell) = std::fs::read_to_string(scene.root.join("facebook/index.html")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
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
    (headers, shell.replace("{{nonce}}", &nonce)).into_response()
}

/// The feed's posts and the comments made on them.
pub(super) fn posts(scene: &Scene) -> Response {
    axum::Json(serde_json::json!({ "comments": scene.replies.on(FACEBOOK_HOST) })).into_response()
}
