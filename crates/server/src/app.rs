//! What every route shares, and the router around them.

use crate::brands::Brands;
use crate::clock::Clock;
use crate::error::{self, ApiError};
use crate::password::Passwords;
use crate::tries::Tries;
use crate::{guard, pages, routes};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use std::sync::Arc;
use toonvast_engine::Engine;
use toonvast_store::Store;

/// Largest body taken.
const BODY_BYTES: usize = 2 * 1024 * 1024;

/// What the routes work with. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) brands: Arc<Brands>,
    pub(crate) passwords: Passwords,
    pub(crate) tries: Arc<Tries>,
    pub(crate) clock: Clock,
    /// The address people open the server at, without a slash at its end, when it differs
    /// from the one it listens on.
    pub(crate) public: Option<Arc<str>>,
}

impl App {
    /// The parts put together.
    ///
    /// # Errors
    /// When a brand does not serialise.
    pub fn new(
        store: Store,
        engines: &[Engine],
        clock: Clock,
        public: Option<String>,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self {
            store,
            brands: Arc::new(Brands::new(engines)?),
            passwords: Passwords::default(),
            tries: Arc::default(),
            clock,
            public: public.map(|address| address.trim_end_matches('/').into()),
        })
    }

    /// Whether people reach us over TLS, through the proxy in front of us.
    pub(crate) fn secure(&self) -> bool {
        self.public
            .as_ref()
            .is_some_and(|address| address.starts_with("https://"))
    }
}

/// Every route, the pages, and what surrounds them.
pub fn router(app: App) -> Router {
    routes::all()
        .into_iter()
        .fold(Router::new(), |router, route| {
            router.route(route.path, route.handler)
        })
        .method_not_allowed_fallback(async || ApiError::WrongMethod)
        .fallback(pages::serve)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(from_fn(guard::in_time))
        .layer(from_fn_with_state(app.clone(), guard::own_origin))
        .layer(from_fn(error::speak))
        .layer(from_fn(guard::headers))
        .layer(from_fn(guard::log))
        .with_state(app)
}
