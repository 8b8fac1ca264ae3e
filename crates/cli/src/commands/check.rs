//! `toonvast check`: drafts in, findings out.

use crate::Ended;
use crate::brands::Brands;
use crate::fields::{Fields, LineError};
use crate::grammar::Grammar;
use crate::lines;
use serde::Serialize;
use serde_json::Value;
use toonvast_engine::Around;
use toonvast_model::draft::{Answered, AuthorName, Checked, Draft, OtherPost, RecentReply};
use toonvast_model::locale::Locale;

/// The findings of one draft under the line's own id.
#[derive(Serialize)]
struct Read {
    id: Value,
    #[serde(flatten)]
    checked: Checked,
}

/// Which drafts, and how closely they are read.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Args {
    #[command(flatten)]
    lines: lines::Args,
    /// Leave the grammar check of English drafts out, which takes about a second to make ready
    #[arg(long)]
    no_grammar: bool,
}

/// Checks every line.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let grammar = Grammar::new(!args.no_grammar);
    lines::run(&args.lines, |fields, brands, locale| {
        check(fields, brands, &grammar, locale)
    })
}

fn check(
    mut fields: Fields,
    brands: &Brands,
    grammar: &Grammar,
    locale: Locale,
) -> Result<Read, LineError> {
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
    let recent = recent(&mut fields)?;
    let others = others(&mut fields)?;
    let account = fields.text("account")?;
    let around = Around {
        recent: Some(&engine.recent_replies(recent)),
        answers: None,
        others: &others,
        account: account.as_deref(),
        grammar: &grammar.faults(engine, &draft.draft),
        ..Around::default()
    };
    Ok(Read {
        id,
        checked: engine.check_around(&draft, &around, locale),
    })
}

/// What the team replied lately: `[{id, text, post, who, at}]`.
fn recent(fields: &mut Fields) -> Result<Vec<RecentReply>, LineError> {
    let replies = fields.list("recent", "recent[].")?;
    let reply = |mut reply: Fields| {
        let id = match reply.id()? {
            Value::String(id) => id,
            id => id.to_string(),
        };
        Ok(RecentReply {
            id,
            text: reply.required("text")?,
            post: reply.text("post")?.unwrap_or_default(),
            answers: None,
            who: reply.text("who")?.unwrap_or_default(),
            at: reply.moment("at"),
        })
    };
    replies.into_iter().map(reply).collect()
}

/// Other posts in sight: `[{author: {handle, name}, text}]`.
fn others(fields: &mut Fields) -> Result<Vec<OtherPost>, LineError> {
    let posts = fields.list("others", "others[].")?;
    let post = |mut post: Fields| {
        Ok(OtherPost {
            author: author(&mut post, "others[].author.")?.unwrap_or_default(),
            text: post.text("text")?.unwrap_or_default(),
        })
    };
    posts.into_iter().map(post).collect()
}

fn author(fields: &mut Fields, path: &'static str) -> Result<Option<AuthorName>, LineError> {
    let Some(mut author) = fields.optional("author", path)? else {
        return Ok(None);
    };
    Ok(Some(AuthorName {
        handle: author.text("handle")?.unwrap_or_default(),
        name: author.text("name")?.unwrap_or_default(),
    }))
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
        author: author(&mut post, "post.author.")?,
    }))
}
