//! The screens at `/`, and the headers around everything.

use crate::world::World;
use axum::http::StatusCode;
use serde_json::json;

#[tokio::test]
async fn the_page_is_there_and_is_not_sent_twice() {
    let world = World::new().await;
    let page = world.ask("GET", "/", &[], None).await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (StatusCode::OK, "text/html; charset=utf-8")
    );
    assert!(page.text().to_lowercase().starts_with("<!doctype html>"));
    assert_eq!(page.header("cache-control"), "no-cache");
    let known = format!("if-none-match: {}", page.header("etag"));
    let again = world.ask("GET", "/index.html", &[&known], None).await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    assert_eq!(
        world.ask("HEAD", "/", &[], None).await.status,
        StatusCode::OK
    );
    for outside in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/index.html/",
        "//etc/passwd",
    ] {
        assert_eq!(
            world.ask("GET", outside, &[], None).await.status,
            StatusCode::NOT_FOUND,
            "{outside}"
        );
    }
}

#[tokio::test]
async fn browsers_are_told_what_not_to_do() {
    let world = World::new().await;
    for path in ["/", "/health", "/v1/nothing"] {
        let answer = world.ask("GET", path, &[], None).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "),
            "{policy}"
        );
        assert!(policy.ends_with("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-frame-options"), "DENY");
        assert_eq!(answer.header("x-request-id").len(), 16);
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
    assert_eq!(
        world
            .ask("GET", "/health", &[], None)
            .await
            .header("cache-control"),
        "no-store"
    );
}

#[tokio::test]
async fn health_tells_the_version() {
    let world = World::new().await;
    let health = world.ask("GET", "/health", &[], None).await;
    assert_eq!(
        health.json(),
        json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") })
    );
}
