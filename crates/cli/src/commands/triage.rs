//! `toonvast triage`: posts in, judgements out.

use crate::Ended;
use crate::brands::Brands;
use crate::fields::{Fields, LineError};
use crate::lines::{self, Args};
use serde::Serialize;
use serde_json::{Map, Value};
use toonvast_model::locale::Locale;

/// A judgement on the way out, under the line's own id.
#[derive(Serialize)]
struct Judged {
    id: Value,
    #[serde(flatten)]
    triage: Map<String, Value>,
}

/// Judges every line.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    lines::run(args, judge)
}

fn judge(mut fields: Fields, brands: &Brands, locale: Locale) -> Result<Judged, LineError> {
    let id = fields.id()?;
    let (engine, post, context) = lines::post(&mut fields, brands)?;
    let said = engine.triage(&post, &context, locale);
    let Ok(Value::Object(mut triage)) = serde_json::to_value(said) else {
        // A judgement holds texts, numbers and lists only, so it always is an object.
        return Err(LineError::NotAnObject);
    };
    triage.remove("id");
    Ok(Judged { id, triage })
}
