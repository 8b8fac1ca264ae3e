//! `crates/triage/EVAL.md` and `crates/tone/EVAL.md`: what is reached, for those who read the code.

use crate::{say, workspace};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// The halves of the report, each written by a command of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// How often it is right.
    Quality,
    /// How fast it is.
    Speed,
}

const INTRO: &str = "# Figures\n\n\
    Measured, not promised: each half is written by the command it names, in one run.\n";

/// Prints a half and puts it into the report in the place of the one before.
///
/// # Errors
/// When the report cannot be written.
pub fn write(half: Half, text: &str) -> Result<()> {
    let file = file();
    let before = std::fs::read_to_string(&file).unwrap_or_default();
    say::out(text);
    std::fs::write(&file, joined(&before, half, text))
        .with_context(|| format!("cannot write {}", file.display()))
}

/// Prints a report and writes it to a file of its own.
///
/// # Errors
/// When it cannot be written.
pub fn whole(file: &str, text: &str) -> Result<()> {
    say::out(text);
    std::fs::write(workspace::root().join(file), text)
        .with_context(|| format!("cannot write {file}"))
}

fn file() -> PathBuf {
    workspace::root().join("crates/triage/EVAL.md")
}

const QUALITY: &str = "\n## Quality\n";
const SPEED: &str = "\n## Speed\n";

fn joined(before: &str, half: Half, text: &str) -> String {
    let (start, speed) = before.split_once(SPEED).unwrap_or((before, ""));
    let quality = start.split_once(QUALITY).map_or("", |(_, quality)| quality);
    let new = format!("\n{}\n", text.trim());
    let (quality, speed) = match half {
        Half::Quality => (new.as_str(), speed),
        Half::Speed => (quality, new.as_str()),
    };
    let mut report = INTRO.to_owned();
    for (heading, half) in [(QUALITY, quality), (SPEED, speed)] {
        if !half.is_empty() {
            report.push_str(heading);
            report.push_str(half);
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::{Half, INTRO, joined};

    #[test]
    fn a_half_replaces_its_own_and_leaves_the_other() {
        let first = joined("", Half::Speed, "fast");
        let both = joined(&first, Half::Quality, "good");
        assert_eq!(
            both,
            format!("{INTRO}\n## Quality\n\ngood\n\n## Speed\n\nfast\n")
        );
        assert_eq!(joined(&both, Half::Quality, "good"), both);
        let faster = both.replace("fast", "faster");
        assert_eq!(joined(&both, Half::Speed, "faster"), faster);
    }
}
