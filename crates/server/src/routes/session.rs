//! Signing in to the server's own pages, and out.

use super::me::Who;
use crate::app::App;
use crate::clock::later;
use crate::error::ApiError;
use crate::extract::{Body, COOKIE, Caller, Me};
use crate::secret;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use toonvast_model::id::AccountId;
use toonvast_store::tokens::{NewToken, TokenKind};

/// A session ends after a week, used or not.
const SESSION_MINUTES: i64 = 7 * 24 * 60;

#[derive(Deserialize)]
pub(super) struct NamePassword {
    name: String,
    password: String,
}

pub(super) async fn begin(
    State(app): State<App>,
    Caller(caller): Caller,
    Body(given): Body<NamePassword>,
) -> Result<SignedIn, ApiError> {
    let now = app.clock.now();
    app.tries
        .may(caller, now)
        .map_err(|minutes| ApiError::Wait { minutes })?;
    let account = app.store.account_named(given.name.trim()).await?;
    let known = account
        .as_ref()
        .map(|account| account.password_hash.clone());
    let fits = app.passwords.fits(given.password, known).await?;
    match account {
        Some(account) if fits => open(&app, account.id, account.name).await,
        _ => {
            app.tries.wrong(caller, now);
            Err(ApiError::WrongPassword)
        }
    }
}

pub(super) async fn end(State(app): State<App>, me: Me) -> Result<Response, ApiError> {
    app.store
        .revoke_token(me.account, me.token, app.clock.now())
        .await?;
    let forget = cookie(&app, "", 0);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, forget)]).into_response())
}

/// Who is signed in now, with the cookie that proves it.
pub(super) struct SignedIn {
    who: Who,
    cookie: HeaderValue,
}

impl IntoResponse for SignedIn {
    fn into_response(self) -> Response {
        ([(header::SET_COOKIE, self.cookie)], Json(self.who)).into_response()
    }
}

/// Opens a session for an account.
pub(super) async fn open(
    app: &App,
    account: AccountId,
    name: String,
) -> Result<SignedIn, ApiError> {
    let now = app.clock.now();
    let secret = secret::token();
    let token = NewToken {
        hash: secret::hash(&secret),
        id: secret::id(now),
        kind: TokenKind::Session,
        label: String::new(),
        created_at: now,
        expires_at: Some(later(now, SESSION_MINUTES)),
    };
    app.store.add_token(account, &token).await?;
    Ok(SignedIn {
        who: Who::of(app, account, name).await?,
        cookie: cookie(app, &secret, SESSION_MINUTES * 60),
    })
}

fn cookie(app: &App, value: &str, seconds: i64) -> HeaderValue {
    let secure = if app.secure() { "; Secure" } else { "" };
    let text =
        format!("{COOKIE}={value}; HttpOnly; SameSite=Strict; Path=/; Max-Age={seconds}{secure}");
    let mut header = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""));
    header.set_sensitive(true);
    header
}
