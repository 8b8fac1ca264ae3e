//! The binary over JSON lines: contracts, bad lines, exit codes.

use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/brands/fietsfluit")
}

fn run(args: &[&str], brand: &Path, input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_toonvast"))
        .args(args)
        .arg("--brand")
        .arg(brand)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the binary ends");
    // A binary that ends early closes its input; its exit code tells.
    _ = writer.join();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

/// The names of an object's fields, sorted: what order JSON keeps is a matter of build features.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.as_str())
        .collect();
    keys.sort_unstable();
    keys
}

#[test]
fn triage_judges_in_order_and_says_why() {
    let input = json!({"id": 7, "text": "@FietsfluitNL mijn slot gaat niet open, help!", "kind": "spam", "author": {"handle": "a", "followers": null, "verified": false}, "reach": null, "posted_at": "2026-11-21T09:30:00Z", "now": "2026-11-21T10:30:00Z"}).to_string()
        + "\n" + &json!({"id": "b", "text": "My bike was stolen, what do I do?", "addressed": true, "posted_at": "2 u"}).to_string();
    let output = run(&["triage", "--locale", "en"], &demo(), input.as_bytes());
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found = lines(&output);
    assert_eq!(found.len(), 2);
    assert_eq!((&found[0]["id"], &found[1]["id"]), (&json!(7), &json!("b")));
    let mut expected = vec![
        "id",
        "language",
        "about",
        "kind",
        "situation",
        "sentiment",
        "asks_help",
        "respond",
        "priority",
        "influence",
        "topics",
        "risk",
        "chance",
        "score",
        "reasons",
        "ruling",
        "purpose",
        "facets",
        "due",
        "changes",
        "alternatives",
    ];
    expected.sort_unstable();
    assert_eq!(keys(&found[0]), expected);
    assert_ne!(
        found[0]["kind"], "spam",
        "a label on the line decides nothing"
    );
    let reasons = found[0]["reasons"].as_array().expect("reasons");
    assert!(!reasons.is_empty());
    assert_eq!(keys(&reasons[0]), ["points", "signal", "text"]);
    let sum: i64 = reasons
        .iter()
        .filter_map(|reason| reason["points"].as_i64())
        .sum();
    assert_eq!(found[0]["score"], sum);
}

#[test]
fn check_finds_and_points_at_bytes() {
    let draft = "Eén 😀 moment, je ordernummer 48213377 klopt. ^Noor";
    let input = json!({"id": "a", "draft": draft, "agent": "Noor", "post": {"text": "Waar blijft mijn fiets?", "kind": "question", "situation": "question", "sentiment": "neutral", "more": 1}}).to_string();
    let output = run(&["check"], &demo(), input.as_bytes());
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found = lines(&output);
    assert_eq!(
        keys(&found[0]),
        ["findings", "id", "meters", "proposal", "verdict"]
    );
    assert_eq!(
        found[0]["proposal"]["private"], draft,
        "all of it goes to the customer alone"
    );
    let findings = found[0]["findings"].as_array().expect("findings");
    assert!(
        findings
            .iter()
            .any(|finding| finding["rule"] == "personal-data"),
        "{findings:#?}"
    );
    for finding in findings {
        for key in [
            "rule",
            "start",
            "end",
            "quote",
            "severity",
            "message",
            "instead",
            "guideline",
        ] {
            assert!(finding.get(key).is_some(), "{key}");
        }
        let at =
            |key: &str| usize::try_from(finding[key].as_u64().expect("a byte")).expect("small");
        assert_eq!(draft.get(at("start")..at("end")), finding["quote"].as_str());
    }
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    let place = |key: &str| text.find(key).expect("the field");
    assert!(place("\"findings\"") < place("\"meters\""));
    let meters = &found[0]["meters"];
    assert_eq!(
        keys(meters),
        ["content", "misreading", "readability", "style", "voice"]
    );
    let signed = &meters["voice"]["parts"][0]["marks"];
    let signed = signed.as_array().and_then(|marks| marks.last());
    assert_eq!(signed.expect("marks")["words"][0]["quote"], "^Noor");
}

