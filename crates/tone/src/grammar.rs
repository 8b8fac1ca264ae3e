//! Faults that a grammar check beside the engine found, as findings of the rule `grammar`.

use crate::checks::Scene;
use crate::meters::Found;
use toonvast_brand::rule::Rule;
use toonvast_model::draft::{Finding, GrammarFault};
use toonvast_model::locale::Locale;
use toonvast_text::WordKind;

/// The rule that speaks for them.
pub(crate) const RULE: &str = "grammar";

/// Rules of our own about the same: what they have found is not said twice.
const SAME: [&str; 2] = [RULE, "spelling"];

/// The findings that faults become: none on names, addresses, quotations, the signature or
/// what a rule of ours has found already.
pub(crate) fn findings(
    rule: &Rule,
    guideline: &str,
    scene: &Scene,
    found: &[Found],
    locale: Locale,
) -> Vec<Finding> {
    let faults = scene
        .around
        .grammar
        .iter()
        .filter(|fault| is_about_running_text(fault, scene));
    let faults = faults.filter(|fault| {
        !found
            .iter()
            .map(|known| &known.finding)
            .any(|known| SAME.contains(&known.rule.0.as_str()) && known.span.overlaps(&fault.span))
    });
    faults
        .map(|fault| finding(rule, guideline, fault, scene, locale))
        .collect()
}

fn is_about_running_text(fault: &GrammarFault, scene: &Scene) -> bool {
    let reading = scene.reading;
    let tokens = &reading.tokens;
    let from = tokens.partition_point(|token| token.span.end <= fault.span.start);
    let to = tokens.partition_point(|token| token.span.start < fault.span.end);
    !fault.span.of(reading.text).is_empty()
        && from < to
        && tokens[from..to]
            .iter()
            .all(|token| token.kind == WordKind::Word)
        && !scene.is_name_or_quotation(&(from..to))
}

fn finding(
    rule: &Rule,
    guideline: &str,
    fault: &GrammarFault,
    scene: &Scene,
    locale: Locale,
) -> Finding {
    let (summary, instead) = rule.said(locale);
    Finding {
        rule: rule.id.clone(),
        span: fault.span,
        quote: fault.span.of(scene.reading.text).to_owned(),
        severity: rule.severity,
        message: summary.to_owned(),
        // What the check says of it is English.
        instead: match locale {
            Locale::En if !fault.message.is_empty() => fault.message.clone(),
            _ => instead.to_owned(),
        },
        replacement: fault.replacement.clone(),
        guideline: format!("{guideline} ({})", fault.why),
    }
}
