//! Example to text, as [`BrandExample::parse`] reads it.

use super::{BrandExample, Expect, ExpectedDraft, ExpectedPost, Suggests};
use serde::Serialize;
use std::fmt::Write as _;
use toonvast_model::post::Site;

impl BrandExample {
    /// The text of the example's file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        if !self.post.is_empty() {
            pair(&mut text, "post", &self.post);
        }
        if self.site != Site::X {
            pair(&mut text, "site", &name(&self.site));
        }
        if !self.addressed {
            pair(&mut text, "addressed", "no");
        }
        for (key, number) in [("followers", self.followers), ("shares", self.shares)] {
            if let Some(number) = number {
                pair(&mut text, key, &number.to_string());
            }
        }
        match &self.expect {
            Expect::Post(expected) => post(&mut text, expected),
            Expect::Draft(expected) => draft(&mut text, expected),
        }
        text
    }
}

fn post(text: &mut String, expected: &ExpectedPost) {
    text.push_str("=>\n");
    let e = expected;
    let named = [
        ("language", e.language.as_ref().map(name)),
        ("about", e.about.as_ref().map(name)),
        ("kind", e.kind.as_ref().map(name)),
        ("situation", e.situation.as_ref().map(name)),
        ("sentiment", e.sentiment.as_ref().map(name)),
        ("asks_help", e.asks_help.map(yes_no)),
        ("respond", e.respond.as_ref().map(name)),
        ("priority", e.priority.as_ref().map(name)),
        ("influence", e.influence.as_ref().map(name)),
        ("topics", e.topics.as_ref().map(|topics| topics.join(", "))),
        ("risk", e.risk.map(yes_no)),
        ("chance", e.chance.map(yes_no)),
        ("suggests", e.suggests.as_ref().map(suggests)),
    ];
    for (key, value) in named {
        if let Some(value) = value {
            pair(text, key, &value);
        }
    }
}

fn draft(text: &mut String, expected: &ExpectedDraft) {
    if let Some(situation) = &expected.situation {
        pair(text, "situation", &name(situation));
    }
    if let Some(agent) = &expected.agent {
        pair(text, "agent", agent);
    }
    if !expected.public {
        pair(text, "public", "no");
    }
    text.push_str("---\n");
    let mut offset = 0;
    for line in expected.draft.split('\n') {
        _ = writeln!(text, "{line}");
        for finding in expected
            .findings
            .iter()
            .filter(|finding| !finding.span.is_empty())
        {
            let span = finding.span;
            if span.start >= offset && span.end <= offset + line.len() {
                let before = expected.draft.get(offset..span.start).unwrap_or("");
                let indent = " ".repeat(before.chars().count());
                let carets = "^".repeat(span.of(&expected.draft).chars().count());
                _ = writeln!(text, "{indent}{carets} {}", finding.rule);
            }
        }
        offset += line.len() + 1;
    }
    for finding in expected
        .findings
        .iter()
        .filter(|finding| finding.span.is_empty())
    {
        _ = writeln!(text, ": {}", finding.rule);
    }
}

fn pair(text: &mut String, key: &str, value: &str) {
    _ = writeln!(text, "{key}: {}", value.replace('\n', "\n  "));
}

/// The name serde gives a value that is one word.
fn name<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

fn yes_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

fn suggests(value: &Suggests) -> String {
    match value {
        Suggests::None => "none".to_owned(),
        Suggests::Reply(id) => id.0.clone(),
    }
}
