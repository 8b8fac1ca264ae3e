//! Finding a customer who wants to be forgotten, and forgetting.

use crate::app::App;
use crate::error::{ApiError, Thing};
use crate::extract::{Asked, Member, Named, PersonAt};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use toonvast_store::people::{Erased, Person};

#[derive(Deserialize)]
pub(super) struct Called {
    handle: String,
}

impl Named for Called {
    const NAME: &'static str = "handle";
}

pub(super) async fn find(
    State(app): State<App>,
    member: Member,
    Asked(called): Asked<Called>,
) -> Result<Json<Vec<Person>>, ApiError> {
    Ok(Json(
        app.store.find_people(&member.brand, &called.handle).await?,
    ))
}

pub(super) async fn erase(
    State(app): State<App>,
    member: Member,
    PersonAt(person): PersonAt,
) -> Result<Json<Erased>, ApiError> {
    member.admin()?;
    let erased = app
        .store
        .erase_person(&member.brand, person, member.me.account, app.clock.now())
        .await?;
    erased.map(Json).ok_or(ApiError::NoSuch(Thing::Person))
}
