//! Whether the server can do its work.

use crate::app::App;
use crate::error::ApiError;
use axum::Json;
use axum::extract::State;
use serde::Serialize;

/// The answer of a server that can.
#[derive(Serialize)]
pub(super) struct Health {
    status: &'static str,
    version: &'static str,
}

pub(super) async fn show(State(app): State<App>) -> Result<Json<Health>, ApiError> {
    app.store.ping().await?;
    Ok(Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
    }))
}
