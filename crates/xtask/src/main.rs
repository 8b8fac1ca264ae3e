//! The workshop: build, demo, test, read, train, rules, eval, bench, package. `cargo xtask --help` lists them.

mod bench;
mod build;
mod corpus;
mod demo;
mod dictionaries;
mod eval;
mod figure;
mod need;
mod package;
mod read;
mod report;
mod rules;
mod say;
mod shell;
mod test;
mod train;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Build, show, test, train, measure and package Toonvast.",
    version
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build engine, extension and server; leaves target/extension/ and target/release/toonvast.
    Build(build::Args),
    /// Build everything and show it: server, stage and a browser with the extension.
    Demo(demo::Args),
    /// Formats, lints, unit tests, layering, server and real-browser tests.
    Test(test::Args),
    /// Open a saved page under its own address and print the posts the extension reads.
    Read(read::Args),
    /// Learn the weights of triage from the corpus; --check proves that they are what it gives.
    Train(train::Args),
    /// Write the manual pages of the tone rules; --check proves that they are what the rules give.
    Rules(rules::Args),
    /// Pack the dictionaries of npm for crates/spelling; --check proves that the packs are what they give.
    Dictionaries(dictionaries::Args),
    /// Measure how often learner and triage are right, beside others; writes crates/triage/EVAL.md.
    Eval(eval::Args),
    /// Measure how fast triage is, beside others; writes crates/triage/EVAL.md.
    Bench(bench::Args),
    /// Build optimised packages for the browsers' stores.
    Package(package::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build(args) => build::run(&args).map(|_| ()),
        Command::Demo(args) => demo::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Read(args) => read::run(&args),
        Command::Train(args) => train::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Dictionaries(args) => dictionaries::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Package(args) => package::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say::failed(&why);
            ExitCode::FAILURE
        }
    }
}
