//! What the workshop tells the person who called it.

use std::io::Write;
use std::time::Instant;

/// Prints one line, at once.
pub fn line(text: &str) {
    let mut out = std::io::stderr().lock();
    // A closed terminal is no reason to stop building.
    drop(writeln!(out, "{text}"));
    drop(out.flush());
}

/// Prints a step, runs it and prints how long it took.
///
/// # Errors
/// Those of the step.
pub fn step<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    line(&format!("• {what} …"));
    let started = Instant::now();
    let outcome = work()?;
    line(&format!(
        "  done in {:.1} s",
        started.elapsed().as_secs_f32()
    ));
    Ok(outcome)
}

/// Prints an error with all its causes.
pub fn failed(why: &anyhow::Error) {
    line(&format!("error: {why}"));
    for cause in why.chain().skip(1) {
        line(&format!("  because: {cause}"));
    }
}

/// Prints a result on standard output.
pub fn out(text: &str) {
    // A closed pipe, as of `head`, is no error of ours.
    drop(writeln!(std::io::stdout().lock(), "{text}"));
}
