//! Brand to text: the files [`Brand::parse`] reads the same brand from.

use crate::error::{BrandError, Fault, Place};
use crate::files::BrandFiles;
use crate::library::CannedReply;
use crate::{Brand, rule::Rule};
use serde::Serialize;
use toonvast_model::language::Language;

#[derive(Serialize)]
struct Replies<'a> {
    reply: &'a [CannedReply],
}

impl Brand {
    /// The brand as the files of a folder; parsing them gives the brand again.
    ///
    /// # Errors
    /// When a value has no form in TOML.
    pub fn to_files(&self) -> Result<BrandFiles, BrandError> {
        let mut found = BrandFiles::default();
        let mut add = |path: String, text: String| found.files.insert(path, text);
        add("policy.toml".to_owned(), toml("policy.toml", &self.policy)?);
        add(
            "tone/guide.toml".to_owned(),
            toml("tone/guide.toml", &self.guide)?,
        );
        for rule in &self.rules {
            let path = rule_path(rule);
            let text = toml(&path, rule)?;
            add(path, text);
        }
        if !self.library.is_empty() {
            let path = "replies/replies.toml";
            add(
                path.to_owned(),
                toml(
                    path,
                    &Replies {
                        reply: &self.library,
                    },
                )?,
            );
        }
        for example in &self.examples {
            add(format!("examples/{}.txt", example.name), example.to_text());
        }
        Ok(found)
    }
}

fn rule_path(rule: &Rule) -> String {
    match rule.lang {
        Language::Nl => format!("tone/nl/{}.toml", rule.id),
        Language::En => format!("tone/en/{}.toml", rule.id),
        _ => format!("tone/{}.toml", rule.id),
    }
}

fn toml<T: Serialize>(file: &str, value: &T) -> Result<String, BrandError> {
    toml::to_string_pretty(value)
        .map_err(|error| Place::file(file).fault(Fault::Toml(error.to_string())))
}
