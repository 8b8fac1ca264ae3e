//! The extension's plain pages: every text in every language, and nothing a policy forbids.

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn extension(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../extension")
        .join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn messages(locale: &str) -> Map<String, Value> {
    serde_json::from_str(&extension(&format!("_locales/{locale}/messages.json")))
        .expect("an object of messages")
}

fn text<'m>(messages: &'m Map<String, Value>, key: &str) -> &'m str {
    messages[key]["message"].as_str().expect("a message")
}

#[test]
fn both_languages_say_the_same_things() {
    let (dutch, english) = (messages("nl"), messages("en"));
    assert_eq!(
        dutch.keys().collect::<BTreeSet<_>>(),
        english.keys().collect()
    );
    for key in dutch.keys() {
        let (nl, en) = (text(&dutch, key), text(&english, key));
        assert!(!nl.trim().is_empty() && !en.trim().is_empty(), "{key}");
        assert_eq!(
            nl.contains("$1"),
            en.contains("$1"),
            "{key}: one of them drops what is filled in"
        );
    }
}

#[test]
fn the_stores_take_the_description() {
    for locale in ["nl", "en"] {
        let length = text(&messages(locale), "description").chars().count();
        assert!(
            length <= 132,
            "{locale}: {length} characters, the stores allow 132"
        );
    }
}

#[test]
fn every_text_a_page_names_exists() {
    let known = messages("nl");
    for page in ["options.html", "popup.html"] {
        for named in extension(&format!("pages/{page}"))
            .split("data-text=\"")
            .skip(1)
        {
            let key = named.split('"').next().unwrap();
            assert!(known.contains_key(key), "{page}: {key}");
        }
    }
    let keys = extension("pages/texts.js");
    let declared = keys
        .split("@typedef {")
        .nth(1)
        .unwrap()
        .split("} Key")
        .next()
        .unwrap();
    for key in declared.split('"').skip(1).step_by(2) {
        assert!(known.contains_key(key), "texts.js: {key}");
    }
}

#[test]
fn no_page_has_a_script_or_handler_inside() {
    let own = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap();
    let pages = ["panel", "options", "popup"].map(|page| extension(&format!("pages/{page}.html")));
    for page in pages.iter().chain([&own]) {
        for script in page.split("<script").skip(1) {
            assert!(
                script.contains("></script>") && script.contains("src="),
                "{script}"
            );
        }
        let tags = page.split('<').filter_map(|tag| tag.split('>').next());
        for attribute in tags.flat_map(|tag| tag.split_whitespace().skip(1)) {
            let name = attribute.split('=').next().unwrap_or_default();
            assert!(!name.starts_with("on") && name != "style", "{attribute}");
        }
    }
}
