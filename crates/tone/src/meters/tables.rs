//! The meters' data, read and indexed once for each language.

use super::data::Data;
use super::misreading::Risks;
use super::phrasing::Lists;
use super::readability::PlainWords;
use super::voice::Voices;
use crate::built_in;
use std::sync::OnceLock;
use toonvast_brand::rule::Check;
use toonvast_brand::rule::phrase::Phrase;
use toonvast_model::language::Language;

/// All the meters look for in one language.
#[derive(Debug)]
pub(super) struct Tables {
    /// Dutch or English.
    pub language: Language,
    /// All phrases, to be looked for once.
    pub lists: Lists,
    /// Marks of a human voice.
    pub voice: Voices,
    /// Office words.
    pub plain: PlainWords,
    /// Risks of being taken wrongly.
    pub misreading: Risks,
}

/// The tables of English, or of Dutch for every other language.
pub(super) fn of(language: Language) -> &'static Tables {
    static NL: OnceLock<Tables> = OnceLock::new();
    static EN: OnceLock<Tables> = OnceLock::new();
    match language {
        Language::En => EN.get_or_init(|| indexed(Language::En, data(Language::En))),
        _ => NL.get_or_init(|| indexed(Language::Nl, data(Language::Nl))),
    }
}

/// The data as the build script wrote it.
pub(super) fn data(language: Language) -> Data {
    let json = match language {
        Language::En => include_str!(concat!(env!("OUT_DIR"), "/meters-en.json")),
        _ => include_str!(concat!(env!("OUT_DIR"), "/meters-nl.json")),
    };
    serde_json::from_str(json).expect("the build script wrote it from data it had parsed")
}

fn indexed(language: Language, data: Data) -> Tables {
    let jokes = of_rules(language, |check| match check {
        Check::Humour(data) => Some(&data.words),
        _ => None,
    });
    let common = of_rules(language, |check| match check {
        Check::NoAcknowledgement(data) => Some(&data.common),
        _ => None,
    });
    let mut lists = Lists::default();
    Tables {
        language,
        voice: Voices::new(&mut lists, data.voice, &jokes, &common),
        plain: PlainWords::new(&mut lists, &data.plain),
        misreading: Risks::new(&mut lists, data.misreading),
        lists,
    }
}

/// Phrases the built-in rules hold already: what they know as a joke is humour where one is
/// welcome, and what takes up nothing for them takes up nothing here.
fn of_rules(language: Language, of: fn(&Check) -> Option<&Vec<Phrase>>) -> Vec<Phrase> {
    let rules = built_in::rules().iter();
    let lists = rules.filter(|rule| rule.lang == language);
    lists
        .filter_map(|rule| of(&rule.check))
        .flatten()
        .cloned()
        .collect()
}
