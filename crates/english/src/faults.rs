//! From Harper's lints, counted in characters, to faults in bytes.

use crate::rules::{TRUSTED, Trusted};
use harper_core::linting::{Lint, Suggestion};
use std::collections::BTreeMap;
use toonvast_model::draft::GrammarFault;
use toonvast_model::span::Span;

/// The faults of a text, by position; of those that overlap the first stays.
pub(crate) fn of(text: &str, lints: &BTreeMap<String, Vec<Lint>>) -> Vec<GrammarFault> {
    let starts: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let heard = TRUSTED.iter().flat_map(|rule| {
        let lints = lints.get(rule.name).into_iter().flatten();
        lints.map(move |lint| (rule, lint))
    });
    let mut faults: Vec<GrammarFault> = heard
        .filter_map(|(rule, lint)| fault(text, &starts, rule, lint))
        .collect();
    faults.sort_by(|a, b| (a.span, &a.why).cmp(&(b.span, &b.why)));
    let mut end = 0;
    faults.retain(|fault| {
        let apart = fault.span.start >= end;
        if apart {
            end = fault.span.end;
        }
        apart
    });
    faults
}

fn fault(text: &str, starts: &[usize], rule: &Trusted, lint: &Lint) -> Option<GrammarFault> {
    let (start, end) = (starts.get(lint.span.start)?, starts.get(lint.span.end)?);
    let span = Span::new(*start, *end);
    let (before, behind) = (text.get(..*start)?, text.get(*end..)?);
    if span.is_empty() || !rule.is_heard(before, span.of(text), behind) {
        return None;
    }
    Some(GrammarFault {
        span,
        why: format!("Harper {}", rule.name),
        message: plain(&lint.message),
        replacement: replacement(span.of(text), &lint.suggestions),
    })
}

/// What to put in the passage's place, where Harper knows only one thing.
fn replacement(passage: &str, suggestions: &[Suggestion]) -> Option<String> {
    let [only] = suggestions else {
        return None;
    };
    Some(match only {
        Suggestion::ReplaceWith(letters) => letters.iter().collect(),
        Suggestion::InsertAfter(letters) => {
            passage.chars().chain(letters.iter().copied()).collect()
        }
        Suggestion::Remove => String::new(),
    })
}

/// A message without the marks of Markdown.
fn plain(message: &str) -> String {
    message.replace(['`', '*'], "")
}
