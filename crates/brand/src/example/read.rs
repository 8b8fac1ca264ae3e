//! Text to example.

use super::mark::{DraftLine, draft_line, passage};
use super::{BrandExample, Expect, ExpectedDraft, ExpectedFinding, ExpectedPost, Suggests};
use crate::error::{BrandError, Fault, Place};
use crate::example::ExampleFault;
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::collections::BTreeMap;
use toonvast_model::id::{ReplyId, RuleId};
use toonvast_model::post::Site;
use toonvast_model::span::Span;

const HEADER: &str =
    "`post`, `site`, `addressed`, `followers`, `shares`, `situation`, `agent`, `public`";
const EXPECTED: &str = "`language`, `about`, `kind`, `situation`, `sentiment`, `asks_help`, `respond`, `priority`, `influence`, `topics`, `risk`, `chance`, `suggests`";

/// A fault on a line, counted from 1.
type OnLine<T> = Result<T, (usize, ExampleFault)>;

impl BrandExample {
    /// Parses one file; `path` names it, as in `examples/slot.txt`.
    ///
    /// # Errors
    /// The first line that is not understood.
    pub fn parse(path: &str, text: &str) -> Result<Self, BrandError> {
        let file = path.rsplit('/').next().unwrap_or(path);
        let name = file.strip_suffix(".txt").unwrap_or(file);
        example(name, text)
            .map_err(|(line, fault)| Place::line(path, line).fault(Fault::Example(fault)))
    }
}

fn example(name: &str, text: &str) -> OnLine<BrandExample> {
    let lines: Vec<&str> = text.lines().collect();
    let end = lines
        .iter()
        .position(|line| matches!(line.trim_end(), "=>" | "---"));
    let Some(end) = end else {
        return Err((lines.len().max(1), ExampleFault::NothingExpected));
    };
    let mut header = Pairs::read(&lines[..end], 1)?;
    let post = header.text("post");
    let site = header.value("site")?.unwrap_or(Site::X);
    let addressed = header.yes_no("addressed")?.unwrap_or(true);
    let followers = header.number("followers")?;
    let shares = header.number("shares")?;
    let expect = if lines[end].trim_end() == "=>" {
        if post.is_none() {
            return Err((1, ExampleFault::NoPost));
        }
        Expect::Post(Box::new(expected_post(&lines[end + 1..], end + 2)?))
    } else {
        Expect::Draft(Box::new(expected_draft(
            &mut header,
            &lines[end + 1..],
            end + 2,
        )?))
    };
    header.rest_is_unknown(HEADER)?;
    let post = post.unwrap_or_default();
    Ok(BrandExample {
        name: name.to_owned(),
        post,
        site,
        addressed,
        followers,
        shares,
        expect,
    })
}

fn expected_post(lines: &[&str], first: usize) -> OnLine<ExpectedPost> {
    let mut pairs = Pairs::read(lines, first)?;
    if pairs.pairs.is_empty() {
        return Err((first.saturating_sub(1), ExampleFault::NothingExpected));
    }
    let names = |text: String| text.split(',').map(|name| name.trim().to_owned()).collect();
    let expected = ExpectedPost {
        language: pairs.value("language")?,
        about: pairs.value("about")?,
        kind: pairs.value("kind")?,
        situation: pairs.value("situation")?,
        sentiment: pairs.value("sentiment")?,
        asks_help: pairs.yes_no("asks_help")?,
        respond: pairs.value("respond")?,
        priority: pairs.value("priority")?,
        influence: pairs.value("influence")?,
        topics: pairs.text("topics").map(names),
        risk: pairs.yes_no("risk")?,
        chance: pairs.yes_no("chance")?,
        suggests: pairs.text("suggests").map(|id| match id.as_str() {
            "none" => Suggests::None,
            _ => Suggests::Reply(ReplyId(id)),
        }),
    };
    pairs.rest_is_unknown(EXPECTED)?;
    Ok(expected)
}

