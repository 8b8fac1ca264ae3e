//! Brands from JSON: what other tools export, turned into brand folders (M159).
//!
//! The shapes are those of the webcare sets: `brands.json`, an array of brands, and
//! `library.jsonl`, one canned reply a line with the brand it belongs to. Unknown fields
//! are ignored. Topics arrive as bare names and get no words: triage has general words
//! of its own, and the brand adds its own by hand.

use crate::Brand;
use crate::error::{BrandError, Fault, Place};
use crate::files::MAX_FOLDER;
use crate::guide::{EmojiPolicy, FormOfAddress, Guide, Humour, Wording};
use crate::library::{CannedReply, Field, FieldKind, Piece, pieces};
use crate::parse::json_error;
use crate::policy::{Handle, Policy, Topic};
use crate::validate;
use serde::Deserialize;
use std::collections::BTreeMap;
use toonvast_model::calendar::OpeningHours;
use toonvast_model::id::{BrandId, ReplyId};
use toonvast_model::language::Language;

/// Bytes each of the two files may have.
pub const MAX_IMPORT: usize = 8 * MAX_FOLDER;

/// Why nothing was imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// A file too large.
    #[error("{0}: more than {MAX_IMPORT} bytes; split it into several imports")]
    TooLarge(&'static str),
    /// A brand or reply that is none.
    #[error(transparent)]
    Brand(#[from] BrandError),
    /// A reply of a brand that is not there.
    #[error(
        "library.jsonl:{line}: the reply belongs to `{brand}`, which brands.json does not have; add the brand or remove the reply"
    )]
    UnknownBrand {
        /// The line, from 1.
        line: usize,
        /// The brand it names.
        brand: BrandId,
    },
}

#[derive(Deserialize)]
struct Exported {
    id: BrandId,
    name: String,
    #[serde(default)]
    sector: String,
    #[serde(default)]
    handles: Vec<Handle>,
    #[serde(default)]
    other_spellings: Vec<String>,
    #[serde(default)]
    homonyms: Vec<String>,
    #[serde(default)]
    products: Vec<String>,
    #[serde(default)]
    competitors: Vec<String>,
    #[serde(default)]
    topics: Vec<ExportedTopic>,
    #[serde(default)]
    hours: Vec<OpeningHours>,
    #[serde(default)]
    tone: ExportedTone,
    #[serde(default)]
    agents: Vec<String>,
    #[serde(default)]
    facts: Vec<String>,
}

