//! Passages that could be taken wrongly (M72).

use super::data::{RiskData, Risks as Data};
use super::phrasing::{Hits, List, Lists, Phrasing};
use crate::checks::Scene;
use crate::phrases::has_words;
use std::ops::Range;
use toonvast_model::locale::Locale;
use toonvast_model::meters::{Misreading, Passage, Risk};
use toonvast_model::span::Span;

/// Sentences from which a post says so much that *dat* could be any of it.
const MANY_SENTENCES: usize = 4;

/// The risks, ready to be looked for.
#[derive(Debug)]
pub(super) struct Risks(Vec<Ready>);

#[derive(Debug)]
struct Ready {
    data: RiskData,
    phrasing: Phrasing,
    unless: List,
}

impl Risks {
    /// Indexes the risks.
    pub fn new(lists: &mut Lists, data: Data) -> Self {
        let ready = data.risk.into_iter().map(|data| Ready {
            phrasing: Phrasing::new(lists, &data.words, &data.except, data.signs.clone()),
            unless: lists.add(&data.unless),
            data,
        });
        Self(ready.collect())
    }
}

impl Ready {
    fn find(&self, hits: &Hits, scene: &Scene) -> Vec<Span> {
        let reading = scene.reading;
        let mut spans = self.phrasing.signs(reading);
        for tokens in self.phrasing.tokens(hits) {
            let sentence = reading.sentence_tokens(reading.tokens[tokens.start].sentence);
            let means_it = match self.data.risk {
                Risk::QuotedPraise => is_scare_quoted(scene, &tokens),
                Risk::OpeningPronoun => opens(scene, tokens.start) && says_nothing_or_much(scene),
                _ => !reading.tokens[tokens.clone()].iter().all(|it| it.quoted),
            };
            let mut clear = hits.of(self.unless).iter();
            if means_it && !clear.any(|found| sentence.contains(&found.tokens.start)) {
                spans.push(reading.span(tokens));
            }
        }
        spans
    }
}

/// Whether exactly these words stand between quotation marks, and the customer did not say
/// them: names of buttons and pages hold capitals, or more words.
fn is_scare_quoted(scene: &Scene, tokens: &Range<usize>) -> bool {
    let reading = scene.reading;
    let quoted = |at: Option<usize>| {
        at.and_then(|at| reading.tokens.get(at))
            .is_some_and(|it| it.quoted)
    };
    let words = &reading.tokens[tokens.clone()];
    let alone = words.iter().all(|token| token.quoted)
        && !quoted(tokens.start.checked_sub(1))
        && !quoted(Some(tokens.end));
    let lower = words
        .iter()
        .all(|token| token.span.of(reading.text).starts_with(char::is_lowercase));
    let said = words.iter().any(|token| {
        let said = &scene.post.tokens;
        said.iter().any(|said| said.folded == token.folded)
    });
    alone && lower && !said
}

/// Whether a token opens the reply, a greeting of one or two words aside.
fn opens(scene: &Scene, at: usize) -> bool {
    let reading = scene.reading;
    if !reading.tokens[at].starts_clause || reading.tokens[at].quoted {
        return false;
    }
    let greeting = at <= 2 && (at == 0 || reading.tokens[at - 1].ends_clause);
    let first_word = reading.tokens.first().map(|token| token.folded.as_str());
    let affirms = matches!(
        first_word,
        Some("ja" | "nee" | "jazeker" | "zeker" | "yes" | "no" | "sorry")
    );
    at == 0 || (greeting && !affirms)
}

fn says_nothing_or_much(scene: &Scene) -> bool {
    let post = scene.post;
    let asks = post
        .sentences
        .last()
        .is_some_and(|last| last.of(post.text).ends_with('?'));
    !has_words(post.text) || (post.sentences.len() >= MANY_SENTENCES && !asks)
}

/// What could be taken wrongly, by position.
pub(super) fn find(risks: &Risks, hits: &Hits, scene: &Scene, locale: Locale) -> Vec<Misreading> {
    let mut found: Vec<Misreading> = Vec::new();
    for ready in &risks.0 {
        let told = match locale {
            Locale::Nl => &ready.data.nl,
            Locale::En => &ready.data.en,
        };
        found.extend(ready.find(hits, scene).into_iter().map(|span| Misreading {
            risk: ready.data.risk,
            passage: Passage::of(span, scene.reading.text),
            message: told.message.clone(),
            instead: told.instead.clone(),
        }));
    }
    found.sort_by_key(|risk| (risk.passage.span, risk.risk));
    found
}

#[cfg(test)]
mod tests {
    use crate::Checker;
    use std::collections::BTreeSet;
    use toonvast_brand::Brand;
    use toonvast_model::draft::{Answered, Draft};
    use toonvast_model::language::Language;
    use toonvast_model::locale::Locale;
    use toonvast_model::meters::Risk;
    use toonvast_model::post::Site;

    /// The passages of one risk in a draft.
    fn found(risk: Risk, post: &str, draft: &str) -> Vec<String> {
        let json = r#"{"id": "fietsfluit", "policy": {"name": "Fietsfluit"}}"#;
        let brand = Brand::from_json(json).expect("a brand");
        let draft = Draft {
            draft: draft.to_owned(),
            brand: None,
            site: Site::X,
            public: true,
            agent: Some("Noor".to_owned()),
            post: None,
        };
        let answered = Answered {
            text: post.to_owned(),
            ..Answered::default()
        };
        let checked = Checker::new(&brand).check(&draft, &answered, Locale::Nl);
        let meters = checked.meters.expect("there are words");
        let risks = meters.misreading.into_iter().filter(|it| it.risk == risk);
        risks.map(|it| it.passage.quote).collect()
    }

    #[test]
    fn every_risk_warns_as_its_examples_say() {
        let mut wrong = Vec::new();
        for language in [Language::Nl, Language::En] {
            let data = super::super::tables::data(language).misreading.risk;
            let risks: BTreeSet<Risk> = data.iter().map(|data| data.risk).collect();
            assert_eq!((risks.len(), data.len()), (7, 7), "{language:?}");
            for data in data {
                let name = format!("{:?} in {language:?}", data.risk);
                assert!(!data.examples.flags.is_empty(), "{name}");
                assert!(!data.examples.allows.is_empty(), "{name}");
                for flag in &data.examples.flags {
                    let said = found(data.risk, &flag.post, &flag.draft);
                    if said != [flag.quote.as_str()] {
                        wrong.push(format!("{name}: {} warns of {said:?}", flag.draft));
                    }
                }
                for fine in &data.examples.allows {
                    let said = found(data.risk, &fine.post, &fine.draft);
                    if !said.is_empty() {
                        wrong.push(format!("{name}: {} warns of {said:?}", fine.draft));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
