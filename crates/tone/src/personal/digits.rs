//! Runs of digits as people write them, with spaces, dots or hyphens between.

use toonvast_model::span::Span;

/// A run of digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where it stands, from the first digit, or the `+` before it, to the last.
    pub span: Span,
    /// The digits alone.
    pub digits: String,
    /// Whether a `+` stands before it.
    pub plus: bool,
    /// Digits in each group.
    pub groups: Vec<usize>,
}

/// All runs of a text; two digits are of one run when at most one separator stands between.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            match runs.last_mut() {
                Some(run) if run.span.end == at => {
                    extend(run, at, c, false);
                }
                Some(run) if separated(text, run.span.end, at) => extend(run, at, c, true),
                _ => {
                    let glued = before.is_some_and(char::is_alphabetic);
                    let plus = before == Some('+');
                    let start = if plus { at - 1 } else { at };
                    // A digit inside a word, as in LENTE20, starts no number.
                    if !glued {
                        let digits = c.to_string();
                        runs.push(Run {
                            span: Span::new(start, at + 1),
                            digits,
                            plus,
                            groups: vec![1],
                        });
                    }
                }
            }
        }
        before = Some(c);
    }
    runs
}

fn extend(run: &mut Run, at: usize, c: char, new_group: bool) {
    run.span.end = at + 1;
    run.digits.push(c);
    match run.groups.last_mut() {
        Some(last) if !new_group => *last += 1,
        _ => run.groups.push(1),
    }
}

fn separated(text: &str, end: usize, at: usize) -> bool {
    matches!(
        &text[end..at],
        " " | "-" | "." | "/" | " - " | ")" | ") " | "\u{a0}"
    )
}
