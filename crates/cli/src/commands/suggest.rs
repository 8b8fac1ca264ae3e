//! `toonvast suggest`: posts in, canned replies that fit out.

use crate::Ended;
use crate::brands::Brands;
use crate::fields::{Fields, LineError};
use crate::lines::{self, Args};
use serde::Serialize;
use serde_json::Value;
use toonvast_model::locale::Locale;
use toonvast_model::suggestion::Suggestion;

/// The suggestions for one post under the line's own id.
#[derive(Serialize)]
struct Proposed {
    id: Value,
    suggestions: Vec<Suggestion>,
}

/// Proposes replies for every line; a line's `agent` signs them.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    lines::run(args, suggest)
}

fn suggest(mut fields: Fields, brands: &Brands, locale: Locale) -> Result<Proposed, LineError> {
    let id = fields.id()?;
    let agent = fields.text("agent")?;
    let (engine, post, _) = lines::post(&mut fields, brands)?;
    Ok(Proposed {
        id,
        suggestions: engine.suggest(&post, agent.as_deref(), locale),
    })
}
