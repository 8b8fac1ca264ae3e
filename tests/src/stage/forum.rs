//! The forum.

use super::Scene;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};

/// Answers for the forum's host.
pub(super) fn answer(_scene: &Scene, _method: &Method, _path: &str, _body: &[u8]) -> Response {
    StatusCode::NOT_FOUND.into_response()
}
