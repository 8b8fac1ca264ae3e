//! Which site answers a request.

use super::{
    ARTICLE_HOST, DISCOURSE_HOST, FACEBOOK_HOST, Scene, X_HOST, art, facebook, files, forum, host,
    reply, talk, x,
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
    if scene.saved.has_host(&host) {
        let target = request.uri().path_and_query().map_or("/", |it| it.as_str());
        return scene.saved.page(&host, target).unwrap_or_else(not_found);
    }
    let Some(host) = host::known(&host) else {
        return not_found();
    };
    if let Some(file) = request.uri().path().strip_prefix("/assets/") {
        return files::file(&scene.root, file).unwrap_or_else(not_found);
    }
    if let Some(service) = request
        .uri()
        .path()
        .strip_prefix("/__stage/")
        .map(str::to_owned)
    {
        return serve(&scene, host, &service, request).await;
    }
    match host {
        X_HOST => x::page(&scene),
        FACEBOOK_HOST => facebook::page(&scene),
        DISCOURSE_HOST | ARTICLE_HOST => talk::page(&scene, host),
        _ => forum::answer(&scene, request).await,
    }
}

/// What every host of the stage has: drawings, the posts, and a place to post to.
async fn serve(scene: &Scene, host: &'static str, service: &str, request: Request) -> Response {
    match (request.method().clone(), service) {
        (Method::GET, "posts") if host == FACEBOOK_HOST => facebook::posts(scene),
        (Method::GET, "posts") if host == DISCOURSE_HOST || host == ARTICLE_HOST => {
            talk::posts(scene, host)
        }
        (Method::GET, "posts") => {
            axum::Json(scene.posts.with(&scene.replies.on(X_HOST))).into_response()
        }
        (Method::POST, "reply") => match Bytes::from_request(request, &()).await {
            Ok(body) => reply::post(scene, host, &body),
            Err(refused) => refused.into_response(),
        },
        (Method::GET, drawing) => art::draw(&scene.root, drawing).unwrap_or_else(not_found),
        _ => not_found(),
    }
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "not on this stage").into_response()
}
