//! `toonvast rule`: a tone rule, printed.

mod manual;

use crate::Ended;
use crate::lines::locale;
use anyhow::bail;
use std::collections::BTreeSet;
use std::io::Write;
use toonvast_brand::rule::Rule;
use toonvast_model::locale::Locale;

/// Which rule.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The rule's id, as `no-empathy`; all of them when absent
    id: Option<String>,
    /// Print all of them as a page of Markdown
    #[arg(long, conflicts_with = "id")]
    manual: bool,
    /// The language of the page
    #[arg(long, default_value = "nl", value_parser = locale)]
    locale: Locale,
}

/// Prints one rule in each language it has, or the ids of all.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut out = std::io::stdout().lock();
    let rules = toonvast_tone::rules();
    if args.manual {
        write!(out, "{}", manual::page(rules, args.locale)?)?;
        return Ok(Ended::Well);
    }
    let Some(id) = &args.id else {
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.0.as_str()).collect();
        for id in ids {
            writeln!(out, "{id}")?;
        }
        return Ok(Ended::Well);
    };
    let mut found = rules.iter().filter(|rule| rule.id.0 == *id).peekable();
    if found.peek().is_none() {
        bail!("no built-in rule is called `{id}`; `toonvast rule` lists them all");
    }
    for rule in found {
        print(&mut out, rule)?;
    }
    Ok(Ended::Well)
}

fn print(out: &mut impl Write, rule: &Rule) -> std::io::Result<()> {
    let lang = format!("{:?}", rule.lang).to_lowercase();
    let severity = format!("{:?}", rule.severity).to_lowercase();
    writeln!(out, "{} ({lang}, {severity}, {})", rule.id, rule.source)?;
    writeln!(
        out,
        "  {}\n  {}\n  {}",
        rule.summary, rule.why, rule.instead
    )?;
    for (label, list) in [
        ("flags", &rule.examples.flags),
        ("allows", &rule.examples.allows),
    ] {
        for example in list {
            writeln!(out, "  {label}: {}", example.draft.replace('\n', " / "))?;
        }
    }
    Ok(())
}
