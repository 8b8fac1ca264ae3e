//! Text to brand.

use crate::error::{BrandError, Fault, Place};
use crate::example::BrandExample;
use crate::files::{BrandFiles, MAX_FILE, MAX_FOLDER};
use crate::guide::Guide;
use crate::library::CannedReply;
use crate::policy::Policy;
use crate::rule::Rule;
use crate::{Brand, validate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toonvast_model::id::{BrandId, RuleId};
use toonvast_model::language::Language;

/// Bytes a brand as JSON may have: a folder's limit, and room for quotes and escapes.
pub const MAX_JSON: usize = 2 * MAX_FOLDER;

/// A brand as JSON, before anybody looked at it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unchecked {
    id: BrandId,
    policy: Policy,
    #[serde(default)]
    guide: Guide,
    #[serde(default)]
    rules: Vec<Rule>,
    #[serde(default)]
    library: Vec<CannedReply>,
    #[serde(default)]
    examples: Vec<BrandExample>,
}

impl TryFrom<Unchecked> for Brand {
    type Error = BrandError;

    fn try_from(found: Unchecked) -> Result<Self, BrandError> {
        let Unchecked {
            id,
            policy,
            guide,
            rules,
            library,
            examples,
        } = found;
        let brand = Self {
            id,
            policy,
            guide,
            rules,
            library,
            examples,
        };
        validate::brand(&brand)?;
        Ok(brand)
    }
}

/// One file of `replies/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replies {
    #[serde(default)]
    reply: Vec<Spanned<CannedReply>>,
}

impl Brand {
    /// Parses the files of the brand's folder, named `id`.
    ///
    /// # Errors
    /// The first fault, with file, line and column where they are known.
    pub fn parse(id: &str, files: &BrandFiles) -> Result<Self, BrandError> {
        let id = id
            .parse()
            .map_err(|e| Place::file(id).fault(Fault::BrandId(e)))?;
        sizes(files)?;
        let text = files
            .get("policy.toml")
            .ok_or_else(|| Place::file("policy.toml").fault(Fault::NoPolicy))?;
        let policy = toml("policy.toml", text)?;
        validate::policy(&policy)?;
        let guide = match files.get("tone/guide.toml") {
            Some(text) => toml("tone/guide.toml", text)?,
            None => Guide::default(),
        };
        let brand = Self {
            id,
            policy,
            guide,
            rules: rules(files)?,
            library: library(files)?,
            examples: examples(files)?,
        };
        validate::brand(&brand)?;
        Ok(brand)
    }

    /// Reads the JSON that serde writes of a brand.
    ///
    /// # Errors
    /// When it is too large, no JSON, or no valid brand.
    pub fn from_json(text: &str) -> Result<Self, BrandError> {
        if text.len() > MAX_JSON {
            return Err(Place::file("brand.json").fault(Fault::FolderTooLarge));
        }
        serde_json::from_str(text).map_err(|e| json_error("brand.json", &e))
    }
}

pub(crate) fn json_error(file: &str, error: &serde_json::Error) -> BrandError {
    let what = error.to_string();
    let bare = what.split(" at line ").next().unwrap_or(&what);
    let at = (error.line() > 0).then(|| (error.line(), error.column()));
    Place {
        file: file.to_owned(),
        at,
    }
    .fault(Fault::Json(bare.to_owned()))
}

fn sizes(files: &BrandFiles) -> Result<(), BrandError> {
    let large = files.files.iter().find(|(_, text)| text.len() > MAX_FILE);
    if let Some((path, text)) = large {
        return Err(Place::file(path).fault(Fault::FileTooLarge(text.len() as u64)));
    }
    if files.files.values().map(String::len).sum::<usize>() > MAX_FOLDER {
        return Err(Place::file(".").fault(Fault::FolderTooLarge));
    }
    Ok(())
}

fn toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, BrandError> {
    toml::from_str(text).map_err(|error| {
        let place = match error.span() {
            Some(span) => Place::at_byte(file, text, span.start),
            None => Place::file(file),
        };
        place.fault(Fault::Toml(error.message().trim_end().replace('\n', ", ")))
    })
}

/// House rules: `tone/<id>.toml` for drafts in the language the rule names,
/// `tone/<lang>/<id>.toml` for that language.
fn rules(files: &BrandFiles) -> Result<Vec<Rule>, BrandError> {
    let mut rules = Vec::new();
    for (path, text) in files.under("tone", ".toml") {
        if path == "tone/guide.toml" {
            continue;
        }
        let mut rule: Rule = toml(path, text)?;
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let name = RuleId(name.trim_end_matches(".toml").to_owned());
        if !rule.id.0.is_empty() && rule.id != name {
            return Err(Place::file(path).fault(Fault::RuleName(rule.id)));
        }
        rule.id = name;
        match folder {
            "tone/nl" => rule.lang = Language::Nl,
            "tone/en" => rule.lang = Language::En,
            _ => {}
        }
        validate::rule(&rule, Place::file(path))?;
        rules.push(rule);
    }
    rules.sort_by(|a, b| (&a.id, a.lang).cmp(&(&b.id, b.lang)));
    Ok(rules)
}

fn library(files: &BrandFiles) -> Result<Vec<CannedReply>, BrandError> {
    let mut library = Vec::new();
    for (path, text) in files.under("replies", ".toml") {
        let found: Replies = toml(path, text)?;
        for reply in found.reply {
            let place = Place::at_byte(path, text, reply.span().start);
            let reply = reply.into_inner();
            validate::reply(&reply, place)?;
            library.push(reply);
        }
    }
    Ok(library)
}

fn examples(files: &BrandFiles) -> Result<Vec<BrandExample>, BrandError> {
    files
        .under("examples", ".txt")
        .map(|(path, text)| BrandExample::parse(path, text))
        .collect()
}