/// A topic as a bare name, or with its words.
#[derive(Deserialize)]
#[serde(untagged)]
enum ExportedTopic {
    Name(String),
    Topic(Topic),
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ExportedTone {
    form_of_address: Option<FormOfAddress>,
    humour: Option<Humour>,
    emoji: Option<EmojiPolicy>,
    say: Vec<Wording>,
    jargon: Vec<String>,
    plain: Vec<String>,
    notes: String,
}

#[derive(Deserialize)]
struct ExportedReply {
    id: ReplyId,
    brand: BrandId,
    lang: Language,
    #[serde(default)]
    questions: Vec<String>,
    answer: String,
    #[serde(default)]
    fields: Vec<Field>,
}

/// Reads brands and, if given, their replies; in the order of `brands`.
///
/// # Errors
/// The first thing that is no brand, or no reply of one.
pub fn brands(brands: &str, library: Option<&str>) -> Result<Vec<Brand>, ImportError> {
    if brands.len() > MAX_IMPORT {
        return Err(ImportError::TooLarge("brands.json"));
    }
    let exported: Vec<Exported> =
        serde_json::from_str(brands).map_err(|e| json_error("brands.json", &e))?;
    let mut replies = match library {
        Some(text) => replies(text, &exported)?,
        None => BTreeMap::new(),
    };
    let mut imported: Vec<Brand> = Vec::new();
    for brand in exported {
        if imported.iter().any(|other| other.id == brand.id) {
            let twice = Fault::Twice {
                what: "the brand",
                name: brand.id.to_string(),
            };
            return Err(Place::file("brands.json").fault(twice).into());
        }
        let library = replies.remove(&brand.id).unwrap_or_default();
        let brand = one(brand, library);
        validate::brand(&brand).map_err(|mut error| {
            error.place.file = format!("brands.json ({}, {})", brand.id, error.place.file);
            error
        })?;
        imported.push(brand);
    }
    Ok(imported)
}

fn one(exported: Exported, library: Vec<CannedReply>) -> Brand {
    let tone = exported.tone;
    let usual = Guide::default();
    let topic = |topic| match topic {
        ExportedTopic::Name(name) => Topic {
            name,
            words: Vec::new(),
        },
        ExportedTopic::Topic(topic) => topic,
    };
    let without_at = |handle: Handle| Handle {
        site: handle.site,
        name: handle.name.trim_start_matches('@').to_owned(),
    };
    Brand {
        id: exported.id,
        policy: Policy {
            sector: exported.sector,
            handles: exported.handles.into_iter().map(without_at).collect(),
            other_spellings: exported.other_spellings,
            homonyms: exported.homonyms,
            products: exported.products,
            competitors: exported.competitors,
            topics: exported.topics.into_iter().map(topic).collect(),
            hours: exported.hours,
            agents: exported.agents,
            facts: exported.facts,
            ..Policy::named(&exported.name)
        },
        guide: Guide {
            form_of_address: tone.form_of_address.unwrap_or(usual.form_of_address),
            humour: tone.humour.unwrap_or(usual.humour),
            emoji: tone.emoji.unwrap_or(usual.emoji),
            say: tone.say,
            jargon: tone.jargon,
            plain: tone.plain,
            silence: usual.silence,
            guidelines: usual.guidelines,
            notes: tone.notes,
            forbidden: Vec::new(),
        },
        rules: Vec::new(),
        library,
        examples: Vec::new(),
    }
}

type ByBrand = BTreeMap<BrandId, Vec<CannedReply>>;

fn replies(text: &str, brands: &[Exported]) -> Result<ByBrand, ImportError> {
    if text.len() > MAX_IMPORT {
        return Err(ImportError::TooLarge("library.jsonl"));
    }
    let mut found = ByBrand::new();
    for (line, text) in (1..)
        .zip(text.lines())
        .filter(|(_, text)| !text.trim().is_empty())
    {
        let exported: ExportedReply = serde_json::from_str(text).map_err(|e| {
            let mut error = json_error("library.jsonl", &e);
            error.place.at = error.place.at.map(|(_, column)| (line, column));
            error
        })?;
        if !brands.iter().any(|brand| brand.id == exported.brand) {
            return Err(ImportError::UnknownBrand {
                line,
                brand: exported.brand,
            });
        }
        let brand = exported.brand.clone();
        let reply = reply(exported);
        validate::reply(&reply, Place::line("library.jsonl", line))?;
        found.entry(brand).or_default().push(reply);
    }
    Ok(found)
}

/// A reply whose fields are declared: those the answer uses and the export does not
/// declare are taken for what their name says.
fn reply(exported: ExportedReply) -> CannedReply {
    let mut fields = exported.fields;
    for piece in pieces(&exported.answer) {
        let Piece::Field(name) = piece else { continue };
        if fields.iter().all(|field| field.name != name) {
            let kind = match name {
                "customer" => FieldKind::Customer,
                "agent" => FieldKind::Agent,
                _ => FieldKind::Text,
            };
            fields.push(Field {
                name: name.to_owned(),
                kind,
                label: String::new(),
            });
        }
    }
    let ExportedReply {
        id,
        lang,
        questions,
        answer,
        ..
    } = exported;
    CannedReply {
        id,
        lang,
        questions,
        answer,
        fields,
    }
}
