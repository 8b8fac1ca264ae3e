//! `tests/fixtures/drafts/*.txt`: drafts with their findings drawn under them.
//!
//! `TOONVAST_UPDATE_GOLDENS=1` writes the findings into the files; read the diff.

use std::path::{Path, PathBuf};
use toonvast_brand::example::{BrandExample, Expect, ExpectedDraft, ExpectedFinding};
use toonvast_brand::folder;
use toonvast_model::draft::{Answered, Draft, Severity};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{Kind, Sentiment, Situation};
use toonvast_tone::Checker;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

#[test]
fn drafts_have_the_findings_drawn_under_them() {
    let brand = folder::brand(&fixtures().join("brands/fietsfluit")).expect("the demo brand");
    let checker = Checker::new(&brand);
    let mut files: Vec<PathBuf> = std::fs::read_dir(fixtures().join("drafts"))
        .expect("the folder of drafts")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a draft");
        let found = with_findings(&checker, file, &text);
        if std::env::var_os("TOONVAST_UPDATE_GOLDENS").is_some() {
            std::fs::write(file, &found).expect("a draft");
        } else if found.trim_end() != text.trim_end() {
            wrong.push(format!(
                "{}\nexpected:\n{text}\nfound:\n{found}",
                file.display()
            ));
        }
    }
    assert!(files.len() >= 12, "{} drafts", files.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The fixture as it would read with what the checker finds now.
fn with_findings(checker: &Checker, file: &Path, text: &str) -> String {
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name");
    let mut example = BrandExample::parse(name, text).expect("a fixture");
    let post = example.post.clone();
    let site = example.site;
    let Expect::Draft(expected) = &mut example.expect else {
        panic!("{name} is no draft")
    };
    let draft = Draft {
        draft: expected.draft.clone(),
        brand: None,
        site,
        public: expected.public,
        agent: expected.agent.clone(),
        post: None,
    };
    let checked = checker.check(&draft, &answered(&post, expected), Locale::Nl);
    let counted = checked
        .findings
        .into_iter()
        .filter(|finding| finding.severity != Severity::Hint);
    let found = counted.map(|finding| ExpectedFinding {
        span: finding.span,
        rule: finding.rule,
    });
    expected.findings = found.collect();
    expected.findings.sort();
    example.to_text()
}

/// What triage would say; the tone checker never asks it.
fn answered(post: &str, expected: &ExpectedDraft) -> Answered {
    let (kind, sentiment) = match expected.situation {
        Some(Situation::Complaint | Situation::Crisis) => (Kind::Complaint, Sentiment::Negative),
        Some(Situation::Compliment) => (Kind::Compliment, Sentiment::Positive),
        _ => (Kind::Question, Sentiment::Neutral),
    };
    Answered {
        text: post.to_owned(),
        kind: Some(kind),
        situation: expected.situation,
        sentiment: Some(sentiment),
        author: None,
    }
}
