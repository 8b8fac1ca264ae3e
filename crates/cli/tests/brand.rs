//! `toonvast brand` and `toonvast rule`, run as a person does.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/brands/fietsfluit")
}

fn toonvast(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_toonvast"))
        .current_dir(dir)
        .args(args)
        .output()
        .expect("the binary runs")
}

fn said(output: &Output) -> String {
    format!(
        "exit {}\n{}{}",
        output.status.code().unwrap_or(-1),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn a_new_brand_is_valid_and_passes_its_test() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = toonvast(
        dir.path(),
        &["brand", "new", "brands/bel", "--name", "De \"Bel\""],
    );
    assert_eq!(
        said(&made),
        "exit 0\nbrands/bel: fill in policy.toml first, then run `toonvast brand test brands/bel`\n"
    );
    let tested = toonvast(dir.path(), &["brand", "test", "brands"]);
    insta::assert_snapshot!("new_tested", said(&tested));
    let again = toonvast(dir.path(), &["brand", "new", "brands/bel"]);
    insta::assert_snapshot!("new_twice", said(&again));
    insta::assert_snapshot!(
        "new_no_id",
        said(&toonvast(dir.path(), &["brand", "new", "De Bel"]))
    );
}

#[test]
fn answers_from_a_file_make_the_guide_and_wrong_ones_are_explained() {
    let dir = tempfile::tempdir().expect("a folder");
    let answers = dir.path().join("answers.toml");
    let new = |folder: &str| {
        let args = ["brand", "new", folder, "--locale", "en", "--answers"];
        let answers = answers.to_string_lossy().into_owned();
        toonvast(dir.path(), &[&args[..], &[&answers]].concat())
    };
    let right = "name = \"De Bel\"\nimage = \"formal\"\nsay = [\"ticket = melding\"]\n";
    std::fs::write(&answers, right).expect("a file");
    assert!(said(&new("bel")).starts_with("exit 0"));
    let guide = std::fs::read_to_string(dir.path().join("bel/tone/guide.toml"));
    insta::assert_snapshot!("new_guide", guide.expect("a guide"));
    std::fs::write(&answers, "image = \"vrolijk\"\n").expect("a file");
    let refused = said(&new("toeter")).replace(&*dir.path().to_string_lossy(), "DIR");
    insta::assert_snapshot!("new_wrong_answers", refused);
    assert!(!dir.path().join("toeter").exists());
}

#[test]
fn a_guideline_without_a_rule_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    toonvast(dir.path(), &["brand", "new", "bel", "--usual"]);
    let guide = "silence = [\"no-term\"]\n\
        [[guidelines]]\ntext = \"Zeg wanneer\"\nrules = [\"no-term\"]\n\
        [[guidelines]]\ntext = \"Wees lief\"\nrules = [\"be-kind\"]\n\
        [[guidelines]]\ntext = \"Verras\"\n";
    std::fs::write(dir.path().join("bel/tone/guide.toml"), guide).expect("a file");
    insta::assert_snapshot!(
        "test_coverage",
        said(&toonvast(dir.path(), &["brand", "test", "bel"]))
    );
}

#[test]
fn the_demo_brand_passes_its_test() {
    let tested = toonvast(
        Path::new("."),
        &["brand", "test", &demo().to_string_lossy()],
    );
    assert_eq!(tested.status.code(), Some(0), "{}", said(&tested));
}

#[test]
fn an_example_that_comes_out_otherwise_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    toonvast(dir.path(), &["brand", "new", "bel"]);
    let example = "post: Hoe laat gaan jullie zaterdag open?\n=>\nlanguage: en\nsuggests: none\n";
    std::fs::write(dir.path().join("bel/examples/wrong.txt"), example).expect("a file");
    insta::assert_snapshot!(
        "test_fails",
        said(&toonvast(dir.path(), &["brand", "test", "bel"]))
    );
    std::fs::write(
        dir.path().join("bel/examples/wrong.txt"),
        "post: Hoi\n=>\nkind: rant",
    )
    .expect("a file");
    insta::assert_snapshot!(
        "test_no_brand",
        said(&toonvast(dir.path(), &["brand", "test", "bel"]))
    );
}

#[test]
fn import_makes_folders_that_pass_and_overwrites_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let brands = r#"[{"id":"bel","name":"Bel","topics":["app"]},{"id":"toeter","name":"Toeter"}]"#;
    let library =
        r#"{"id":"1","brand":"bel","lang":"nl","questions":["Hoe?"],"answer":"Zo, {customer}."}"#;
    std::fs::write(dir.path().join("brands.json"), brands).expect("a file");
    std::fs::write(dir.path().join("library.jsonl"), library).expect("a file");
    let import = [
        "brand",
        "import",
        "brands.json",
        "library.jsonl",
        "--out",
        "out",
    ];
    assert_eq!(
        said(&toonvast(dir.path(), &import)),
        "exit 0\nout/bel: 1 replies\nout/toeter: 0 replies\n"
    );
    assert_eq!(
        said(&toonvast(dir.path(), &["brand", "test", "out"])),
        "exit 0\nbel: 0 of 0 examples met\ntoeter: 0 of 0 examples met\n"
    );
    insta::assert_snapshot!("import_twice", said(&toonvast(dir.path(), &import)));
    let forced = [&import[..], &["--force"]].concat();
    assert_eq!(toonvast(dir.path(), &forced).status.code(), Some(0));
    let missing = toonvast(
        dir.path(),
        &["brand", "import", "none.json", "--out", "out"],
    );
    insta::assert_snapshot!("import_missing", said(&missing));
}

#[test]
fn explain_prints_the_reckoning() {
    let post = "Mijn accu is snel leeg, wat nu?";
    let explained = toonvast(
        Path::new("."),
        &[
            "brand",
            "explain",
            post,
            "--brand",
            &demo().to_string_lossy(),
            "--addressed",
        ],
    );
    insta::assert_snapshot!("explain", said(&explained));
}

#[test]
fn a_rule_is_printed_and_an_unknown_one_is_an_error() {
    let rule = toonvast(Path::new("."), &["rule", "no-empathy"]);
    let text = said(&rule);
    assert!(
        text.starts_with("exit 0\n")
            && text.contains("no-empathy (nl, ")
            && text.contains("no-empathy (en, "),
        "{text}"
    );
    assert!(said(&toonvast(Path::new("."), &["rule"])).contains("\nno-empathy\n"));
    insta::assert_snapshot!(
        "no_rule",
        said(&toonvast(Path::new("."), &["rule", "empathie"]))
    );
}

#[test]
fn help_names_every_verb() {
    let help = said(&toonvast(Path::new("."), &["--help"]));
    for verb in [
        "triage",
        "check",
        "suggest",
        "brand",
        "rule",
        "serve",
        "Exit codes",
    ] {
        assert!(help.contains(verb), "{verb}");
    }
    let help = said(&toonvast(Path::new("."), &["brand", "--help"]));
    for verb in ["new", "import", "test", "explain"] {
        assert!(help.contains(verb), "{verb}");
    }
}
