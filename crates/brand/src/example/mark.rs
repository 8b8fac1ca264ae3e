//! Carets under a passage.

use crate::example::{ExampleFault, ExpectedFinding};
use toonvast_model::id::RuleId;
use toonvast_model::span::Span;

/// What a line under a draft's `---` is.
pub(super) enum DraftLine<'t> {
    /// Words of the draft.
    Words(&'t str),
    /// Carets: first column, how many, and the rule.
    Mark(usize, usize, &'t str),
    /// A rule that misses something.
    Missing(&'t str),
}

/// `^Eva` signs, `^^^ rule` marks: carets, a space, and an id in lower case.
pub(super) fn draft_line(line: &str) -> DraftLine<'_> {
    if let Some(rule) = line
        .strip_prefix(": ")
        .map(str::trim)
        .filter(|rule| is_rule(rule))
    {
        return DraftLine::Missing(rule);
    }
    let carets_on = line.trim_start_matches(' ');
    let indent = line.len() - carets_on.len();
    let rule_on = carets_on.trim_start_matches('^');
    let carets = carets_on.len() - rule_on.len();
    match rule_on.strip_prefix(' ').map(str::trim) {
        Some(rule) if carets > 0 && is_rule(rule) => DraftLine::Mark(indent, carets, rule),
        _ => DraftLine::Words(line),
    }
}

fn is_rule(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The passage `carets` characters long from column `first` of `line`, which starts at byte
/// `offset` of the draft.
pub(super) fn passage(
    line: &str,
    offset: usize,
    first: usize,
    carets: usize,
    rule: &str,
) -> Result<ExpectedFinding, ExampleFault> {
    let byte = |column: usize| {
        let starts = line.char_indices().map(|(at, _)| at).chain([line.len()]);
        starts.skip(column).map(|at| offset + at).next()
    };
    match (byte(first), byte(first + carets)) {
        (Some(start), Some(end)) => Ok(ExpectedFinding {
            span: Span::new(start, end),
            rule: RuleId(rule.to_owned()),
        }),
        _ => Err(ExampleFault::MarkOutside),
    }
}
