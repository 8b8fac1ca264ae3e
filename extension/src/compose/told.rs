//! A check as the page is told of it.

use crate::edge;
use crate::state::State;
use crate::words::{self, judgement};
use toonvast_model::draft::{Checked, Finding, ReplyKind, Severity, Verdict};
use toonvast_model::link::{PageFinding, PageMeter, PageSuggestion};
use toonvast_model::locale::Locale;
use toonvast_model::suggestion::Suggestion;

/// A canned reply that fits the post this well, in thousandths, is taken for the answer.
const FITS_WELL: u32 = 500;

/// What is measured of the draft, as the page draws it.
pub(super) fn meters(outcome: &Checked, locale: Locale) -> Vec<PageMeter> {
    let meters = outcome.meters.as_deref();
    meters
        .map(|meters| words::meters::chips(meters, locale))
        .unwrap_or_default()
}

/// The verdict, with what the agent lets stand left out of it.
pub(super) fn verdict(of_all: Verdict, findings: &[PageFinding]) -> Verdict {
    let left = findings.iter().filter(|finding| !finding.overridden);
    if left.clone().count() == findings.len() {
        return of_all;
    }
    match left.map(|finding| finding.severity).max() {
        Some(Severity::Block) => of_all,
        Some(Severity::Warn) => of_all.min(Verdict::Improve),
        Some(Severity::Hint) | None => Verdict::Post,
    }
}

/// What the draft promises, as it would be logged now.
pub(super) fn promised(state: &State, text: &str) -> Option<String> {
    let now = edge::now();
    let promise = state.engine.promise(text, now)?;
    let zone = &state.engine.brand().policy.time_zone;
    Some(judgement::promises(promise.due, now, zone, state.locale()))
}

/// Where an answer is known, a word in between is one too many (M36).
pub(super) fn advice(state: &State, text: &str, suggestions: &[Suggestion]) -> Option<String> {
    let best = suggestions
        .iter()
        .map(|suggestion| suggestion.score)
        .max()?;
    let holding = !text.trim().is_empty() && state.engine.reply_kind(text) == ReplyKind::Holding;
    let known = holding && best >= FITS_WELL;
    known.then(|| words::answer_known(state.locale()).to_owned())
}

pub(super) fn page_suggestion(suggestion: Suggestion) -> PageSuggestion {
    PageSuggestion {
        reply: suggestion.reply,
        text: suggestion.text,
        why: suggestion.why,
    }
}

pub(super) fn page_finding(text: &str, finding: &Finding, overridden: bool) -> PageFinding {
    PageFinding {
        rule: finding.rule.clone(),
        start: utf16(text, finding.span.start),
        end: utf16(text, finding.span.end),
        severity: finding.severity,
        message: finding.message.clone(),
        instead: finding.instead.clone(),
        replacement: finding.replacement.clone(),
        guideline: finding.guideline.clone(),
        overridden,
    }
}

/// A byte position as UTF-16 units, the way JavaScript counts.
fn utf16(text: &str, byte: usize) -> u32 {
    let units = text
        .get(..byte)
        .map_or(0, |before| before.encode_utf16().count());
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{utf16, verdict};
    use toonvast_model::draft::{Severity, Verdict};
    use toonvast_model::id::RuleId;
    use toonvast_model::link::PageFinding;

    fn finding(severity: Severity, overridden: bool) -> PageFinding {
        PageFinding {
            rule: RuleId("rule".into()),
            start: 0,
            end: 0,
            severity,
            message: String::new(),
            instead: String::new(),
            replacement: None,
            guideline: String::new(),
            overridden,
        }
    }

    #[test]
    fn what_the_agent_lets_stand_is_left_out_of_the_verdict() {
        use Severity::{Block, Hint, Warn};
        let table = [
            (
                Verdict::Block,
                &[(Block, false), (Warn, true)][..],
                Verdict::Block,
            ),
            (
                Verdict::Block,
                &[(Block, true), (Warn, false)],
                Verdict::Improve,
            ),
            (
                Verdict::Block,
                &[(Block, true), (Hint, false)],
                Verdict::Post,
            ),
            (Verdict::Improve, &[(Warn, true)], Verdict::Post),
            (Verdict::Improve, &[(Hint, false)], Verdict::Improve),
        ];
        for (of_all, findings, expected) in table {
            let findings: Vec<PageFinding> = findings
                .iter()
                .map(|(severity, overridden)| finding(*severity, *overridden))
                .collect();
            assert_eq!(
                verdict(of_all, &findings),
                expected,
                "{of_all:?} {findings:?}"
            );
        }
    }

    #[test]
    fn positions_are_counted_as_javascript_does() {
        let text = "a😀é";
        assert_eq!(
            (
                utf16(text, 0),
                utf16(text, 1),
                utf16(text, 5),
                utf16(text, 7)
            ),
            (0, 1, 3, 4)
        );
    }
}
