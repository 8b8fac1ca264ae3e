//! The manifests: one common part, one part a browser, one part for the tests.

use super::{Browser, Flavour};
use crate::workspace;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The manifest of one flavour.
///
/// # Errors
/// When a part is missing or no JSON object.
pub fn build(flavour: Flavour) -> Result<String> {
    let mut manifest = part("common")?;
    manifest.extend(part(match flavour.browser {
        Browser::Chromium => "chromium",
        Browser::Firefox => "firefox",
    })?);
    manifest.insert("version".into(), json!(env!("CARGO_PKG_VERSION")));
    if flavour.hooks {
        manifest.remove("optional_host_permissions");
        manifest.insert("host_permissions".into(), json!(["*://*/*"]));
        let script = json!({
            "matches": ["*://*/*"],
            "js": page_scripts(flavour)?,
            "run_at": "document_idle",
        });
        manifest.insert("content_scripts".into(), json!([script]));
    }
    if let (Browser::Chromium, Some(key)) = (flavour.browser, public_key()?) {
        manifest.insert("key".into(), json!(key));
    }
    Ok(serde_json::to_string_pretty(&Value::Object(manifest))?)
}

/// The classic scripts of the page, in order.
///
/// # Errors
/// When the list cannot be read.
pub fn page_scripts(flavour: Flavour) -> Result<Vec<String>> {
    let path = workspace::root().join("extension/manifest/page-scripts.json");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let mut scripts: Vec<String> = serde_json::from_str(&text)?;
    if flavour.hooks {
        scripts.insert(1, "page/hooks.js".into());
    }
    Ok(scripts)
}

/// The public key that gives unpacked builds the same id everywhere.
fn public_key() -> Result<Option<String>> {
    let path = workspace::root().join("extension/manifest/public-key.txt");
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text.split_whitespace().collect())),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(why).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn part(name: &str) -> Result<Map<String, Value>> {
    let path = workspace::root().join(format!("extension/manifest/{name}.json"));
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON object", path.display()))
}