#[test]
fn a_guideline_is_a_name_and_never_a_number() {
    let draft = "Bel ons even op 0900-1234";
    let input = json!({"id": "a", "draft": draft, "post": {"text": "Waar blijft mijn fiets?"}});
    for (locale, expected) in [
        ("nl", ["Gedragscode: helpen", "Stijlgids: ondertekening"]),
        ("en", ["Code of conduct: help", "Tone guide: signature"]),
    ] {
        let input = input.to_string();
        let output = run(&["check", "--locale", locale], &demo(), input.as_bytes());
        let found = lines(&output);
        let findings = found[0]["findings"].as_array().expect("findings");
        let said: Vec<&str> = findings
            .iter()
            .filter_map(|finding| finding["guideline"].as_str())
            .collect();
        for guideline in expected {
            assert!(said.contains(&guideline), "{said:?}");
        }
    }
}

#[test]
fn suggest_proposes_signs_and_says_why() {
    let input = json!({"id": "a", "text": "Hoe zeg ik mijn abonnement op?", "agent": "Sem"})
        .to_string()
        + "\n"
        + &json!({"id": "b", "text": "qwrtp"}).to_string()
        + "\n";
    let output = run(&["suggest"], &demo(), input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let found = lines(&output);
    let best = &found[0]["suggestions"][0];
    assert_eq!(keys(best), ["reply", "score", "text", "why"]);
    assert_eq!(best["reply"], "opzeggen");
    assert!(best["text"].as_str().expect("text").ends_with(" ^Sem"));
    assert_eq!(found[1], json!({"id": "b", "suggestions": []}));
}

#[test]
fn a_bad_line_costs_only_itself() {
    let mut input = b"{\"id\":\"a\",\"text\":\"Hoi\"}\nnot json\n\n{\"id\":\"b\"}\n\xff\n".to_vec();
    input.extend("x".repeat((1 << 20) + 1).bytes());
    input.extend(b"\n{\"id\":\"c\",\"text\":7}\n{\"id\":\"d\",\"text\":\"Hoi\"}");
    let output = run(&["suggest"], &demo(), &input);
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    let expected = [
        json!({"id": "a", "suggestions": []}),
        json!({"line": 2, "error": "the line is no JSON: expected ident at column 2; write one JSON object a line"}),
        json!({"line": 3, "error": "the line is no JSON: EOF while parsing a value at column 0; write one JSON object a line"}),
        json!({"line": 4, "error": "`text` is missing; every line needs it"}),
        json!({"line": 5, "error": "the line is not UTF-8 from byte 0 on; send UTF-8"}),
        json!({"line": 6, "error": "the line is longer than 1048576 bytes; split it"}),
        json!({"line": 7, "error": "`text` is not a text; correct it or leave it out"}),
        json!({"id": "d", "suggestions": []}),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_line_picks_its_brand_among_several() {
    let dir = tempfile::tempdir().expect("a folder");
    for (id, answer) in [("een", "Antwoord van een"), ("twee", "Antwoord van twee")] {
        let brand = dir.path().join(id);
        std::fs::create_dir_all(brand.join("replies")).expect("a folder");
        std::fs::write(brand.join("policy.toml"), format!("name = \"{id}\"")).expect("a file");
        let reply = format!(
            "[[reply]]\nid = \"r\"\nlang = \"nl\"\nquestions = [\"Hoe opzeggen?\"]\nanswer = \"{answer}\""
        );
        std::fs::write(brand.join("replies/a.toml"), reply).expect("a file");
    }
    let line = |brand: &str| format!("{{\"id\":1,\"text\":\"opzeggen\"{brand}}}\n");
    let input = line(",\"brand\":\"twee\"") + &line("") + &line(",\"brand\":\"drie\"");
    let output = run(&["suggest"], dir.path(), input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    assert_eq!(found[0]["suggestions"][0]["text"], "Antwoord van twee");
    assert_eq!(
        found[1],
        json!({"line": 2, "error": "no `brand`, and --brand holds several; name one of `een`, `twee`"})
    );
    assert_eq!(
        found[2],
        json!({"line": 3, "error": "the `brand` it names is not in --brand; name one of `een`, `twee`"})
    );
}

#[test]
fn nothing_can_be_done_is_2() {
    let nowhere = Path::new("/nowhere/at/all");
    let output = run(&["triage"], nowhere, b"");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        said,
        "error: /nowhere/at/all: No such file or directory (os error 2); check that the path exists and that you may use it\n"
    );
    assert_eq!(
        run(&["triage", "--locale", "fr"], &demo(), b"")
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn check_compares_with_recent_replies_and_knows_who_is_answered() {
    let said = "Je slot opent weer als je de app opnieuw start en bluetooth even uit- en aanzet.";
    let post = json!({"text": "Mijn slot blijft dicht, wat nu?", "author": {"name": "Marieke de Vries", "followers": 3}});
    let recent = json!([{"id": 12, "text": format!("{said} ^Sem"), "post": "Slot dicht", "who": "Sem", "likes": 1}]);
    let input = [
        json!({"id": 1, "draft": format!("{said} ^Noor"), "agent": "Noor", "post": post, "recent": recent}),
        json!({"id": 2, "draft": format!("{said} ^Noor"), "agent": "Noor", "post": post}),
        json!({"id": 3, "draft": format!("Hoi Peter, {said} ^Noor"), "agent": "Noor", "post": post}),
        json!({"id": 4, "draft": "Morgen hoor je meer. ^Noor", "site": "x", "account": "noor_prive"}),
        json!({"id": 5, "draft": "Dank je wel! ^Noor", "recent": {"id": 1}}),
        json!({"id": 6, "draft": "Dank je wel! ^Noor", "recent": [{"id": 1}]}),
    ];
    let input: Vec<String> = input.iter().map(Value::to_string).collect();
    let output = run(&["check"], &demo(), input.join("\n").as_bytes());
    let found = lines(&output);
    let rules = |at: usize| -> Vec<&str> {
        let findings = found[at]["findings"].as_array().into_iter().flatten();
        findings
            .filter_map(|finding| finding["rule"].as_str())
            .collect()
    };
    assert_eq!(rules(0), ["uniform"]);
    assert!(
        found[0]["findings"][0]["message"]
            .as_str()
            .is_some_and(|message| message.contains("Sem: “Je slot"))
    );
    assert_eq!(rules(1), [""; 0]);
    assert_eq!(rules(2), ["wrong-name"]);
    assert!(rules(3).contains(&"wrong-brand"), "{:?}", rules(3));
    let faults = [&found[4]["error"], &found[5]["error"]];
    assert_eq!(
        faults,
        [
            "`recent` is not a list of objects; correct it or leave it out",
            "`recent[].text` is missing; every line needs it"
        ]
    );
}

#[test]
fn english_grammar_is_checked_unless_it_is_left_out() {
    let input = json!({"id": 1, "draft": "The mechanic has went to your shop and opens the lock today. ^Noor", "agent": "Noor"}).to_string()
        + "\n" + &json!({"id": 2, "draft": "De monteur komt vandaag naar je toe en maakt je slot open. ^Noor", "agent": "Noor"}).to_string();
    let grammar = |more: &[&str]| -> Vec<Value> {
        let args = [&["check", "--locale", "en"], more].concat();
        let output = run(&args, &demo(), input.as_bytes());
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let findings = |line: &Value| line["findings"].as_array().cloned().unwrap_or_default();
        let all = lines(&output).iter().flat_map(findings).collect::<Vec<_>>();
        all.into_iter()
            .filter(|it| it["rule"] == "grammar")
            .collect()
    };
    let [finding] = &grammar(&[])[..] else {
        panic!("one grammar finding");
    };
    assert_eq!(
        (&finding["quote"], &finding["replacement"]),
        (&json!("went"), &json!("gone"))
    );
    assert_eq!(
        finding["guideline"],
        "Tone guide: language (Harper SimplePastToPastParticiple)"
    );
    assert_eq!(grammar(&["--no-grammar"]), Vec::<Value>::new());
}
