//! The log, from a number on: how a browser hears what colleagues did.

use crate::app::App;
use crate::error::ApiError;
use crate::extract::{Asked, Member, Named};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use toonvast_store::log::Stretch;

/// Events sent at a time, at most and unless asked otherwise.
const MOST_EVENTS: u32 = 500;

#[derive(Deserialize)]
pub(super) struct Since {
    #[serde(default)]
    after: u64,
    #[serde(default = "most")]
    limit: u32,
}

const fn most() -> u32 {
    MOST_EVENTS
}

impl Named for Since {
    const NAME: &'static str = "after, limit";
}

pub(super) async fn list(
    State(app): State<App>,
    member: Member,
    Asked(from): Asked<Since>,
) -> Result<Json<Stretch>, ApiError> {
    let limit = from.limit.clamp(1, MOST_EVENTS);
    let stretch = app
        .store
        .events_after(&member.brand, from.after, limit)
        .await?;
    Ok(Json(Stretch {
        events: member.reads(stretch.events),
        ..stretch
    }))
}
