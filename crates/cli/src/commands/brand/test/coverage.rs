//! Which sentences of the code of conduct are checked by a rule, and which by people only.

use std::io::Write;
use toonvast_brand::Brand;
use toonvast_model::id::RuleId;

/// Prints how far rules check the brand's guidelines. False when a guideline names a rule
/// that does not exist, or is checked by silenced rules only.
pub(super) fn report(brand: &Brand, out: &mut impl Write) -> std::io::Result<bool> {
    let guidelines = &brand.guide.guidelines;
    let mut sound = true;
    let mut checked = 0;
    for guideline in guidelines {
        let unknown: Vec<&RuleId> = guideline
            .rules
            .iter()
            .filter(|id| !exists(brand, id))
            .collect();
        for id in &unknown {
            writeln!(
                out,
                "  no rule is called `{id}`, as “{}” says; `toonvast rule` lists them",
                guideline.text
            )?;
            sound = false;
        }
        let runs = |id: &RuleId| !unknown.contains(&id) && !brand.guide.silence.contains(&id.0);
        if guideline.rules.iter().any(runs) {
            checked += 1;
        } else if guideline.rules.is_empty() {
            writeln!(out, "  no rule checks “{}”: people must", guideline.text)?;
        } else if unknown.is_empty() {
            writeln!(
                out,
                "  “{}” is checked by silenced rules only",
                guideline.text
            )?;
            sound = false;
        }
    }
    if !guidelines.is_empty() {
        writeln!(
            out,
            "{}: rules check {checked} of {} guidelines",
            brand.id,
            guidelines.len()
        )?;
    }
    Ok(sound)
}

fn exists(brand: &Brand, id: &RuleId) -> bool {
    let built_in = toonvast_tone::rules().iter().any(|rule| rule.id == *id);
    built_in || brand.rules.iter().any(|rule| rule.id == *id)
}
