//! The server: plain requests to the origin this page came from.

use crate::trouble::{Failure, Trouble};
use crate::{browser, ids};
use js_sys::encode_uri_component as encoded;
use leptos::prelude::window;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use toonvast_model::command::{Action, Command, Outcome};
use toonvast_model::id::{AccountId, BrandId, CaseId};
use toonvast_model::locale::Locale;
use toonvast_model::quality::Quality;
use toonvast_model::screen::{CaseView, Overview};
use toonvast_model::timestamp::Timestamp;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, RequestCredentials, RequestInit, Response};

const SESSION: &str = "/v1/session";

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// The account.
    pub account: AccountId,
    /// First name.
    pub name: String,
    /// The brands this account works for.
    pub brands: Vec<Brand>,
}

/// A brand an account works for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Brand {
    /// The brand.
    pub id: BrandId,
    /// Its name.
    pub name: String,
}

/// A code with which one browser may be paired.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Pairing {
    /// Eight characters.
    pub code: String,
    /// When it stops being good.
    pub expires_at: Timestamp,
}

/// What a token belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenKind {
    /// A browser showing these pages.
    Session,
    /// A paired extension.
    Device,
}

/// What opens the server for an account: a session, or a paired browser.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Token {
    /// Its id, by which it is withdrawn.
    pub id: String,
    /// What it belongs to.
    pub kind: TokenKind,
    /// What the browser calls itself; empty for a session.
    pub label: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Timestamp,
    /// When it was withdrawn.
    pub revoked_at: Option<Timestamp>,
    /// It is the one of this very page.
    pub current: bool,
}

/// The body of every error.
#[derive(Deserialize)]
struct Wrong {
    error: Parts,
}

#[derive(Deserialize)]
struct Parts {
    what: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    todo: String,
}

/// A name and its password.
#[derive(Serialize)]
struct SignIn<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    name: &'a str,
    password: &'a str,
}

/// The server this page came from, and the brand looked at.
#[derive(Debug, Clone, Default)]
pub struct Api(Rc<RefCell<Option<BrandId>>>);

impl Api {
    /// Looks at another brand.
    pub fn choose(&self, brand: BrandId) {
        *self.0.borrow_mut() = Some(brand);
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// [`Failure::SignIn`] when nobody is.
    pub async fn me(&self) -> Result<Me, Failure> {
        get("/v1/me").await
    }

    /// Makes the first account, and signs it in.
    ///
    /// # Errors
    /// When the code is not good any more, or the password too short.
    pub async fn first(&self, code: &str, name: &str, password: &str) -> Result<(), Failure> {
        let code = Some(code);
        post(
            "/v1/accounts/first",
            &SignIn {
                code,
                name,
                password,
            },
        )
        .await
        .map(drop)
    }

    /// Signs in.
    ///
    /// # Errors
    /// When name and password do not belong together.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<(), Failure> {
        let code = None;
        post(
            SESSION,
            &SignIn {
                code,
                name,
                password,
            },
        )
        .await
        .map(drop)
    }

    /// Signs out.
    ///
    /// # Errors
    /// When the server does not answer.
    pub async fn sign_out(&self) -> Result<(), Failure> {
        send("DELETE", SESSION, None).await.map(drop)
    }

    /// Makes a pairing code.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn pairing(&self) -> Result<Pairing, Failure> {
        read(&post("/v1/pairings", &serde_json::Map::new()).await?)
    }

    /// The sessions and paired browsers that still open the server.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn tokens(&self) -> Result<Vec<Token>, Failure> {
        let mut tokens: Vec<Token> = get("/v1/tokens").await?;
        tokens.retain(|token| token.revoked_at.is_none());
        Ok(tokens)
    }

    /// Withdraws a paired browser's token.
    ///
    /// # Errors
    /// When there is no such token.
    pub async fn revoke(&self, token: &str) -> Result<(), Failure> {
        let path = format!("/v1/tokens/{}", String::from(encoded(token)));
        send("DELETE", &path, None).await.map(drop)
    }

    /// The first screen of the chosen brand.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn overview(&self, locale: Locale) -> Result<Overview, Failure> {
        let locale = locale.pick("nl", "en");
        get(&format!(
            "/v1/brands/{}/overview?locale={locale}",
            self.brand()?
        ))
        .await
    }

    /// One case.
    ///
    /// # Errors
    /// When there is no such case.
    pub async fn case(&self, case: CaseId) -> Result<CaseView, Failure> {
        get(&format!("/v1/brands/{}/cases/{case}", self.brand()?)).await
    }

    /// How replies were.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn quality(&self) -> Result<Quality, Failure> {
        get(&format!("/v1/brands/{}/quality", self.brand()?)).await
    }

    /// Does something to a case.
    ///
    /// # Errors
    /// When the server does not answer; a refusal is an answer.
    pub async fn act(&self, case: CaseId, action: Action) -> Result<Outcome, Failure> {
        let brand = self.brand()?;
        let path = format!("/v1/brands/{brand}/commands");
        let at = browser::now();
        let command = Command {
            id: ids::command(at)?,
            brand,
            case,
            at,
            action,
        };
        let outcomes: Vec<Outcome> = read(&post(&path, &[command]).await?)?;
        outcomes.into_iter().next().ok_or(Failure::Garbled)
    }

    fn brand(&self) -> Result<BrandId, Failure> {
        self.0.borrow().clone().ok_or(Failure::SignIn)
    }
}

async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(&send("GET", path, None).await?)
}

async fn post<T: Serialize + ?Sized>(path: &str, body: &T) -> Result<String, Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Garbled)?;
    send("POST", path, Some(&body)).await
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, Failure> {
    serde_json::from_str(body).map_err(|_| Failure::Garbled)
}

async fn send(method: &str, path: &str, body: Option<&str>) -> Result<String, Failure> {
    let request = request(method, path, body).map_err(|_| Failure::Garbled)?;
    let answer = JsFuture::from(window().fetch_with_request(&request)).await;
    let response: Response = answer.map_err(|_| Failure::Lost)?.unchecked_into();
    let text = JsFuture::from(response.text().map_err(|_| Failure::Lost)?).await;
    let text = text
        .map_err(|_| Failure::Lost)?
        .as_string()
        .unwrap_or_default();
    match response.status() {
        200..=299 => Ok(text),
        // Elsewhere the session is over; here name and password do not belong together.
        401 if path != SESSION => Err(Failure::SignIn),
        status => Err(refused(status, &text)),
    }
}

fn request(method: &str, path: &str, body: Option<&str>) -> Result<Request, JsValue> {
    let headers = Headers::new()?;
    // The server words its errors in the language of the screens.
    headers.set("accept-language", &browser::lang())?;
    if method != "GET" {
        // A page of another origin cannot send this header.
        headers.set("x-toonvast", "1")?;
    }
    if body.is_some() {
        headers.set("content-type", "application/json")?;
    }
    let init = RequestInit::new();
    init.set_method(method);
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::SameOrigin);
    if let Some(body) = body {
        init.set_body(&body.into());
    }
    Request::new_with_str_and_init(path, &init)
}

/// What an answer that is no success means.
fn refused(status: u16, body: &str) -> Failure {
    match (status, serde_json::from_str::<Wrong>(body)) {
        (
            _,
            Ok(Wrong {
                error: Parts { what, why, todo },
            }),
        ) => Failure::Told(Trouble::new(what, why, todo)),
        (502..=504, Err(_)) => Failure::Lost,
        _ => Failure::Garbled,
    }
}
