//! `toonvast brand test`: the examples, run, and which guidelines rules check.

mod coverage;

use crate::Ended;
use crate::brands::Brands;
use std::io::Write;
use std::path::PathBuf;
use toonvast_engine::Engine;

/// Which brand.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A brand's folder, or one that holds several
    #[arg(value_name = "DIR")]
    brand: PathBuf,
}

/// Runs every example and names those that came out otherwise.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let brands = Brands::read(&args.brand)?;
    let mut out = std::io::stdout().lock();
    let mut ended = Ended::Well;
    for engine in brands.all() {
        let met = report(engine, &mut out)?;
        let covered = coverage::report(engine.brand(), &mut out)?;
        if !(met && covered) {
            ended = Ended::WithFaults;
        }
    }
    Ok(ended)
}

/// Whether all were met.
fn report(engine: &Engine, out: &mut impl Write) -> std::io::Result<bool> {
    let outcomes = engine.examples();
    let mut failed = 0;
    for outcome in outcomes
        .iter()
        .filter(|outcome| !outcome.mismatches.is_empty())
    {
        failed += 1;
        writeln!(out, "{}/{}", engine.brand().id, outcome.name)?;
        for mismatch in &outcome.mismatches {
            let (what, expected, found) = (&mismatch.what, &mismatch.expected, &mismatch.found);
            writeln!(out, "  {what}: expected {expected}, found {found}")?;
        }
    }
    writeln!(
        out,
        "{}: {} of {} examples met",
        engine.brand().id,
        outcomes.len() - failed,
        outcomes.len()
    )?;
    Ok(failed == 0)
}
