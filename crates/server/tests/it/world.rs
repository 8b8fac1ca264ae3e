//! A server without a socket: two brands, two colleagues, a clock that tests turn.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::sync::OnceCell;
use toonvast_engine::Engine;
use toonvast_model::id::AccountId;
use toonvast_model::timestamp::Timestamp;
use toonvast_server::{App, Clock, Role, router};
use toonvast_store::Store;
use toonvast_store::accounts::{Made, NewAccount};
use tower::ServiceExt;

pub const NOW: i64 = 1_764_000_000_000;
pub const PASSWORD: &str = "trappers en tandwielen";

pub struct World {
    pub app: Router,
    pub store: Store,
    /// Kept until the end: the database is in it.
    _folder: tempfile::TempDir,
    now: Arc<AtomicI64>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("")
    }

    /// The session cookie as a browser sends it back.
    pub fn cookie(&self) -> String {
        self.header("set-cookie")
            .split(';')
            .next()
            .unwrap_or("")
            .to_owned()
    }
}

impl World {
    /// Noor is admin of `fietsfluit`, Fenna an agent of `trapspeed`.
    pub async fn new() -> Self {
        Self::at(None).await
    }

    /// The same, opened at a public address.
    pub async fn at(public: Option<&str>) -> Self {
        let world = Self::empty(public).await;
        for (id, name, brand, role) in [
            (1, "Noor", "fietsfluit", Role::Admin),
            (2, "Fenna", "trapspeed", Role::Agent),
        ] {
            let account = NewAccount {
                id: AccountId(uuid::Uuid::from_u128(id)),
                name: name.into(),
                password_hash: password_hash().await.into(),
                created_at: Timestamp(NOW),
            };
            let brands = [brand.parse().expect("a brand id")];
            let made = world
                .store
                .add_account(&account, &brands, role)
                .await
                .expect("adds");
            assert_eq!(made, Made::Done);
        }
        world
    }

    /// Without accounts.
    pub async fn empty(public: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("toonvast.db"))
            .await
            .expect("opens");
        let now = Arc::new(AtomicI64::new(NOW));
        let told = Arc::clone(&now);
        let clock = Clock::from_fn(move || Timestamp(told.load(Ordering::SeqCst)));
        let app =
            App::new(store.clone(), &engines(), clock, public.map(Into::into)).expect("starts");
        Self {
            app: router(app),
            store,
            _folder: folder,
            now,
        }
    }

    pub fn advance(&self, minutes: i64) {
        self.now.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let mut request = request;
        let from: SocketAddr = "192.0.2.7:4242".parse().expect("an address");
        request.extensions_mut().insert(ConnectInfo(from));
        let response = self.app.clone().oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// A request with lines of headers as `name: value`.
    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[&str],
        body: Option<Value>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost");
        for line in headers {
            let (name, value) = line.split_once(": ").expect("name: value");
            request = request.header(name, value);
        }
        let body = match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        self.send(request.body(body).expect("a request")).await
    }

    /// Signs in; the header with the cookie.
    pub async fn session(&self, name: &str) -> String {
        let body = json!({ "name": name, "password": PASSWORD });
        let answer = self.ask("POST", "/v1/session", &[], Some(body)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        format!("cookie: {}", answer.cookie())
    }

    /// Pairs a device; the header with its token.
    pub async fn device(&self, name: &str) -> String {
        let cookie = self.session(name).await;
        let pairing = self
            .ask("POST", "/v1/pairings", &[&cookie, "x-toonvast: 1"], None)
            .await
            .json();
        let body = json!({ "code": pairing["code"], "device": "Chromium van test" });
        let paired = self
            .ask("POST", "/v1/pairings/redeem", &[], Some(body))
            .await
            .json();
        format!(
            "authorization: Bearer {}",
            paired["token"].as_str().expect("a token")
        )
    }
}

/// Hashed once: argon2 is slow by design.
async fn password_hash() -> &'static str {
    static HASH: OnceCell<String> = OnceCell::const_new();
    HASH.get_or_init(async || {
        let folder = tempfile::tempdir().expect("a folder");
        let brands = ["fietsfluit".parse().expect("a brand id")];
        toonvast_server::add_account(folder.path(), "Noor", PASSWORD.into(), &brands, Role::Agent)
            .await
            .expect("adds");
        let store = Store::open(&folder.path().join("toonvast.db"))
            .await
            .expect("opens");
        store
            .account_named("noor")
            .await
            .expect("reads")
            .expect("is there")
            .password_hash
    })
    .await
}

pub fn engines() -> Vec<Engine> {
    [("fietsfluit", "Fietsfluit"), ("trapspeed", "Trapspeed")]
        .map(|(id, name)| {
            let brand = json!({
                "id": id,
                "policy": { "name": name },
                "guide": {},
                "rules": [],
                "library": [],
            });
            Engine::new(serde_json::from_value(brand).expect("a brand"))
        })
        .into()
}

pub fn claim(command: u128, case: u128, post_id: &str) -> Value {
    json!({
        "id": uuid(command),
        "brand": "fietsfluit",
        "case": uuid(case),
        "at": NOW,
        "action": {
            "do": "claim",
            "post": {
                "site": "x", "post_id": post_id, "author": "@annelies",
                "text": "Mijn accu laadt niet op",
                "permalink": format!("https://x.com/annelies/status/{post_id}"), "posted_at": null,
            },
            "kind": "problem", "situation": "complaint", "priority": "high", "score": 60, "seen_at": NOW,
        },
    })
}

pub fn reply(command: u128, case: u128, post_id: &str) -> Value {
    json!({
        "id": uuid(command), "brand": "fietsfluit", "case": uuid(case), "at": NOW,
        "action": {
            "do": "log-reply",
            "reply": {
                "site": "x", "post_id": post_id, "author": "FietsfluitNL",
                "text": "We sturen een monteur ^Noor", "permalink": null, "posted_at": null,
            },
            "kind": "substantive",
        },
    })
}

pub fn uuid(id: u128) -> String {
    uuid::Uuid::from_u128(id).to_string()
}
