//! `toonvast eval`: how well triage agrees with labelled posts and the tone check with labelled
//! drafts, and what lessons add.

mod drafts;
mod figures;

use crate::Ended;
use anyhow::{Context as _, bail};
use figures::Figures;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use toonvast_brand::{Brand, folder, import};
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};
use toonvast_triage::Triager;
use toonvast_triage::training::{Labels, Reader, Sample, lessons};

/// Which posts, whose brands, how many lessons.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A line needs `id`, `text`, `brand` and the fields of the label guide (about, kind, situation, sentiment, asks_help, respond, \
priority, influence, topics, risk, chance). --brand is a brand's folder, one that holds several, or JSON as `brand import` \
takes it.

Lines that hold a `draft` are measured as drafts: `site`, `public`, `post` and `agent` as for `check`, and `findings` (a list of \
{rule, quote}, the quote empty where something is missing), `verdict` (post, improve, block) and `must_not_flag`.

With --learn N the first N lines are replayed as what one team set right, and the lines after them are judged without and \
with these lessons. Nothing is kept.")]
pub(crate) struct Args {
    /// Labelled JSON lines: posts, or drafts
    file: PathBuf,
    /// The brands the posts are written to
    #[arg(long, value_name = "DIR|FILE")]
    brand: PathBuf,
    /// Learn from the first N lines, judge the rest
    #[arg(long, value_name = "N")]
    learn: Option<usize>,
    /// Of drafts, also each finding that differs
    #[arg(long)]
    differences: bool,
    /// One JSON object instead of tables
    #[arg(long)]
    json: bool,
}

/// A labelled post.
struct Line {
    post: Post,
    brand: String,
    labels: Labels,
}

/// Prints the figures.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let brands = brands(&args.brand)?;
    let text = std::fs::read_to_string(&args.file)
        .with_context(|| format!("cannot read {}", args.file.display()))?;
    if drafts::are_drafts(&text) {
        return of_drafts(args, brands, &text);
    }
    let lines = lines(&args.file, &text)?;
    let learnt = args.learn.unwrap_or(0);
    if learnt >= lines.len() {
        bail!(
            "--learn {learnt} leaves nothing to judge: {} has {} lines",
            args.file.display(),
            lines.len()
        );
    }
    let (taught, judged) = lines.split_at(learnt);
    let before = judge(&brands, judged, None)?;
    let after = match args.learn {
        Some(_) => Some(judge(&brands, judged, Some(taught))?),
        None => None,
    };
    let mut out = std::io::stdout().lock();
    if args.json {
        writeln!(out, "{}", figures::json(&before, after.as_ref(), learnt))?;
    } else {
        write!(out, "{}", figures::table(&before, after.as_ref(), learnt))?;
    }
    Ok(Ended::Well)
}

fn brands(path: &Path) -> anyhow::Result<Vec<Brand>> {
    if path.is_dir() {
        return Ok(folder::brands(path)?);
    }
    let json =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    import::brands(&json, None).with_context(|| path.display().to_string())
}

fn of_drafts(args: &Args, brands: Vec<Brand>, text: &str) -> anyhow::Result<Ended> {
    if args.learn.is_some() {
        bail!("--learn is for posts: the tone check does not learn, its rules are the brand's");
    }
    let measure = drafts::measure(brands, text, &args.file.display().to_string())?;
    let mut out = std::io::stdout().lock();
    if args.json {
        writeln!(out, "{}", drafts::json(&measure))?;
    } else {
        write!(out, "{}", drafts::table(&measure, args.differences))?;
    }
    Ok(Ended::Well)
}

fn lines(file: &Path, text: &str) -> anyhow::Result<Vec<Line>> {
    let numbered = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    numbered
        .map(|(number, line)| {
            let place = || format!("{}:{}", file.display(), number + 1);
            let labels: Labels = serde_json::from_str(line).with_context(place)?;
            let post: Post = serde_json::from_str(line).with_context(place)?;
            let brand = post.brand.as_ref().map(ToString::to_string);
            let brand = brand.context("`brand` is missing").with_context(place)?;
            Ok(Line {
                post,
                brand,
                labels,
            })
        })
        .collect()
}

/// Judges lines, with the lessons of others if there are any.
fn judge(brands: &[Brand], lines: &[Line], taught: Option<&[Line]>) -> anyhow::Result<Figures> {
    let taught = match taught {
        Some(lines) => lessons(&samples(brands, lines)?),
        None => None,
    };
    let triagers: BTreeMap<String, Triager> = brands
        .iter()
        .map(|brand| {
            let mut triager = Triager::new(brand);
            triager.teach(taught.clone());
            (brand.id.to_string(), triager)
        })
        .collect();
    let mut figures = Figures::default();
    for line in lines {
        let triager = triagers
            .get(&line.brand)
            .with_context(|| unknown(&line.brand))?;
        let said = triager.triage(&line.post, &Context::default(), Locale::En);
        figures.note(&line.labels, &said);
    }
    Ok(figures)
}

fn samples(brands: &[Brand], lines: &[Line]) -> anyhow::Result<Vec<Sample>> {
    let readers: BTreeMap<String, Reader> = brands
        .iter()
        .map(|brand| (brand.id.to_string(), Reader::new(brand)))
        .collect();
    lines
        .iter()
        .map(|line| {
            let reader = readers
                .get(&line.brand)
                .with_context(|| unknown(&line.brand))?;
            Ok(Sample {
                features: reader.features(&line.post, &Context::default()),
                brand: line.brand.clone(),
                labels: vec![line.labels.clone()],
            })
        })
        .collect()
}

fn unknown(brand: &str) -> String {
    format!("no brand `{brand}` among those of --brand")
}
