//! X: one shell for every address, and the strictest policy a page of theirs has.

use super::Scene;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::sync::atomic::{AtomicU64, Ordering};

/// Makes every page's nonce another one.
static SERVED: AtomicU64 = AtomicU64::new(1);

/// The shell; which screen it shows is decided in the page, by its address.
pub(super) fn page(scene: &Scene) -> Response {
    let Ok(shell) = std::fs::read_to_string(scene.root.join("x/index.html")) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let nonce = nonce();
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
        (CONTENT_SECURITY_POLICY, policy(&nonce)),
    ];
    (headers, shell.replace("{{nonce}}", &nonce)).into_response()
}

/// No WASM, no eval, no inline script but ours, no string turned into script.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'; \
         frame-ancestors 'self'; require-trusted-types-for 'script'"
    )
}

/// Differs for every page; the stage keeps no secret, so it need not be unguessable.
pub(super) fn nonce() -> String {
    format!(
        "s{:016x}",
        SERVED
            .fetch_add(1, Ordering::Relaxed)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
    )
}
