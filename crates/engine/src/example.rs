//! A brand's examples, run.

use crate::{Around, Engine};
use serde::Serialize;
use toonvast_brand::example::{BrandExample, Expect, ExpectedDraft, ExpectedPost, Suggests};
use toonvast_brand::rule::{Example, Rule};
use toonvast_model::draft::{Answered, Draft, Finding, Severity};
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use toonvast_model::suggestion::Suggestion;
use toonvast_model::triage::Triage;

/// What became of one example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleOutcome {
    /// The example: `examples/<name>.txt`, or a house rule and the number of its example.
    pub name: String,
    /// Where it came out otherwise; empty when it was met.
    pub mismatches: Vec<Mismatch>,
}

/// One thing that came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What was compared, as `priority`.
    pub what: String,
    /// What the example expects.
    pub expected: String,
    /// What came out.
    pub found: String,
}

pub(crate) fn outcomes(engine: &Engine) -> Vec<ExampleOutcome> {
    let brand = engine.brand();
    let examples = brand.examples.iter().map(|example| ExampleOutcome {
        name: format!("examples/{}.txt", example.name),
        mismatches: run(engine, example),
    });
    let rules = brand.rules.iter().flat_map(|rule| house_rule(engine, rule));
    examples.chain(rules).collect()
}

fn run(engine: &Engine, example: &BrandExample) -> Vec<Mismatch> {
    match &example.expect {
        Expect::Post(expected) => {
            let post = post(engine, example);
            let context = Context {
                addressed: example.addressed,
                ..Context::default()
            };
            let triage = engine.triage(&post, &context, Locale::Nl);
            let suggestions = engine.suggest(&post, None, Locale::Nl);
            compare_post(expected, &triage, &suggestions)
        }
        Expect::Draft(expected) => compare_draft(engine, example, expected),
    }
}

fn post(engine: &Engine, example: &BrandExample) -> Post {
    Post {
        id: PostId(example.name.clone()),
        text: example.post.clone(),
        site: example.site,
        brand: Some(engine.brand().id.clone()),
        author: Author {
            followers: example.followers,
            ..Author::default()
        },
        reach: Reach {
            shares: example.shares,
            ..Reach::default()
        },
        posted_at: None,
    }
}

fn compare_post(expected: &ExpectedPost, found: &Triage, replies: &[Suggestion]) -> Vec<Mismatch> {
    let e = expected;
    let pairs = [
        named("language", e.language.as_ref(), &found.language),
        named("about", e.about.as_ref(), &found.about),
        named("kind", e.kind.as_ref(), &found.kind),
        named("situation", e.situation.as_ref(), &found.situation),
        named("sentiment", e.sentiment.as_ref(), &found.sentiment),
        named("asks_help", e.asks_help.as_ref(), &found.asks_help),
        named("respond", e.respond.as_ref(), &found.respond),
        named("priority", e.priority.as_ref(), &found.priority),
        named("influence", e.influence.as_ref(), &found.influence),
        topics(e.topics.as_deref(), &found.topics),
        named("risk", e.risk.as_ref(), &found.risk),
        named("chance", e.chance.as_ref(), &found.chance),
        suggests(e.suggests.as_ref(), replies),
    ];
    pairs.into_iter().flatten().collect()
}

fn named<T: PartialEq + Serialize>(
    what: &str,
    expected: Option<&T>,
    found: &T,
) -> Option<Mismatch> {
    let expected = expected.filter(|expected| *expected != found)?;
    let (expected, found) = (word(expected), word(found));
    Some(Mismatch {
        what: what.to_owned(),
        expected,
        found,
    })
}

/// A value's name as it stands in an example.
fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Bool(true)) => "yes".to_owned(),
        Ok(serde_json::Value::Bool(false)) => "no".to_owned(),
        _ => String::new(),
    }
}

fn topics(expected: Option<&[String]>, found: &[String]) -> Option<Mismatch> {
    let expected = expected?;
    let missing = expected.iter().any(|topic| !found.contains(topic));
    missing.then(|| Mismatch {
        what: "topics".to_owned(),
        expected: expected.join(", "),
        found: found.join(", "),
    })
}

