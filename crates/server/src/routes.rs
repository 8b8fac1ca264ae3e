//! Every address of the API, one file for each noun.

mod accounts;
mod brands;
mod cases;
mod commands;
mod events;
mod health;
mod me;
mod pairings;
mod people;
mod quality;
mod session;
mod tokens;

use crate::app::App;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, delete, get, post};

pub(crate) use commands::MOST_COMMANDS;

/// The API described: OpenAPI 3.1, kept by hand, compared with [`listed`] by a test.
pub const OPENAPI: &str = include_str!("routes/openapi.json");

/// A method at an address.
pub(crate) struct Route {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) handler: MethodRouter<App>,
}

/// All of them.
pub(crate) fn all() -> Vec<Route> {
    let get_ = |path, handler| Route {
        method: "get",
        path,
        handler,
    };
    let post_ = |path, handler| Route {
        method: "post",
        path,
        handler,
    };
    let delete_ = |path, handler| Route {
        method: "delete",
        path,
        handler,
    };
    vec![
        get_("/health", get(health::show)),
        get_("/v1/openapi.json", get(openapi)),
        post_("/v1/accounts/first", post(accounts::first)),
        post_("/v1/session", post(session::begin)),
        delete_("/v1/session", delete(session::end)),
        get_("/v1/me", get(me::show)),
        post_("/v1/pairings", post(pairings::new)),
        post_("/v1/pairings/redeem", post(pairings::redeem)),
        get_("/v1/tokens", get(tokens::list)),
        delete_("/v1/tokens/{token}", delete(tokens::revoke)),
        get_("/v1/brands/{brand}", get(brands::show)),
        get_("/v1/brands/{brand}/overview", get(brands::overview)),
        get_("/v1/brands/{brand}/cases/{case}", get(cases::show)),
        post_("/v1/brands/{brand}/commands", post(commands::carry_out)),
        get_("/v1/brands/{brand}/events", get(events::list)),
        get_("/v1/brands/{brand}/people", get(people::find)),
        get_("/v1/brands/{brand}/quality", get(quality::show)),
        delete_("/v1/brands/{brand}/people/{person}", delete(people::erase)),
    ]
}

/// Method and path of every route, as in the description.
#[must_use]
pub fn listed() -> Vec<(&'static str, &'static str)> {
    all()
        .iter()
        .map(|route| (route.method, route.path))
        .collect()
}

async fn openapi() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI)
}
