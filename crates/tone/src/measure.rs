//! How well the checker agrees with drafts that people have labelled: rule by rule, and as a
//! reviewer would feel it (drafts wrongly bothered, drafts wrongly let through).

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toonvast_model::draft::{Checked, Finding, Severity, Verdict};
use toonvast_model::meters::Meters;

/// What people say of a draft.
#[derive(Debug, Clone, Deserialize)]
pub struct Labels {
    /// Every fault a careful reviewer would flag.
    pub findings: Vec<Fault>,
    /// Whether it may go out.
    pub verdict: Verdict,
    /// Passages that look like faults and are none.
    #[serde(default)]
    pub must_not_flag: Vec<String>,
}

/// A fault as labelled.
#[derive(Debug, Clone, Deserialize)]
pub struct Fault {
    /// The rule it offends.
    pub rule: String,
    /// The passage; empty when something is missing.
    pub quote: String,
}

/// How often a rule was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Faults found.
    pub found: usize,
    /// Findings that are no faults.
    pub imagined: usize,
    /// Faults not found.
    pub missed: usize,
}

impl Score {
    /// Of its findings, how many are right.
    #[must_use]
    pub const fn precision(&self) -> Part {
        Part {
            part: self.found,
            of: self.found + self.imagined,
        }
    }

    /// Of the faults, how many are found.
    #[must_use]
    pub const fn recall(&self) -> Part {
        Part {
            part: self.found,
            of: self.found + self.missed,
        }
    }
}

/// A part of a whole, and the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// The part.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

impl Part {
    fn note(&mut self, counts: bool) {
        self.of += 1;
        self.part += usize::from(counts);
    }
}

/// Points of several drafts, added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Points {
    /// How many drafts.
    pub drafts: usize,
    /// Content.
    pub content: usize,
    /// Style.
    pub style: usize,
    /// Human voice.
    pub voice: usize,
    /// Reading ease.
    pub readability: usize,
}

impl Points {
    /// Drafts in another language than ours have no voice and are left out.
    fn note(&mut self, meters: &Meters) {
        if let (Some(voice), Some(readability)) = (&meters.voice, &meters.readability) {
            self.drafts += 1;
            self.content += usize::from(meters.content.score);
            self.style += usize::from(meters.style.score);
            self.voice += usize::from(voice.score);
            self.readability += usize::from(readability.score);
        }
    }
}

/// The checker beside people. Hints are not counted: they say nothing is wrong.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// By rule.
    pub rules: BTreeMap<String, Score>,
    /// Drafts whose verdict is right.
    pub verdicts: Part,
    /// Faultless drafts of which nothing was said.
    pub left_alone: Part,
    /// Innocent look-alikes of which nothing was said.
    pub spared: Part,
    /// Drafts to block that were passed as fit to post.
    pub let_through: Part,
    /// What the meters say, by the verdict of people.
    pub meters: BTreeMap<Verdict, Points>,
    /// What differs, a line each: `+` imagined, `-` missed, `!` a look-alike flagged, `v` another verdict.
    pub differences: Vec<String>,
}

impl Measure {
    /// Notes what was said of a draft beside its labels.
    pub fn note(&mut self, id: &str, draft: &str, labels: &Labels, checked: &Checked) {
        let said: Vec<&Finding> = checked
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Hint)
            .collect();
        if let Some(meters) = &checked.meters {
            self.meters.entry(labels.verdict).or_default().note(meters);
        }
        self.verdicts.note(checked.verdict == labels.verdict);
        if checked.verdict != labels.verdict {
            let (given, right) = (checked.verdict, labels.verdict);
            self.differ(format!("v {id} {given:?} for {right:?}"));
        }
        if labels.findings.is_empty() {
            self.left_alone.note(said.is_empty());
        }
        if labels.verdict == Verdict::Block {
            self.let_through.note(checked.verdict == Verdict::Post);
        }
        self.findings(id, draft, labels, &said);
        for fine in &labels.must_not_flag {
            let flagged = said
                .iter()
                .find(|finding| !finding.quote.is_empty() && is_same_passage(draft, fine, finding));
            self.spared.note(flagged.is_none());
            if let Some(finding) = flagged {
                let rule = &finding.rule;
                self.differ(format!("! {id} {rule}: {fine}"));
            }
        }
    }

    fn findings(&mut self, id: &str, draft: &str, labels: &Labels, said: &[&Finding]) {
        let mut matched = BTreeSet::new();
        for finding in said {
            let faults = labels.findings.iter().enumerate();
            let fault = faults.into_iter().find(|(number, fault)| {
                !matched.contains(number)
                    && fault.rule == finding.rule.0
                    && is_same_passage(draft, &fault.quote, finding)
            });
            let score = self.rules.entry(finding.rule.0.clone()).or_default();
            if let Some((number, _)) = fault {
                matched.insert(number);
                score.found += 1;
            } else {
                score.imagined += 1;
                let (rule, quote) = (&finding.rule, &finding.quote);
                self.differ(format!("+ {id} {rule}: {quote}"));
            }
        }
        for (number, fault) in labels.findings.iter().enumerate() {
            if !matched.contains(&number) {
                self.rules.entry(fault.rule.clone()).or_default().missed += 1;
                let (rule, quote) = (&fault.rule, &fault.quote);
                self.differ(format!("- {id} {rule}: {quote}"));
            }
        }
    }

    fn differ(&mut self, line: String) {
        self.differences.push(line);
    }

    /// All rules together.
    #[must_use]
    pub fn together(&self) -> Score {
        self.rules
            .values()
            .fold(Score::default(), |sum, score| Score {
                found: sum.found + score.found,
                imagined: sum.imagined + score.imagined,
                missed: sum.missed + score.missed,
            })
    }
}

/// Whether a finding overlaps the passage, or both are about something missing.
fn is_same_passage(draft: &str, quote: &str, finding: &Finding) -> bool {
    if quote.is_empty() || finding.quote.is_empty() {
        return quote.is_empty() && finding.quote.is_empty();
    }
    draft
        .match_indices(quote)
        .any(|(start, quote)| start < finding.span.end && finding.span.start < start + quote.len())
}

#[cfg(test)]
mod tests {
    use super::{Labels, Measure, Score};
    use toonvast_model::draft::Checked;

    #[test]
    fn a_finding_counts_where_rule_and_passage_agree() {
        let labels: Labels = serde_json::from_value(serde_json::json!({
            "findings": [
                { "rule": "jargon", "quote": "SKU" },
                { "rule": "no-empathy", "quote": "" },
            ],
            "verdict": "improve",
            "must_not_flag": ["retour"],
        }))
        .unwrap();
        let finding = |rule: &str, start: usize, end: usize, quote: &str| {
            serde_json::json!({
                "rule": rule, "start": start, "end": end, "quote": quote, "severity": "warn",
                "message": "", "instead": "", "guideline": "",
            })
        };
        let checked: Checked = serde_json::from_value(serde_json::json!({
            "verdict": "improve",
            "findings": [
                finding("jargon", 4, 7, "SKU"),
                finding("jargon", 8, 14, "retour"),
            ],
        }))
        .unwrap();
        let mut measure = Measure::default();
        measure.note("d1", "Uw  SKU retour ^Eva", &labels, &checked);
        let together = Score {
            found: 1,
            imagined: 1,
            missed: 1,
        };
        assert_eq!(measure.together(), together);
        assert_eq!((measure.spared.part, measure.spared.of), (0, 1));
        assert_eq!((measure.verdicts.part, measure.left_alone.of), (1, 0));
        assert_eq!(measure.differences.len(), 3);
    }
}
