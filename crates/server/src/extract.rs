//! Who is asking, from where, and what for: proven before a route runs.

use crate::app::App;
use crate::clock::later;
use crate::error::{ApiError, Thing};
use crate::secret;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{Method, header};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use toonvast_model::case::Actor;
use toonvast_model::event::Event;
use toonvast_model::id::{AccountId, BrandId, CaseId, PersonId};
use toonvast_model::timestamp::Timestamp;
use toonvast_store::accounts::Role;
use toonvast_store::tokens::{Presented, Token, TokenKind};
use uuid::Uuid;

/// The session cookie.
pub(crate) const COOKIE: &str = "toonvast";
/// Our own pages send `x-toonvast: 1`; no other site can without our leave.
const OWN_HEADER: &str = "x-toonvast";
/// A session ends after half a day without use.
const SESSION_IDLE_MINUTES: i64 = 12 * 60;
/// A device ends after a quarter of a year without use.
const DEVICE_IDLE_MINUTES: i64 = 90 * 24 * 60;

/// A colleague who proved to be one.
#[derive(Debug, Clone)]
pub(crate) struct Me {
    pub(crate) account: AccountId,
    pub(crate) name: String,
    pub(crate) token: Uuid,
}

impl FromRequestParts<App> for Me {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (kind, secret) = presented(parts)?;
        let found = app
            .store
            .token(&secret::hash(secret))
            .await?
            .ok_or(ApiError::UnknownToken)?;
        let now = app.clock.now();
        if found.token.kind != kind {
            return Err(ApiError::UnknownToken);
        }
        opens(&found.token, now)?;
        if now.minutes_since(found.token.last_used_at) > 0 {
            app.store.token_used(found.token.id, now).await?;
        }
        let Presented {
            account,
            name,
            token,
        } = found;
        Ok(Self {
            account,
            name,
            token: token.id,
        })
    }
}

/// A device's token from the header, or a session's from the cookie. A cookie comes along
/// by itself, so whatever changes something must also carry the header of our own pages.
fn presented(parts: &Parts) -> Result<(TokenKind, &str), ApiError> {
    if let Some(authorization) = parts.headers.get(header::AUTHORIZATION) {
        let token = authorization
            .to_str()
            .ok()
            .and_then(|value| value.strip_prefix("Bearer "));
        return token
            .map(|token| (TokenKind::Device, token))
            .ok_or(ApiError::NotSignedIn);
    }
    let cookie = cookie(parts).ok_or(ApiError::NotSignedIn)?;
    let changes = !matches!(parts.method, Method::GET | Method::HEAD);
    if changes
        && parts
            .headers
            .get(OWN_HEADER)
            .is_none_or(|value| value != "1")
    {
        return Err(ApiError::NoOwnHeader);
    }
    Ok((TokenKind::Session, cookie))
}

fn cookie(parts: &Parts) -> Option<&str> {
    parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

fn opens(token: &Token, now: Timestamp) -> Result<(), ApiError> {
    if token.revoked_at.is_some() {
        return Err(ApiError::Revoked);
    }
    let idle = match token.kind {
        TokenKind::Session => SESSION_IDLE_MINUTES,
        TokenKind::Device => DEVICE_IDLE_MINUTES,
    };
    let ended =
        token.expires_at.is_some_and(|end| end <= now) || later(token.last_used_at, idle) <= now;
    if ended {
        Err(ApiError::Expired)
    } else {
        Ok(())
    }
}

/// A colleague who works for the brand in the address. Brands of others do not exist.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) me: Me,
    pub(crate) brand: BrandId,
    role: Role,
}

impl Member {
    /// The events as this colleague may read them (M58).
    pub(crate) fn reads(&self, events: Vec<Event>) -> Vec<Event> {
        if self.role == Role::Admin {
            return events;
        }
        let me = Actor::Account(self.me.account);
        let seen = events.into_iter().map(|event| event.as_seen_by(me));
        seen.collect()
    }

    /// Only an admin of the brand.
    pub(crate) fn admin(&self) -> Result<(), ApiError> {
        if self.role == Role::Admin {
            Ok(())
        } else {
            Err(ApiError::AdminOnly)
        }
    }
}

impl FromRequestParts<App> for Member {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let me = Me::from_request_parts(parts, app).await?;
        let named = named(parts, app, "brand").await?;
        let brand: BrandId = named.parse().map_err(|_| ApiError::NoSuch(Thing::Brand))?;
        let memberships = app.store.memberships(me.account).await?;
        let role = memberships
            .into_iter()
            .find(|(of, _)| *of == brand)
            .map(|(_, role)| role);
        match (role, app.brands.get(&brand)) {
            (Some(role), Some(_)) => Ok(Self { me, brand, role }),
            _ => Err(ApiError::NoSuch(Thing::Brand)),
        }
    }
}

/// A part of the address by its name in the route.
async fn named(parts: &mut Parts, app: &App, name: &'static str) -> Result<String, ApiError> {
    let Path(mut all) = Path::<HashMap<String, String>>::from_request_parts(parts, app)
        .await
        .map_err(|_| ApiError::BadValue(name))?;
    all.remove(name).ok_or(ApiError::BadValue(name))
}

/// A UUID in the address. What is no UUID is nobody's id.
async fn id(
    parts: &mut Parts,
    app: &App,
    name: &'static str,
    thing: Thing,
) -> Result<Uuid, ApiError> {
    named(parts, app, name)
        .await?
        .parse()
        .map_err(|_| ApiError::NoSuch(thing))
}

/// `{case}` in the address.
pub(crate) struct CaseAt(pub(crate) CaseId);

impl FromRequestParts<App> for CaseAt {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        id(parts, app, "case", Thing::Case)
            .await
            .map(|id| Self(CaseId(id)))
    }
}

/// `{person}` in the address.
pub(crate) struct PersonAt(pub(crate) PersonId);

impl FromRequestParts<App> for PersonAt {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        id(parts, app, "person", Thing::Person)
            .await
            .map(|id| Self(PersonId(id)))
    }
}

/// `{token}` in the address.
pub(crate) struct TokenAt(pub(crate) Uuid);

impl FromRequestParts<App> for TokenAt {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        id(parts, app, "token", Thing::Token).await.map(Self)
    }
}

/// A JSON body.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let declared = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let media = declared
            .and_then(|value| value.split(';').next())
            .unwrap_or("")
            .trim();
        if !media.eq_ignore_ascii_case("application/json") {
            return Err(ApiError::NotJson);
        }
        let bytes = Bytes::from_request(request, app)
            .await
            .map_err(|_| ApiError::TooLarge)?;
        // What serde says may quote the body: only the place is told.
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| ApiError::BadJson {
                line: error.line(),
                column: error.column(),
            })
    }
}

/// The values after the question mark.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned + Named> FromRequestParts<App> for Asked<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        Query::<T>::from_request_parts(parts, app)
            .await
            .map(|Query(values)| Self(values))
            .map_err(|_| ApiError::BadValue(T::NAME))
    }
}

/// What to call the values when they do not fit.
pub(crate) trait Named {
    /// Their names, as in the address.
    const NAME: &'static str;
}

/// The address a request came from.
pub(crate) struct Caller(pub(crate) IpAddr);

impl FromRequestParts<App> for Caller {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        let known = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(
            known.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip()),
        ))
    }
}
