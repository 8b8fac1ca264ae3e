//! Turns `rules/<lang>/<id>.toml` and the meters' data into JSON that is embedded in the
//! binary, so that the browser's engine needs no TOML parser and a new rule file is picked up
//! by itself.

#[allow(dead_code, reason = "the build only reads and writes the data")]
#[path = "src/meters/data.rs"]
mod data;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use toonvast_brand::rule::Rule;
use toonvast_model::id::RuleId;
use toonvast_model::language::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("rules");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut rules = Vec::new();
    for (lang, name) in [(Language::Nl, "nl"), (Language::En, "en")] {
        read_language(&folder.join(name), lang, &mut rules)?;
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("rules.json");
    fs::write(out, serde_json::to_string(&rules)?)?;
    for lang in ["nl", "en"] {
        let data = meters(lang)?;
        let out = PathBuf::from(std::env::var("OUT_DIR")?).join(format!("meters-{lang}.json"));
        fs::write(out, serde_json::to_string(&data)?)?;
    }
    Ok(())
}

fn meters(lang: &str) -> Result<data::Data, Box<dyn Error>> {
    Ok(data::Data {
        voice: table("voice", lang)?,
        plain: table("plain", lang)?,
        misreading: table("misreading", lang)?,
    })
}

fn table<T: serde::de::DeserializeOwned>(folder: &str, lang: &str) -> Result<T, Box<dyn Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let file = root.join(folder).join(format!("{lang}.toml"));
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(&file)?;
    Ok(toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?)
}

fn read_language(
    folder: &Path,
    lang: Language,
    rules: &mut Vec<Rule>,
) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let mut rule: Rule =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let id = file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .ok_or("a rule file without a name")?;
        rule.id = RuleId(id.to_owned());
        rule.lang = lang;
        rules.push(rule);
    }
    Ok(())
}
