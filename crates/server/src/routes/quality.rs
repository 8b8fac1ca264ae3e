//! How replies were (M58): the team's to its admins, everybody's own to themselves.

use crate::app::App;
use crate::error::{ApiError, Thing};
use crate::extract::Member;
use axum::Json;
use axum::extract::State;
use toonvast_casework::quality::since;
use toonvast_casework::{Whose, quality};
use toonvast_model::case::Actor;
use toonvast_model::quality::Quality;
use toonvast_model::screen::AccountName;

pub(super) async fn show(
    State(app): State<App>,
    member: Member,
) -> Result<Json<Quality>, ApiError> {
    let brand = app
        .brands
        .get(&member.brand)
        .ok_or(ApiError::NoSuch(Thing::Brand))?;
    let now = app.clock.now();
    let (events, names) = app.store.replies_since(&member.brand, since(now)).await?;
    let whose = match member.admin() {
        Ok(()) => Whose::Everyones,
        Err(_) => Whose::Of(Actor::Account(member.me.account)),
    };
    Ok(Json(quality(&events, whose, &brand.zone, now, |actor| {
        name(&names, actor)
    })))
}

fn name(names: &[AccountName], actor: Actor) -> Option<String> {
    let Actor::Account(account) = actor else {
        return None;
    };
    let known = names.iter().find(|known| known.id == account);
    known.map(|known| known.name.clone())
}
