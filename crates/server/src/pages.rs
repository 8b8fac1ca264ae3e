//! The screens, served at `/` from inside the binary.

use crate::error::ApiError;
use crate::secret;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/workbench.rs"));

/// Shown when the binary was built without the screens.
const NOT_BUILT: &str = include_str!("pages/not-built.html");

struct Page {
    body: &'static [u8],
    media: &'static str,
    etag: String,
}

static PAGES: LazyLock<BTreeMap<&'static str, Page>> = LazyLock::new(|| {
    let index = ("index.html", NOT_BUILT.as_bytes());
    // Of two pages of one name the later stays: the built one.
    std::iter::once(index)
        .chain(FILES.iter().copied())
        .map(|(path, body)| (path, page(path, body)))
        .collect()
});

fn page(path: &str, body: &'static [u8]) -> Page {
    Page {
        body,
        media: media(path),
        etag: format!("\"{}\"", secret::fingerprint(body)),
    }
}

/// A file of the screens; any other address does not exist.
pub(crate) async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    match PAGES.get(path) {
        None => ApiError::NoRoute.into_response(),
        Some(_) if !matches!(*request.method(), Method::GET | Method::HEAD) => {
            ([(header::ALLOW, "GET,HEAD")], ApiError::WrongMethod).into_response()
        }
        Some(page) => answer(page, request.headers()),
    }
}

fn answer(page: &Page, headers: &HeaderMap) -> Response {
    let cached = [
        (header::ETAG, page.etag.as_str()),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == page.etag.as_bytes())
    {
        return (StatusCode::NOT_MODIFIED, cached).into_response();
    }
    (cached, [(header::CONTENT_TYPE, page.media)], page.body).into_response()
}

fn media(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::media;

    #[test]
    fn wasm_is_wasm_or_browsers_do_not_stream_it() {
        assert_eq!(media("workbench_bg.wasm"), "application/wasm");
        assert_eq!(media("a/b.js"), "text/javascript; charset=utf-8");
        assert_eq!(media("LICENSE"), "application/octet-stream");
    }
}
