//! The host names under which the stage appears.

use axum::extract::Request;
use axum::http::header::HOST;

/// The timeline with virtualised posts and the Draft.js editor.
pub const X_HOST: &str = "x.com";
/// The feed with nested comments and the Lexical editor.
pub const FACEBOOK_HOST: &str = "www.facebook.com";
/// The phpBB-like forum with a plain text area.
pub const FORUM_HOST: &str = "forum.fietsfluit.test";
/// The topic of a Discourse with the ProseMirror editor.
pub const DISCOURSE_HOST: &str = "praat.fietsfluit.test";
/// The newspaper whose comments are written in a plain contenteditable.
pub const ARTICLE_HOST: &str = "fietsbode.test";

const OURS: [&str; 5] = [
    X_HOST,
    FACEBOOK_HOST,
    FORUM_HOST,
    DISCOURSE_HOST,
    ARTICLE_HOST,
];

/// Every host of ours.
pub(super) fn ours() -> impl Iterator<Item = String> {
    OURS.into_iter().map(str::to_owned)
}

/// The host of ours with this name.
pub(super) fn known(name: &str) -> Option<&'static str> {
    OURS.into_iter().find(|host| *host == name)
}

/// The host a request is for, without its port: HTTP/2 says it in the address, HTTP/1 in a header.
pub(super) fn of(request: &Request) -> String {
    let header = || {
        request
            .headers()
            .get(HOST)
            .and_then(|value| value.to_str().ok())
    };
    let host = request.uri().host().or_else(header).unwrap_or_default();
    host.split(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}
