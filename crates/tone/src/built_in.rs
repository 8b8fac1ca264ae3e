//! The built-in rules, read once.

use crate::checks::Prepared;
use std::sync::OnceLock;
use toonvast_brand::rule::Rule;
use toonvast_model::language::Language;

/// The built-in rules of every language, by language and id.
#[must_use]
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    // The build script wrote this JSON from rules it had parsed; a test reads it back.
    RULES.get_or_init(|| {
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/rules.json")))
            .unwrap_or_default()
    })
}

/// The built-in rules that read drafts in this language, ready to run.
pub(crate) fn prepared(language: Language) -> &'static [Prepared] {
    static NL: OnceLock<Vec<Prepared>> = OnceLock::new();
    static EN: OnceLock<Vec<Prepared>> = OnceLock::new();
    let (cell, language) = match language {
        Language::En => (&EN, Language::En),
        _ => (&NL, Language::Nl),
    };
    cell.get_or_init(|| {
        rules()
            .iter()
            .filter(|rule| rule.lang == language)
            .cloned()
            .map(Prepared::new)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::rules;
    use std::collections::BTreeSet;
    use toonvast_model::language::Language;

    #[test]
    fn every_rule_stands_in_both_languages_but_those_about_dutch() {
        let ids = |lang| -> BTreeSet<&str> {
            rules()
                .iter()
                .filter(|rule| rule.lang == lang)
                .map(|rule| rule.id.0.as_str())
                .collect()
        };
        let (nl, en) = (ids(Language::Nl), ids(Language::En));
        let only_dutch: Vec<&&str> = nl.difference(&en).collect();
        assert_eq!(only_dutch, [&"english-in-dutch", &"form-of-address"]);
        assert_eq!(en.difference(&nl).next(), None);
        assert!(nl.len() >= 28, "{} Dutch rules", nl.len());
    }

    #[test]
    fn every_rule_has_both_sorts_of_example_and_speaks_both_languages() {
        for rule in rules() {
            let name = format!("{}/{:?}", rule.id, rule.lang);
            assert!(
                !rule.examples.flags.is_empty(),
                "{name} has no example it flags"
            );
            assert!(
                !rule.examples.allows.is_empty(),
                "{name} has no example it allows"
            );
            let other = if rule.lang == Language::Nl {
                &rule.en
            } else {
                &rule.nl
            };
            assert!(other.is_some(), "{name} speaks one language only");
        }
    }
}
