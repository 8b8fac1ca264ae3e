//! What agents did: the outbox of a browser arrives here.

use crate::app::App;
use crate::error::ApiError;
use crate::extract::{Body, Member};
use crate::secret;
use axum::Json;
use axum::extract::State;
use toonvast_model::command::{Command, Outcome};
use toonvast_store::commands::{Arrival, Sender};

/// Commands taken at a time.
pub(crate) const MOST_COMMANDS: usize = 200;

pub(super) async fn carry_out(
    State(app): State<App>,
    member: Member,
    Body(commands): Body<Vec<Command>>,
) -> Result<Json<Vec<Outcome>>, ApiError> {
    if commands.len() > MOST_COMMANDS {
        return Err(ApiError::TooMany);
    }
    let now = app.clock.now();
    let sender = Sender {
        account: member.me.account,
        received_at: now,
    };
    let batch: Vec<Arrival> = commands
        .into_iter()
        .map(|command| secret::arrival(command, now))
        .collect();
    let outcomes = app.store.carry_out(&member.brand, sender, &batch).await?;
    Ok(Json(outcomes))
}
