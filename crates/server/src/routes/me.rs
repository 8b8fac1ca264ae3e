//! Who is signed in, and for which brands.

use crate::app::App;
use crate::brands::Named;
use crate::error::ApiError;
use crate::extract::Me;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use toonvast_model::id::AccountId;

/// An account, as it sees itself.
#[derive(Serialize)]
pub(super) struct Who {
    account: AccountId,
    name: String,
    brands: Vec<Named>,
}

impl Who {
    pub(super) async fn of(app: &App, account: AccountId, name: String) -> Result<Self, ApiError> {
        let memberships = app.store.memberships(account).await?;
        let brands = app
            .brands
            .named(memberships.into_iter().map(|(brand, _)| brand));
        Ok(Self {
            account,
            name,
            brands,
        })
    }
}

pub(super) async fn show(State(app): State<App>, me: Me) -> Result<Json<Who>, ApiError> {
    Who::of(&app, me.account, me.name).await.map(Json)
}
