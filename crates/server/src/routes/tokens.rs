//! The devices and sessions of an account, and ending one.

use crate::app::App;
use crate::error::{ApiError, Thing};
use crate::extract::{Me, TokenAt};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use toonvast_store::tokens::Token;

/// A token, and whether it is the one asking.
#[derive(Serialize)]
pub(super) struct Listed {
    #[serde(flatten)]
    token: Token,
    current: bool,
}

pub(super) async fn list(State(app): State<App>, me: Me) -> Result<Json<Vec<Listed>>, ApiError> {
    let tokens = app.store.tokens(me.account).await?;
    let listed = tokens.into_iter().map(|token| Listed {
        current: token.id == me.token,
        token,
    });
    Ok(Json(listed.collect()))
}

pub(super) async fn revoke(
    State(app): State<App>,
    me: Me,
    TokenAt(id): TokenAt,
) -> Result<StatusCode, ApiError> {
    if app
        .store
        .revoke_token(me.account, id, app.clock.now())
        .await?
    {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ApiError::NoSuch(Thing::Token))
    }
}
