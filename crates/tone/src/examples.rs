//! A rule's own examples, run.

use crate::around::Around;
use crate::checker::Checker;
use toonvast_brand::Brand;
use toonvast_brand::rule::{Example, Rule};
use toonvast_model::draft::{Answered, Draft};
use toonvast_model::id::RuleId;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;

/// An example a rule got wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("rule {rule} ({lang:?}), example {number} of `{list}`: {what}")]
pub struct ExampleFailure {
    /// The rule.
    pub rule: RuleId,
    /// Its language.
    pub lang: Language,
    /// `flags` or `allows`.
    pub list: &'static str,
    /// Which example, from 1.
    pub number: usize,
    /// What went otherwise.
    pub what: ExampleFault,
}

/// What went otherwise than an example says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExampleFault {
    /// It must be flagged.
    #[error("it is not flagged; change the rule or the example")]
    NotFlagged,
    /// It must be allowed.
    #[error("it is flagged though it is allowed; change the rule or the example")]
    Flagged,
    /// Another passage is flagged.
    #[error("another passage than its `quote` is flagged")]
    OtherPassage,
}

/// Runs the examples of a brand's house rules, under the brand's own guide.
///
/// A brand with failures is not to be loaded: its rules do not do what they say.
#[must_use]
pub fn run_examples(brand: &Brand) -> Vec<ExampleFailure> {
    let mut loud = brand.clone();
    loud.guide.silence.clear();
    let checker = Checker::new(&loud);
    brand
        .rules
        .iter()
        .flat_map(|rule| run_rule(&checker, rule))
        .collect()
}

/// Runs one rule's examples.
pub(crate) fn run_rule(checker: &Checker, rule: &Rule) -> Vec<ExampleFailure> {
    let lists = [
        ("flags", &rule.examples.flags),
        ("allows", &rule.examples.allows),
    ];
    let mut failures = Vec::new();
    for (list, examples) in lists {
        for (at, example) in examples.iter().enumerate() {
            let found = found(checker, rule, example);
            let what = match (list, &example.quote) {
                ("flags", _) if found.is_empty() => ExampleFault::NotFlagged,
                ("flags", Some(quote)) if !found.contains(quote) => ExampleFault::OtherPassage,
                ("allows", _) if !found.is_empty() => ExampleFault::Flagged,
                _ => continue,
            };
            let (rule, lang) = (rule.id.clone(), rule.lang);
            failures.push(ExampleFailure {
                rule,
                lang,
                list,
                number: at + 1,
                what,
            });
        }
    }
    failures
}

/// The passages the rule flags in an example.
fn found(checker: &Checker, rule: &Rule, example: &Example) -> Vec<String> {
    let answered = Answered {
        text: example.post.clone(),
        kind: example.kind,
        situation: example.situation,
        sentiment: example.sentiment,
        author: example.author.clone(),
    };
    let draft = Draft {
        draft: example.draft.clone(),
        brand: None,
        site: example.site.unwrap_or(Site::X),
        public: example.public.unwrap_or(true),
        agent: example.agent.clone(),
        post: None,
    };
    let recent = checker.recent(example.recent.iter().cloned());
    let around = Around {
        recent: Some(&recent),
        answers: None,
        others: &example.others,
        account: example.account.as_deref(),
        ..Around::default()
    };
    let checked = checker.check_around(&draft, &answered, &around, Locale::Nl);
    let own = checked
        .findings
        .into_iter()
        .filter(|finding| finding.rule == rule.id);
    own.map(|finding| finding.quote).collect()
}
