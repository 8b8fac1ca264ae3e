//! `toonvast brand`: make, import, test and explain a brand.

mod explain;
mod import;
mod new;
mod test;

use crate::Ended;

/// What to do with a brand.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Write a first brand folder, from a questionnaire, with comments, to fill in
    New(new::Args),
    /// Turn JSON as other tools export it into brand folders
    Import(import::Args),
    /// Run the examples of a brand and of its house rules
    Test(test::Args),
    /// Print how a post's priority is reckoned
    Explain(explain::Args),
}

/// Does it.
pub(crate) fn run(command: Command) -> anyhow::Result<Ended> {
    match command {
        Command::New(args) => new::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Explain(args) => explain::run(args),
    }
}
