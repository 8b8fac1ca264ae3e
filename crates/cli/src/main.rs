//! The command line `toonvast`.
//!
//! The only crate that prints. Exit codes: 0 all went well; 1 something in the input is
//! wrong (a bad line, an example that came out otherwise); 2 nothing could be done.

mod brands;
mod commands;
mod fields;
mod grammar;
mod lines;

use clap::{Parser, Subcommand};
use commands::{account, brand, check, classify, eval, rule, serve, suggest, train, triage};
use std::process::ExitCode;

/// Webcare: triage of posts, a tone check of drafts, suggestions for replies.
#[derive(Debug, Parser)]
#[command(name = "toonvast", version, about, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 all went well; 1 something in the input is wrong; 2 nothing could be done."
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Judge posts: JSON lines on standard input, one JSON line each on standard output
    Triage(lines::Args),
    /// Check drafts: JSON lines on standard input, one JSON line each on standard output
    ///
    /// A line may tell what stands around the draft: `post.author` {handle, name}; `recent`
    /// [{id, text, post, who, at}], the team's recent public replies, to find copies and
    /// contradictions; `others` [{author, text}], other posts in sight; `account`, the one the
    /// agent is signed in with. A draft with something private comes back with a `proposal`
    /// {public, private}.
    Check(check::Args),
    /// Propose replies to posts: JSON lines on standard input, one JSON line each on standard output
    Suggest(lines::Args),
    /// Make, import, test and explain a brand
    #[command(subcommand)]
    Brand(brand::Command),
    /// Print a tone rule: what it flags, why, and what to write instead
    Rule(rule::Args),
    /// Learn from labelled JSON lines: a small linear model and its card
    Train(train::Args),
    /// Label texts with such a model: JSON lines in, JSON lines out
    Classify(classify::Args),
    /// Measure triage on labelled posts, and what a team's lessons add
    Eval(eval::Args),
    /// Run the server
    Serve(serve::Args),
    /// Make accounts on a server
    #[command(subcommand)]
    Account(account::Command),
}

/// How a command that could do its work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// All went well.
    Well,
    /// Something in the input is wrong, and was said.
    WithFaults,
}

fn main() -> ExitCode {
    let ended = match Cli::parse().verb {
        Verb::Triage(args) => triage::run(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Suggest(args) => suggest::run(&args),
        Verb::Brand(command) => brand::run(command),
        Verb::Rule(args) => rule::run(&args),
        Verb::Train(args) => train::run(&args),
        Verb::Classify(args) => classify::run(&args),
        Verb::Eval(args) => eval::run(&args),
        Verb::Serve(args) => waiting_for(serve::run(args)),
        Verb::Account(command) => waiting_for(account::run(command)),
    };
    match ended {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::WithFaults) => ExitCode::from(1),
        Err(error) if nobody_reads(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error may be closed too; there is nobody left to tell.
            _ = std::io::Write::write_fmt(
                &mut std::io::stderr(),
                format_args!("error: {error:#}\n"),
            );
            ExitCode::from(2)
        }
    }
}

fn waiting_for(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<Ended> {
    tokio::runtime::Runtime::new()?.block_on(work)?;
    Ok(Ended::Well)
}

/// Whoever read our output went away, as `head` does.
fn nobody_reads(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
