//! A brand as data, and its first screen.

use crate::app::App;
use crate::error::{ApiError, Thing};
use crate::extract::{Asked, Member, Named};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use toonvast_model::case::Actor;
use toonvast_model::locale::Locale;
use toonvast_model::screen::{Outbox, Overview};

/// Cases on the first screen: open ones come first, so that what is cut off is closed.
const MOST_CASES: u32 = 500;

/// The brand with its SHA-256; nothing when the extension has this one already.
pub(super) async fn show(
    State(app): State<App>,
    member: Member,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let brand = app
        .brands
        .get(&member.brand)
        .ok_or(ApiError::NoSuch(Thing::Brand))?;
    let etag = format!("\"{}\"", brand.sha256);
    let cached = [
        (header::ETAG, etag.clone()),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes())
    {
        return Ok((StatusCode::NOT_MODIFIED, cached).into_response());
    }
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((cached, json, brand.body.clone()).into_response())
}

#[derive(Deserialize)]
pub(super) struct InLocale {
    #[serde(default)]
    locale: Locale,
}

impl Named for InLocale {
    const NAME: &'static str = "locale";
}

pub(super) async fn overview(
    State(app): State<App>,
    member: Member,
    Asked(asked): Asked<InLocale>,
) -> Result<Json<Overview>, ApiError> {
    let brand = app
        .brands
        .get(&member.brand)
        .ok_or(ApiError::NoSuch(Thing::Brand))?;
    Ok(Json(Overview {
        brand_name: brand.name.clone(),
        me: Actor::Account(member.me.account),
        locale: asked.locale,
        // Posts wait in the browsers that met them; the server knows cases.
        waiting: Vec::new(),
        cases: app.store.queue(&member.brand, MOST_CASES).await?,
        outbox: Outbox::Server {
            last_command_at: app.store.last_command_at(&member.brand).await?,
        },
        refusals: Vec::new(),
        brand: member.brand,
    }))
}
