//! Content and style, scored apart (M76): a hundred points each, less what findings and the other
//! meters take. The verdict does not follow from them.

use super::Found;
use std::collections::BTreeSet;
use toonvast_brand::rule::Aspect;
use toonvast_model::draft::Severity;
use toonvast_model::locale::Locale;
use toonvast_model::meters::{
    Cost, CostBy, Level, Meter, Misreading, Readability, Risk, Score, VoiceMeter,
};

/// What a finding takes, by severity; a rule's later ones take half.
const BLOCK: u8 = 50;
const WARN: u8 = 20;

/// What a hard sentence, and what a risk of being taken wrongly takes.
const HARD_SENTENCE: u8 = 5;
const RISK: u8 = 5;

/// Sentences and risks that count; the rest is more of the same.
const MOST: usize = 3;

/// Below this voice a third of what is short of it is taken.
const VOICE: u8 = 60;

/// Content, then style.
pub(super) fn of(
    found: &[Found],
    voice: Option<&VoiceMeter>,
    readability: Option<&Readability>,
    misreading: &[Misreading],
    locale: Locale,
) -> (Score, Score) {
    let mut content = costs(found, Aspect::Content);
    content.extend(risks(misreading, Aspect::Content));
    let mut style = costs(found, Aspect::Style);
    style.extend(voice.and_then(|meter| of_voice(meter, locale)));
    style.extend(readability.and_then(|meter| of_readability(meter, locale)));
    style.extend(risks(misreading, Aspect::Style));
    (score(content), score(style))
}

fn score(costs: Vec<Cost>) -> Score {
    let lost: u32 = costs.iter().map(|cost| u32::from(cost.points)).sum();
    Score {
        score: u8::try_from(100_u32.saturating_sub(lost)).unwrap_or(0),
        costs,
    }
}

fn costs(found: &[Found], aspect: Aspect) -> Vec<Cost> {
    let mut before = BTreeSet::new();
    let own = found.iter().filter(|found| found.aspect == aspect);
    own.filter_map(|Found { finding, .. }| {
        let full = match finding.severity {
            Severity::Block => BLOCK,
            Severity::Warn => WARN,
            Severity::Hint => return None,
        };
        let first = before.insert(&finding.rule);
        Some(Cost {
            by: CostBy::Rule(finding.rule.clone()),
            points: if first { full } else { full / 2 },
            text: finding.message.clone(),
        })
    })
    .collect()
}

fn of_voice(voice: &VoiceMeter, locale: Locale) -> Option<Cost> {
    let points = VOICE.saturating_sub(voice.score) / 3;
    let text = voice.advice.clone().unwrap_or_else(|| {
        locale
            .pick(
                "Het klinkt nog niet als een mens tegen een mens.",
                "It does not yet sound like one person talking to another.",
            )
            .to_owned()
    });
    (points > 0).then_some(Cost {
        by: CostBy::Meter(Meter::Voice),
        points,
        text,
    })
}

fn of_readability(readability: &Readability, locale: Locale) -> Option<Cost> {
    let sentences = u8::try_from(readability.hard.len().min(MOST)).unwrap_or(0);
    let level = match readability.level {
        Level::A2 | Level::B1 => 0,
        Level::B2 => 5,
        Level::C1 => 10,
        Level::C2 => 15,
    };
    let points = sentences * HARD_SENTENCE + level;
    let text = readability.advice.clone().unwrap_or_else(|| {
        let name = readability.level.name();
        match locale {
            Locale::Nl => format!("Leest als {name}; streef naar B1."),
            Locale::En => format!("Reads as {name}; aim for B1."),
        }
    });
    (points > 0).then_some(Cost {
        by: CostBy::Meter(Meter::Readability),
        points,
        text,
    })
}

/// A time or a *dat* that can mean two things is about what is said, the rest about how.
const fn aspect(risk: Risk) -> Aspect {
    match risk {
        Risk::AmbiguousTime | Risk::OpeningPronoun | Risk::DoubleNegation => Aspect::Content,
        Risk::Irony | Risk::MixedMarks | Risk::Ellipsis | Risk::QuotedPraise => Aspect::Style,
    }
}

fn risks(misreading: &[Misreading], of: Aspect) -> impl Iterator<Item = Cost> {
    misreading
        .iter()
        .filter(move |it| aspect(it.risk) == of)
        .take(MOST)
        .map(|it| Cost {
            by: CostBy::Meter(Meter::Misreading),
            points: RISK,
            text: it.message.clone(),
        })
}
