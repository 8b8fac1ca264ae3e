//! `toonvast brand explain`: how a post's priority is reckoned.

use crate::Ended;
use crate::brands::Brands;
use crate::lines::locale;
use serde::Serialize;
use std::io::{Read, Write};
use std::path::PathBuf;
use toonvast_engine::Behind;
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use toonvast_model::suggestion::Suggestion;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Due, Triage};

/// Bytes of a post that are read from standard input.
const MAX_POST: u64 = 1 << 20;

/// Which post, and what is known around it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The post's words; `-` reads them from standard input
    post: String,
    /// A brand's folder, or one that holds several
    #[arg(long, value_name = "DIR")]
    brand: PathBuf,
    /// Which of several brands
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The language of reasons: nl or en
    #[arg(long, default_value = "nl", value_parser = locale)]
    locale: Locale,
    /// The post reached us on our own account
    #[arg(long)]
    addressed: bool,
    /// Followers of the author
    #[arg(long)]
    followers: Option<u64>,
    /// Shares of the post
    #[arg(long)]
    shares: Option<u64>,
    /// Earlier posts of the same author
    #[arg(long, default_value_t = 0)]
    earlier_posts: u32,
    /// It replies to an answer of ours
    #[arg(long)]
    follow_up: bool,
    /// It stands under an advertisement of ours
    #[arg(long)]
    under_ad: bool,
    /// Similar posts within the last hour
    #[arg(long, default_value_t = 0)]
    similar: u32,
    /// When it was written, as 2026-11-24T09:30:00Z: then the deadlines are told
    #[arg(long, value_parser = moment)]
    posted_at: Option<Timestamp>,
}

fn moment(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).map_err(|error| error.to_string())
}

/// Prints the reckoning.
pub(crate) fn run(args: Args) -> anyhow::Result<Ended> {
    let brands = Brands::read(&args.brand)?;
    let engine = brands.pick(args.id.as_deref())?;
    let mut text = args.post;
    if text == "-" {
        text.clear();
        std::io::stdin()
            .lock()
            .take(MAX_POST)
            .read_to_string(&mut text)?;
    }
    let post = Post {
        id: PostId("-".to_owned()),
        text,
        site: Site::X,
        brand: Some(engine.brand().id.clone()),
        author: Author {
            followers: args.followers,
            ..Author::default()
        },
        reach: Reach {
            shares: args.shares,
            ..Reach::default()
        },
        posted_at: args.posted_at,
    };
    let context = Context {
        addressed: args.addressed,
        earlier_posts: args.earlier_posts,
        follow_up: args.follow_up,
        under_ad: args.under_ad,
        similar: args.similar,
        now: args.posted_at,
        ..Context::default()
    };
    let triage = engine.triage(&post, &context, args.locale);
    let suggestions = engine.suggest(&post, None, args.locale);
    let behind = engine.explain(&post, &context, &triage);
    let mut out = std::io::stdout().lock();
    print(&mut out, &triage, &suggestions)?;
    words(&mut out, &post.text, &behind)?;
    Ok(Ended::Well)
}

fn print(out: &mut impl Write, t: &Triage, suggestions: &[Suggestion]) -> std::io::Result<()> {
    let widest = t
        .reasons
        .iter()
        .map(|reason| reason.signal.0.len())
        .max()
        .unwrap_or(0);
    writeln!(out, "{}\n", name(&t.priority))?;
    for reason in &t.reasons {
        let signal = &reason.signal.0;
        writeln!(
            out,
            "{:>+5}  {signal:widest$}  {}",
            reason.points, reason.text
        )?;
    }
    writeln!(out, "{:>+5}  in all", t.score)?;
    for change in &t.changes {
        writeln!(out, "       {}", change.text)?;
    }
    writeln!(out)?;
    fields(out, t)?;
    for alternative in &t.alternatives {
        let json = serde_json::to_value(&alternative.correction).unwrap_or_default();
        let field = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
        writeln!(
            out,
            "perhaps    {} {} ({} %)",
            field("field"),
            field("value"),
            alternative.percent
        )?;
    }
    for suggestion in suggestions {
        writeln!(
            out,
            "suggests   {} ({}): {}",
            suggestion.reply, suggestion.score, suggestion.why
        )?;
    }
    Ok(())
}

/// What was found, one line a field.
fn fields(out: &mut impl Write, t: &Triage) -> std::io::Result<()> {
    let facets: Vec<String> = t.facets.iter().map(name).collect();
    let due = |pick: fn(Due) -> Timestamp| t.due.map(|due| pick(due).to_string());
    let pairs = [
        ("language", name(&t.language)),
        ("about", name(&t.about)),
        ("kind", name(&t.kind)),
        ("situation", name(&t.situation)),
        ("sentiment", name(&t.sentiment)),
        ("asks_help", t.asks_help.to_string()),
        ("respond", name(&t.respond)),
        ("influence", name(&t.influence)),
        ("topics", t.topics.join(", ")),
        ("risk", t.risk.to_string()),
        ("chance", t.chance.to_string()),
        ("purpose", name(&t.purpose)),
        ("facets", facets.join(", ")),
        ("ruling", format!("{} ({})", t.ruling.rule, t.ruling.text)),
        ("first", due(|due| due.first).unwrap_or_default()),
        ("answer", due(|due| due.substantive).unwrap_or_default()),
    ];
    for (key, value) in pairs {
        writeln!(out, "{}", format!("{key:10} {value}").trim_end())?;
    }
    Ok(())
}

/// The words each finding rests on, with their weight in hundredths of a decision.
fn words(out: &mut impl Write, text: &str, behind: &[Behind]) -> std::io::Result<()> {
    for finding in behind {
        let words: Vec<String> = finding
            .words
            .iter()
            .map(|weight| format!("{} {:+}", weight.span.of(text), weight.hundredths))
            .collect();
        let words = words.join(", ");
        writeln!(
            out,
            "behind     {} {}: {words}",
            finding.field, finding.value
        )?;
    }
    Ok(())
}

/// The name of a value as the label guide has it.
fn name<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}
