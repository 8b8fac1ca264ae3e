//! `toonvast triage`: posts in, judgements out.

use crate::Ended;
use crate::brands::Brands;
use crate::fields::{Fields, LineError};
use crate::lines::{self, Args};
use serde::Serialize;
use serde_json::Value;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::triage::{
    About, Influence, Kind, Priority, Reason, Respond, Sentiment, Situation,
};

/// A judgement on the way out: [`toonvast_model::triage::Triage`] under the line's own id.
#[derive(Serialize)]
struct Judged {
    id: Value,
    language: Language,
    about: About,
    kind: Kind,
    situation: Situation,
    sentiment: Sentiment,
    asks_help: bool,
    respond: Respond,
    priority: Priority,
    influence: Influence,
    topics: Vec<String>,
    risk: bool,
    chance: bool,
    score: i32,
    reasons: Vec<Reason>,
}

/// Judges every line.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    lines::run(args, judge)
}

fn judge(mut fields: Fields, brands: &Brands, locale: Locale) -> Result<Judged, LineError> {
    let id = fields.id()?;
    let (engine, post, context) = lines::post(&mut fields, brands)?;
    let t = engine.triage(&post, &context, locale);
    Ok(Judged {
        id,
        language: t.language,
        about: t.about,
        kind: t.kind,
        situation: t.situation,
        sentiment: t.sentiment,
        asks_help: t.asks_help,
        respond: t.respond,
        priority: t.priority,
        influence: t.influence,
        topics: t.topics,
        risk: t.risk,
        chance: t.chance,
        score: t.score,
        reasons: t.reasons,
    })
}
