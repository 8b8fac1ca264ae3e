//! `toonvast check`: drafts in, findings out.

use crate::Ended;
use crate::brands::Brands;
use crate::fields::{Fields, LineError};
use crate::lines::{self, Args};
use serde::Serialize;
use serde_json::Value;
use toonvast_model::draft::{Answered, Checked, Draft};
use toonvast_model::locale::Locale;

/// The findings of one draft under the line's own id.
#[derive(Serialize)]
struct Read {
    id: Value,
    #[serde(flatten)]
    checked: Checked,
}

/// Checks every line.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    lines::run(args, check)
}

fn check(mut fields: Fields, brands: &Brands, locale: Locale) -> Result<Read, LineError> {
    let id = fields.id()?;
    let words = fields.required("draft")?;
    let engine = brands.pick(fields.text("brand")?.as_deref())?;
    let draft = Draft {
        draft: words,
        brand: Some(engine.brand().id.clone()),
        site: fields.value("site")?.unwrap_or_default(),
        public: fields.flag("public")?.unwrap_or(true),
        agent: fields.text("agent")?,
        post: answered(&mut fields)?,
    };
    Ok(Read {
        id,
        checked: engine.check(&draft, locale),
    })
}

fn answered(fields: &mut Fields) -> Result<Option<Answered>, LineError> {
    let Some(mut post) = fields.optional("post", "post.")? else {
        return Ok(None);
    };
    Ok(Some(Answered {
        text: post.text("text")?.unwrap_or_default(),
        kind: post.value("kind")?,
        situation: post.value("situation")?,
        sentiment: post.value("sentiment")?,
    }))
}
