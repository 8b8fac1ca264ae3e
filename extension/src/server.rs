//! The server's API, as this browser uses it.

use crate::kept::ServerAccess;
use crate::trouble::Trouble;
use gloo::net::http::{Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toonvast_model::command::{Command, Outcome};
use toonvast_model::event::Event;
use toonvast_model::id::{AccountId, BrandId};
use toonvast_model::screen::Contents;

/// What a pairing code is exchanged for.
#[derive(Debug, Deserialize)]
pub struct Paired {
    /// The device token.
    pub token: String,
    /// The agent's account.
    pub account: AccountId,
    /// The agent's first name.
    pub name: String,
    /// Brands the agent works for.
    pub brands: Vec<PairedBrand>,
}

/// A brand the agent works for.
#[derive(Debug, Deserialize)]
pub struct PairedBrand {
    /// Its id.
    pub id: BrandId,
}

/// A page of the event log.
#[derive(Debug, Deserialize)]
pub struct Log {
    /// Events, oldest first.
    pub events: Vec<Event>,
    /// The words behind their ids.
    pub contents: Contents,
    /// Number of the last event there is.
    pub head: u64,
}

#[derive(Deserialize)]
struct ErrorBody {
    error: ErrorWords,
}

#[derive(Deserialize)]
struct ErrorWords {
    what: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    todo: String,
}

#[derive(Serialize)]
struct Redeem<'a> {
    code: &'a str,
    device: &'a str,
}

/// Exchanges a pairing code.
///
/// # Errors
/// When the server cannot be reached or refuses.
pub async fn redeem(address: &str, code: &str) -> Result<Paired, Trouble> {
    let request = bare(Request::post(&format!("{address}/v1/pairings/redeem")))
        .json(&Redeem {
            code: code.trim(),
            device: "Toonvast extension",
        })
        .map_err(|_| unreadable(address))?;
    read(address, request.send().await).await
}

/// Revokes our own token.
///
/// # Errors
/// When the server cannot be reached or refuses.
pub async fn revoke(access: &ServerAccess) -> Result<(), Trouble> {
    let request = Request::delete(&format!("{}/v1/session", access.address));
    answered(&access.address, signed(request, access).send().await)
        .await
        .map(drop)
}

/// Sends commands; each is carried out once, however often it is sent.
///
/// # Errors
/// When the server cannot be reached or refuses the whole batch.
pub async fn send(access: &ServerAccess, commands: &[Command]) -> Result<Vec<Outcome>, Trouble> {
    let url = format!("{}/v1/brands/{}/commands", access.address, access.brand);
    let request = signed(Request::post(&url), access)
        .json(commands)
        .map_err(|_| unreadable(&access.address))?;
    read(&access.address, request.send().await).await
}

/// Reads the log after an event.
///
/// # Errors
/// When the server cannot be reached or refuses.
pub async fn log(access: &ServerAccess, after: u64) -> Result<Log, Trouble> {
    let url = format!(
        "{}/v1/brands/{}/events?after={after}&limit=500",
        access.address, access.brand
    );
    read(
        &access.address,
        signed(Request::get(&url), access).send().await,
    )
    .await
}

/// Without the cookies of a colleague who is signed in to the server's own pages in this
/// browser: the token alone says who we are.
fn bare(request: RequestBuilder) -> RequestBuilder {
    request.credentials(web_sys::RequestCredentials::Omit)
}

fn signed(request: RequestBuilder, access: &ServerAccess) -> RequestBuilder {
    bare(request).header("authorization", &format!("Bearer {}", access.token))
}

fn unreadable(address: &str) -> Trouble {
    Trouble::Unreadable {
        address: address.to_owned(),
    }
}

async fn read<T: DeserializeOwned>(
    address: &str,
    response: Result<Response, gloo::net::Error>,
) -> Result<T, Trouble> {
    answered(address, response)
        .await?
        .json()
        .await
        .map_err(|_| unreadable(address))
}

async fn answered(
    address: &str,
    response: Result<Response, gloo::net::Error>,
) -> Result<Response, Trouble> {
    let response = response.map_err(|_| Trouble::Unreachable {
        address: address.to_owned(),
    })?;
    match response.status() {
        200..=299 => Ok(response),
        401 => Err(Trouble::SignedOut {
            address: address.to_owned(),
        }),
        status => {
            let said = match response.json::<ErrorBody>().await {
                Ok(ErrorBody { error }) => [error.what, error.why, error.todo]
                    .join(" ")
                    .trim()
                    .to_owned(),
                Err(_) => response.status_text(),
            };
            Err(Trouble::Answered { status, said })
        }
    }
}
