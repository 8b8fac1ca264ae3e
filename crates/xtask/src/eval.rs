//! `cargo xtask eval`: how often learner, triage and tone check are right, beside others, in one run.

mod drafts;
mod language;
mod learner;
mod peers;
mod set;
mod shared;
mod tally;
mod unseen;
mod webcare;

use crate::corpus::Corpus;
use crate::figure::Table;
use crate::report::{self, Half};
use crate::{build, say};
use anyhow::{Result, bail};
use set::Set;
use unseen::Unseen;

/// Arguments of `eval`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Leave the peers out.
    #[arg(long)]
    quick: bool,
    /// Only the tone check on drafts.
    #[arg(long)]
    drafts: bool,
}

/// Measures, prints and reports.
///
/// # Errors
/// When the labelled messages cannot be read, something cannot be built, or a peer fails.
pub fn run(args: &Args) -> Result<()> {
    if !shared::folder().is_dir() {
        let absent = "the labelled messages (shared/eval beside the project) are absent";
        if std::env::var_os("CI").is_some() {
            bail!("{absent}, and CI needs them");
        }
        say::line(&format!(
            "SKIPPED: {absent}; nothing was measured and EVAL.md is as it was"
        ));
        return Ok(());
    }
    let toonvast = say::step("the command line", build::command_line)?;
    report::whole("crates/tone/EVAL.md", &drafts::report(&toonvast)?)?;
    if args.drafts {
        return Ok(());
    }
    let sets = set::all()?;
    let learner = say::step("the learner, held out", || learner(&sets, args.quick))?;
    let (unseen, curve) = say::step("the heads of triage on unseen brands", || {
        Unseen::of(&Corpus::read()?)
    })?;
    let webcare = webcare::table(&toonvast, &unseen)?;
    let lessons = webcare::lessons(&toonvast)?;
    let language = say::step("the language of short lines", language::table)?;
    let text = format!(
        "`cargo xtask eval`. All figures in hundredths. \"Floor\" must be reached, \"aim\" is what we want.\n\n\
        ### Triage on labelled webcare posts\n\n\
        Invented posts of brands that are in no corpus of ours, by another author; the last column is the corpus itself, each head \
        alone on brands it had not seen, before the heads agree on a verdict. In brackets the precision.\n\n{webcare}\n\
        The first {learnt} Dutch lines replayed as what one team set right, the rest judged without and with it \
        (`toonvast eval --learn {learnt}`):\n\n{lessons}\n\
        The corpus by quarters, macro-F1 on unseen brands:\n\n{curve}\n\
        ### The learner on labels of one domain\n\n{learner}\n\
        ### Language of subtitle lines in Dutch, English, German and French\n\n{language}",
        webcare = webcare.markdown(),
        learnt = webcare::LESSONS,
        lessons = lessons.markdown(),
        curve = curve.markdown(),
        language = language.markdown(),
    );
    report::write(Half::Quality, &text)
}

/// The learner's table and how it came about.
fn learner(sets: &[Set], quick: bool) -> Result<String> {
    let peers = if quick { None } else { Some(peers::ask(sets)?) };
    let mut columns = vec!["set", "figure", "ours", "floor", "aim", ""];
    if peers.is_some() {
        columns.extend(peers::PEERS);
    }
    let mut table = Table::new(&columns);
    for set in sets {
        let value = set.figure(&learner::given(set)?);
        let [floor, aim] = set.goal.cells();
        let mut cells = vec![set.name.to_owned(), set.figure_name().to_owned()];
        cells.extend([
            format!("{value:.1}"),
            floor,
            aim,
            set.goal.verdict(value).to_owned(),
        ]);
        if let Some(said) = &peers {
            cells.extend(peers::PEERS.map(|peer| said.cell(set, peer)));
        }
        table.row(cells);
    }
    let beside = match &peers {
        Some(said) => format!(
            " Peers on the same parts, by the same ruler: {}; LinearSVC reads words, pairs and runs of characters (tf-idf, cost by \
            held-out texts); \"tuned\" are thresholds chosen on the other parts.",
            said.versions.join(", ")
        ),
        None => " Peers were left out.".to_owned(),
    };
    Ok(format!(
        "Each message is judged by a model that learnt from the other four of five parts, in its shipped form of one byte a weight; of \
        TweetEval one part; the last row learnt from other domains only.{beside}\n\n{}",
        table.markdown()
    ))
}
