//! The first account, made by whoever started the server.

use super::session::{self, SignedIn};
use crate::account::new_account;
use crate::app::App;
use crate::error::ApiError;
use crate::extract::{Body, Caller};
use crate::secret;
use axum::extract::State;
use serde::Deserialize;
use toonvast_store::accounts::Made;

#[derive(Deserialize)]
pub(super) struct First {
    code: String,
    name: String,
    password: String,
}

pub(super) async fn first(
    State(app): State<App>,
    Caller(caller): Caller,
    Body(first): Body<First>,
) -> Result<SignedIn, ApiError> {
    let now = app.clock.now();
    app.tries
        .may(caller, now)
        .map_err(|minutes| ApiError::Wait { minutes })?;
    let account = new_account(&app.passwords, now, &first.name, first.password).await?;
    let code = secret::hash(&first.code);
    match app
        .store
        .add_first_account(&code, &account, &app.brands.ids())
        .await?
    {
        Made::Done => session::open(&app, account.id, account.name).await,
        Made::NameTaken => Err(ApiError::NameTaken),
        Made::NotInvited => {
            app.tries.wrong(caller, now);
            Err(ApiError::NotInvited)
        }
    }
}
