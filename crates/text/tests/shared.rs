//! Against X's conformance suite and the language set, where they stand beside the workspace.

use std::io::Write;
use std::path::PathBuf;
use toonvast_model::language::Language;
use toonvast_text::{language, weighted_length};

/// A figure or a skip, told even when the test passes.
macro_rules! say {
    ($($told:tt)*) => {{
        let _ = writeln!(std::io::stderr(), $($told)*);
    }};
}

/// A file of the shared material; outside CI it may be absent, which is said aloud.
fn shared(path: &str) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared")
        .join(path);
    if let Ok(text) = std::fs::read_to_string(&file) {
        return Some(text);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "CI needs {}",
        file.display()
    );
    say!("SKIPPED: no {}", file.display());
    None
}

#[derive(serde::Deserialize)]
struct Suite {
    tests: Tests,
}

#[derive(serde::Deserialize)]
struct Tests {
    #[serde(rename = "WeightedTweetsWithDiscountedEmojiCounterTest")]
    weighted: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    description: String,
    text: String,
    expected: Expected,
}

#[derive(serde::Deserialize)]
struct Expected {
    #[serde(rename = "weightedLength")]
    weighted_length: usize,
}

#[test]
fn weighted_length_agrees_with_x() {
    let Some(yaml) = shared("eval/twitter-text/validate.yml") else {
        return;
    };
    let suite: Suite = serde_saphyr::from_str(&yaml).expect("the file is well formed");
    let wrong: Vec<String> = suite
        .tests
        .weighted
        .iter()
        .filter(|case| weighted_length(&case.text) != case.expected.weighted_length)
        .map(|case| {
            format!(
                "{}: {} for {}",
                case.description,
                weighted_length(&case.text),
                case.expected.weighted_length
            )
        })
        .collect();
    let cases = suite.tests.weighted.len();
    say!(
        "weighted length: {} of {cases} as X counts them",
        cases - wrong.len()
    );
    assert!(cases >= 20 && wrong.is_empty(), "{wrong:#?}");
}

#[derive(serde::Deserialize)]
struct Line {
    text: String,
    lang: String,
}

fn lines(path: &str) -> Option<Vec<Line>> {
    Some(
        shared(path)?
            .lines()
            .map(|line| serde_json::from_str(line).expect("the file is well formed"))
            .collect(),
    )
}

/// Of the lines in a language the share recognised, and of those claimed for it the share
/// that is in it; in thousandths.
fn measured(lines: &[Line], code: &str, expected: Language) -> (usize, usize) {
    let (mut there, mut claimed, mut right) = (0, 0, 0);
    for line in lines {
        let (is, says) = (line.lang == code, language(&line.text) == expected);
        there += usize::from(is);
        claimed += usize::from(says);
        right += usize::from(is && says);
    }
    (right * 1000 / there, right * 1000 / claimed)
}

#[test]
fn dutch_and_english_posts_are_recognised() {
    for (file, code, expected) in [
        ("eval/webcare/nl_posts.jsonl", "nl", Language::Nl),
        ("eval/webcare/en_posts.jsonl", "en", Language::En),
    ] {
        let Some(lines) = lines(file) else { return };
        let (found, _) = measured(&lines, code, expected);
        say!("language of {file}: {found} of 1000");
        assert!(found >= 980, "{file}: {found}");
    }
}

#[test]
fn short_subtitle_lines_are_recognised() {
    let Some(lines) = lines("eval/xx_langid_subtitles.jsonl") else {
        return;
    };
    // Every fourth line says as much, and only languages the engine knows are fair.
    let known = [
        "nl", "en", "de", "fr", "es", "pt", "it", "tr", "ar", "sv", "ru",
    ];
    let lines: Vec<Line> = lines
        .into_iter()
        .filter(|line| known.contains(&line.lang.as_str()))
        .step_by(4)
        .collect();
    for (code, expected, floor) in [
        ("nl", Language::Nl, 900),
        ("en", Language::En, 930),
        ("de", Language::De, 800),
        ("fr", Language::Fr, 800),
    ] {
        let (found, precision) = measured(&lines, code, expected);
        say!("language {code}: recall {found}, precision {precision} of 1000");
        assert!(found >= floor, "{code}: {found}");
    }
}
