//! Which words the judge's finding rests on (M22: nothing is a black box to the agent).

use crate::judge::{Head, Judge};
use crate::reading::Reading;
use toonvast_model::span::Span;
use toonvast_model::triage::Triage;

/// A word of the post and how much it speaks for what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The word, in the post's text.
    pub span: Span,
    /// Hundredths of a decision; negative speaks against.
    pub hundredths: i32,
}

/// The words behind one finding, the weightiest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// The field, as in the label guide.
    pub field: &'static str,
    /// What was found.
    pub value: &'static str,
    /// The words.
    pub words: Vec<Weight>,
}

/// Words told of each finding.
const WORDS: usize = 6;

/// The words behind kind, situation, sentiment and priority.
pub(crate) fn behind(reading: &Reading<'_>, said: &Triage) -> Vec<Behind> {
    let Some(judge) = Judge::shared() else {
        return Vec::new();
    };
    let findings = [
        (Head::Kind, said.kind.name()),
        (Head::Situation, said.situation.name()),
        (Head::Sentiment, said.sentiment.name()),
        (Head::Priority, said.priority.name()),
    ];
    findings
        .into_iter()
        .map(|(head, value)| {
            let weights = judge.weigh(head, value, reading);
            let mut words: Vec<Weight> = reading
                .line
                .tokens()
                .iter()
                .zip(weights)
                .filter(|(token, _)| token.span != Span::MISSING)
                .map(|(token, weight)| Weight {
                    span: token.span,
                    hundredths: libm::roundf(weight * 100.0) as i32,
                })
                .filter(|weight| weight.hundredths != 0)
                .collect();
            words.sort_by_key(|weight| std::cmp::Reverse(weight.hundredths.unsigned_abs()));
            words.truncate(WORDS);
            Behind {
                field: head.field(),
                value,
                words,
            }
        })
        .collect()
}