fn expected_draft(header: &mut Pairs, lines: &[&str], first: usize) -> OnLine<ExpectedDraft> {
    let mut draft = String::new();
    let mut findings = Vec::new();
    let mut last = (0, "");
    for (number, line) in (first..).zip(lines) {
        match draft_line(line) {
            DraftLine::Words(words) => {
                if number > first {
                    draft.push('\n');
                }
                last = (draft.len(), words);
                draft.push_str(words);
            }
            DraftLine::Mark(indent, carets, rule) => {
                let found = passage(last.1, last.0, indent, carets, rule);
                findings.push(found.map_err(|fault| (number, fault))?);
            }
            DraftLine::Missing(rule) => findings.push(ExpectedFinding {
                span: Span::MISSING,
                rule: RuleId(rule.to_owned()),
            }),
        }
    }
    draft.truncate(draft.trim_end().len());
    if draft.is_empty() {
        return Err((first, ExampleFault::NoDraft));
    }
    findings.sort();
    let public = header.yes_no("public")?.unwrap_or(true);
    let agent = header.text("agent");
    let situation = header.value("situation")?;
    Ok(ExpectedDraft {
        draft,
        public,
        agent,
        situation,
        findings,
    })
}

/// Lines `key: value`, each with its number; taken out as they are understood.
struct Pairs {
    pairs: BTreeMap<String, (usize, String)>,
}

impl Pairs {
    fn read(lines: &[&str], first: usize) -> OnLine<Self> {
        let mut pairs: BTreeMap<String, (usize, String)> = BTreeMap::new();
        let mut current: Option<String> = None;
        for (number, line) in (first..).zip(lines) {
            if line.trim().is_empty() {
                continue;
            }
            if let Some(more) = line.strip_prefix("  ") {
                let key = current.as_ref().ok_or((number, ExampleFault::NoKey))?;
                if let Some((_, value)) = pairs.get_mut(key) {
                    value.push('\n');
                    value.push_str(more.trim_end());
                }
                continue;
            }
            let (key, value) = line.split_once(':').ok_or((number, ExampleFault::NoKey))?;
            if pairs.contains_key(key) {
                return Err((number, ExampleFault::Twice(key.to_owned())));
            }
            pairs.insert(key.to_owned(), (number, value.trim().to_owned()));
            current = Some(key.to_owned());
        }
        Ok(Self { pairs })
    }

    fn text(&mut self, key: &str) -> Option<String> {
        self.pairs
            .remove(key)
            .map(|(_, value)| value)
            .filter(|value| !value.is_empty())
    }

    fn value<T: DeserializeOwned + Serialize>(&mut self, key: &str) -> OnLine<Option<T>> {
        let Some((line, found)) = self.pairs.remove(key) else {
            return Ok(None);
        };
        let read: Result<T, serde::de::value::Error> =
            T::deserialize(found.as_str().into_deserializer());
        let known = match read {
            // Some values stand for "anything else": only their own name is meant here.
            Ok(value) if serde_json::to_value(&value).is_ok_and(|v| v == found.as_str()) => {
                return Ok(Some(value));
            }
            Ok(_) => "a name this field knows".to_owned(),
            Err(error) => {
                let text = error.to_string();
                text.split_once("expected ")
                    .map_or(text.clone(), |(_, known)| known.to_owned())
            }
        };
        Err((
            line,
            ExampleFault::Value {
                key: key.to_owned(),
                found,
                known,
            },
        ))
    }

    fn yes_no(&mut self, key: &str) -> OnLine<Option<bool>> {
        match self.pairs.remove(key) {
            None => Ok(None),
            Some((_, value)) if value == "yes" => Ok(Some(true)),
            Some((_, value)) if value == "no" => Ok(Some(false)),
            Some((line, found)) => {
                let known = "`yes` or `no`".to_owned();
                Err((
                    line,
                    ExampleFault::Value {
                        key: key.to_owned(),
                        found,
                        known,
                    },
                ))
            }
        }
    }

    fn number(&mut self, key: &str) -> OnLine<Option<u64>> {
        let Some((line, found)) = self.pairs.remove(key) else {
            return Ok(None);
        };
        found.parse().map(Some).map_err(|_| {
            let known = "a whole number".to_owned();
            (
                line,
                ExampleFault::Value {
                    key: key.to_owned(),
                    found,
                    known,
                },
            )
        })
    }

    fn rest_is_unknown(self, known: &'static str) -> OnLine<()> {
        match self.pairs.into_iter().min_by_key(|(_, (line, _))| *line) {
            None => Ok(()),
            Some((found, (line, _))) => Err((line, ExampleFault::UnknownKey { found, known })),
        }
    }
}
