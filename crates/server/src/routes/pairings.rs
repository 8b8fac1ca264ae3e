//! A short code, shown by the server's page and typed into the extension, becomes a token.

use super::me::Who;
use crate::account::one_line;
use crate::app::App;
use crate::clock::later;
use crate::error::{ApiError, Field};
use crate::extract::{Body, Caller, Me};
use crate::secret;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use toonvast_model::timestamp::Timestamp;
use toonvast_store::tokens::{NewToken, TokenKind};

/// How long a code opens.
const CODE_MINUTES: i64 = 10;
/// Longest name of a device, in characters.
const DEVICE_MAX: usize = 100;

/// A code to type over.
#[derive(Serialize)]
pub(super) struct Pairing {
    code: String,
    expires_at: Timestamp,
}

pub(super) async fn new(
    State(app): State<App>,
    me: Me,
) -> Result<(StatusCode, Json<Pairing>), ApiError> {
    let now = app.clock.now();
    let pairing = Pairing {
        code: secret::pairing_code(),
        expires_at: later(now, CODE_MINUTES),
    };
    app.store
        .add_pairing(
            me.account,
            &secret::hash(&pairing.code),
            now,
            pairing.expires_at,
        )
        .await?;
    Ok((StatusCode::CREATED, Json(pairing)))
}

#[derive(Deserialize)]
pub(super) struct Redeem {
    code: String,
    device: String,
}

/// A device's token, told once.
#[derive(Serialize)]
pub(super) struct Paired {
    token: String,
    #[serde(flatten)]
    who: Who,
}

pub(super) async fn redeem(
    State(app): State<App>,
    Caller(caller): Caller,
    Body(redeem): Body<Redeem>,
) -> Result<Json<Paired>, ApiError> {
    let now = app.clock.now();
    app.tries
        .may(caller, now)
        .map_err(|minutes| ApiError::Wait { minutes })?;
    let label = one_line(&redeem.device, DEVICE_MAX).ok_or(ApiError::Unfit(Field::Device))?;
    let token = secret::token();
    let kept = NewToken {
        hash: secret::hash(&token),
        id: secret::id(now),
        kind: TokenKind::Device,
        label,
        created_at: now,
        expires_at: None,
    };
    let code = secret::hash(&secret::typed_code(&redeem.code));
    match app.store.redeem_pairing(&code, now, &kept).await? {
        Some((account, name)) => Ok(Json(Paired {
            token,
            who: Who::of(&app, account, name).await?,
        })),
        None => {
            app.tries.wrong(caller, now);
            Err(ApiError::WrongCode)
        }
    }
}
