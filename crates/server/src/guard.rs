//! What surrounds every route: the log line, security headers, foreign pages, a time limit.

use crate::app::App;
use crate::error::ApiError;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::time::{Duration, Instant};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// The pages run our own scripts and WASM, speak to this server, and stand in no frame.
const PAGE_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; \
     base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// One line for every request: number, method, route, status, milliseconds. Never the
/// query, a header or a body: they hold handles, tokens and people's words.
pub(crate) async fn log(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = format!("{:016x}", rand::random::<u64>());
    let method = request.method().clone();
    // The pattern, `/v1/brands/{brand}/cases/{case}`: which case is nobody's business here.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    tracing::info!(
        request = %id,
        %method,
        route = route.as_ref().map_or("-", MatchedPath::as_str),
        status = response.status().as_u16(),
        millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Headers that keep browsers from doing more with an answer than meant.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, PAGE_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Pages of other sites may change nothing here; an extension may, with its token.
pub(crate) async fn own_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if changes && !welcome(request.headers(), app.public.as_deref()) {
        return ApiError::ForeignOrigin.into_response();
    }
    next.run(request).await
}

fn welcome(headers: &HeaderMap, public: Option<&str>) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else {
        return false;
    };
    if is_extension(origin) {
        // Without a cookie there is nothing an extension could borrow.
        return !headers.contains_key(header::COOKIE)
            || headers.contains_key(header::AUTHORIZATION);
    }
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let own = host.is_some_and(|host| {
        origin == format!("http://{host}") || origin == format!("https://{host}")
    });
    own || public.is_some_and(|public| public == origin)
}

fn is_extension(origin: &str) -> bool {
    ["chrome-extension://", "moz-extension://"]
        .iter()
        .any(|scheme| origin.starts_with(scheme))
}

/// A body that never ends, or a database that never answers, ends here.
pub(crate) async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIME_LIMIT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => ApiError::TooSlow.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_page_may_change_something() {
        let host = ("host", "127.0.0.1:7878");
        let table: [(&[(&str, &str)], bool); 9] = [
            (&[host], true),
            (&[host, ("origin", "http://127.0.0.1:7878")], true),
            (&[host, ("origin", "http://127.0.0.1:7879")], false),
            (&[host, ("origin", "https://evil.test")], false),
            (&[host, ("origin", "null")], false),
            (&[host, ("origin", "https://webcare.test")], true),
            (
                &[
                    host,
                    ("origin", "chrome-extension://abc"),
                    ("authorization", "Bearer x"),
                ],
                true,
            ),
            (&[host, ("origin", "moz-extension://abc")], true),
            (
                &[
                    host,
                    ("origin", "moz-extension://abc"),
                    ("cookie", "toonvast=x"),
                ],
                false,
            ),
        ];
        for (given, expected) in table {
            let headers: HeaderMap = given
                .iter()
                .map(|(name, value)| {
                    (
                        name.parse::<HeaderName>().unwrap(),
                        value.parse::<HeaderValue>().unwrap(),
                    )
                })
                .collect();
            assert_eq!(
                welcome(&headers, Some("https://webcare.test")),
                expected,
                "{given:?}"
            );
        }
    }
}
