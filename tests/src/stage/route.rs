//! Which site answers a request.

use super::{
    FACEBOOK_HOST, FORUM_HOST, Scene, X_HOST, art, facebook, files, forum, host, reply, x,
};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The longest body we take, in bytes; X's editor sends far less.
const BODY_LIMIT: usize = 1 << 20;

/// Everything comes in here, whatever its host.
pub(super) fn router(scene: Arc<Scene>) -> Router {
    Router::new()
        .fallback(answer)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(scene)
}

async fn answer(State(scene): State<Arc<Scene>>, request: Request) -> Response {
    let host = host::of(&request);
    let method = request.method().clone();
    let target = request
        .uri()
        .path_and_query()
        .map_or("/", |it| it.as_str())
        .to_owned();
    if scene.saved.has_host(&host) {
        return scene.saved.page(&host, &target).unwrap_or_else(not_found);
    }
    let path = request.uri().path().to_owned();
    let body = if method == Method::POST {
        match Bytes::from_request(request, &()).await {
            Ok(body) => body,
            Err(refused) => return refused.into_response(),
        }
    } else {
        Bytes::new()
    };
    common(&scene, &method, &path, &body).unwrap_or_else(|| match host.as_str() {
        X_HOST => x::page(&scene),
        FACEBOOK_HOST => facebook::page(&scene),
        FORUM_HOST => forum::answer(&scene, &method, &path, &body),
        _ => not_found(),
    })
}

/// What every host of the stage has: files, drawings, the posts, and a place to post to.
fn common(scene: &Scene, method: &Method, path: &str, body: &[u8]) -> Option<Response> {
    if let Some(file) = path.strip_prefix("/assets/") {
        return Some(files::file(&scene.root, file).unwrap_or_else(not_found));
    }
    let rest = path.strip_prefix("/__stage/")?;
    Some(match (method, rest) {
        (&Method::GET, "posts") => {
            axum::Json(scene.posts.with(&scene.replies.all())).into_response()
        }
        (&Method::POST, "reply") => reply::post(scene, body),
        (&Method::GET, drawing) => art::draw(&scene.root, drawing).unwrap_or_else(not_found),
        _ => not_found(),
    })
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "not on this stage").into_response()
}
