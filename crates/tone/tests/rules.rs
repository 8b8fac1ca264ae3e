//! Every built-in rule, on its own examples, under the demo brand's guide.

use toonvast_brand::Brand;
use toonvast_brand::guide::{FormOfAddress, Humour};
use toonvast_tone::{ExampleFailure, rules, run_examples};

fn brand() -> Brand {
    let policy = r#"{
        "name": "Fietsfluit", "competitors": ["Trapspeed", "Wielbaas"], "agents": [],
        "handles": [{"site": "x", "name": "FietsfluitNL"}],
        "other_brands": ["Trappist Mobiel"], "hosts": ["fietsfluit.nl"]
    }"#;
    let forbidden = r#"[{"words": ["overname|takeover"], "why": "Daarover spreekt de directie."}]"#;
    let json = format!(
        r#"{{"id": "fietsfluit", "policy": {policy}, "guide": {{"forbidden": {forbidden}}}}}"#
    );
    let mut brand = Brand::from_json(&json).expect("a brand");
    brand.guide.form_of_address = FormOfAddress::Je;
    brand.guide.humour = Humour::Positive;
    brand
}

#[test]
fn every_rule_does_what_its_examples_say() {
    let failures: Vec<String> = built_in_failures()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// A house rule takes the place of the built-in one, so each is tried as a brand's own.
fn built_in_failures() -> Vec<ExampleFailure> {
    let mut failures = Vec::new();
    for rule in rules() {
        let mut brand = brand();
        brand.rules = vec![rule.clone()];
        failures.extend(run_examples(&brand));
    }
    failures
}
