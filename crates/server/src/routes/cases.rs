//! One case.

use crate::app::App;
use crate::error::{ApiError, Thing};
use crate::extract::{CaseAt, Member};
use axum::Json;
use axum::extract::State;
use toonvast_model::screen::CaseView;

pub(super) async fn show(
    State(app): State<App>,
    member: Member,
    CaseAt(id): CaseAt,
) -> Result<Json<CaseView>, ApiError> {
    let case = app.store.case(&member.brand, id).await?;
    let case = case.ok_or(ApiError::NoSuch(Thing::Case))?;
    Ok(Json(CaseView {
        events: member.reads(case.events),
        ..case
    }))
}