fn suggests(expected: Option<&Suggests>, found: &[Suggestion]) -> Option<Mismatch> {
    let (met, wanted) = match expected? {
        Suggests::None => (found.is_empty(), "none"),
        Suggests::Reply(id) => (found.iter().any(|one| one.reply == *id), id.0.as_str()),
    };
    let ids: Vec<&str> = found.iter().map(|one| one.reply.0.as_str()).collect();
    (!met).then(|| Mismatch {
        what: "suggests".to_owned(),
        expected: wanted.to_owned(),
        found: if ids.is_empty() {
            "none".to_owned()
        } else {
            ids.join(", ")
        },
    })
}

fn compare_draft(engine: &Engine, example: &BrandExample, e: &ExpectedDraft) -> Vec<Mismatch> {
    let answered = Answered {
        text: example.post.clone(),
        situation: e.situation,
        ..Answered::default()
    };
    let draft = Draft {
        draft: e.draft.clone(),
        brand: Some(engine.brand().id.clone()),
        site: example.site,
        public: e.public,
        agent: e.agent.clone(),
        post: (!example.post.is_empty()).then_some(answered),
    };
    let mut found = engine.check(&draft, Locale::Nl).findings;
    found.retain(|finding| finding.severity > Severity::Hint);
    let met = |finding: &Finding, rule: &str, missing: bool| {
        finding.rule.0 == rule && finding.span.is_empty() == missing
    };
    let mut mismatches = Vec::new();
    for wanted in &e.findings {
        let here = |finding: &Finding| {
            met(finding, &wanted.rule.0, wanted.span.is_empty())
                && (wanted.span.is_empty() || finding.span.overlaps(&wanted.span))
        };
        match found.iter().position(here) {
            Some(at) => _ = found.remove(at),
            None => mismatches.push(finding(
                &format!("{} {}", wanted.rule, quoted(wanted.span.of(&e.draft))),
                "no such finding",
            )),
        }
    }
    let more = found
        .iter()
        .map(|one| format!("{} {}", one.rule, quoted(&one.quote)));
    mismatches.extend(more.map(|more| finding("no such finding", &more)));
    mismatches
}

fn quoted(passage: &str) -> String {
    if passage.is_empty() {
        "(missing)".to_owned()
    } else {
        format!("“{passage}”")
    }
}

fn finding(expected: &str, found: &str) -> Mismatch {
    let (expected, found) = (expected.to_owned(), found.to_owned());
    Mismatch {
        what: "findings".to_owned(),
        expected,
        found,
    }
}

fn house_rule(engine: &Engine, rule: &Rule) -> Vec<ExampleOutcome> {
    let one = |list: &str, number: usize, example: &Example, flags: bool| {
        let recent = engine.recent_replies(example.recent.iter().cloned());
        let around = Around {
            recent: Some(&recent),
            others: &example.others,
            account: example.account.as_deref(),
            ..Around::default()
        };
        let flagged = engine
            .check_around(&rule_draft(engine, example), &around, Locale::Nl)
            .findings
            .iter()
            .any(|finding| finding.rule == rule.id && quote_fits(example, finding));
        let said = |flags: bool| if flags { "flagged" } else { "not flagged" };
        let mismatches = if flagged == flags {
            Vec::new()
        } else {
            let (expected, found) = (said(flags).to_owned(), said(flagged).to_owned());
            vec![Mismatch {
                what: rule.id.to_string(),
                expected,
                found,
            }]
        };
        ExampleOutcome {
            name: format!("tone/{}.toml, {list} {number}", rule.id),
            mismatches,
        }
    };
    let flags = (1..)
        .zip(&rule.examples.flags)
        .map(|(n, example)| one("flags", n, example, true));
    let allows = (1..)
        .zip(&rule.examples.allows)
        .map(|(n, example)| one("allows", n, example, false));
    flags.chain(allows).collect()
}

fn quote_fits(example: &Example, finding: &Finding) -> bool {
    example
        .quote
        .as_ref()
        .is_none_or(|quote| *quote == finding.quote)
}

fn rule_draft(engine: &Engine, example: &Example) -> Draft {
    let answered = Answered {
        text: example.post.clone(),
        kind: example.kind,
        situation: example.situation,
        sentiment: example.sentiment,
        author: example.author.clone(),
    };
    let answers = !example.post.is_empty() || example.situation.is_some();
    Draft {
        draft: example.draft.clone(),
        brand: Some(engine.brand().id.clone()),
        site: example.site.unwrap_or(Site::X),
        public: example.public.unwrap_or(true),
        agent: example.agent.clone(),
        post: answers.then_some(answered),
    }
}
