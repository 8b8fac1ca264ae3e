//! Who may use whom: the table of `crates/ARCHITECTURE.md` against the real graph.

use cargo_metadata::{CargoOpt, DependencyKind, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};

/// `model` stands for `toonvast-model`, and so on. What may use anything is not listed.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("brand", &["model", "text"]),
    ("learn", &["text"]),
    ("triage", &["model", "text", "brand", "learn"]),
    ("spelling", &["model"]),
    ("tone", &["model", "text", "brand", "learn", "spelling"]),
    ("reply", &["model", "text", "brand"]),
    ("casework", &["model"]),
    ("english", &["model"]),
    ("english-pack", &["english"]),
    (
        "engine",
        &[
            "model", "text", "brand", "spelling", "triage", "tone", "reply", "casework",
        ],
    ),
    ("store", &["model", "casework"]),
    ("server", &["engine", "store", "casework", "model"]),
    (
        "cli",
        &[
            "engine", "english", "brand", "learn", "triage", "tone", "server", "model",
        ],
    ),
    ("workbench", &["model", "casework"]),
    ("extension", &["engine", "casework", "model"]),
];
const MAY_USE_ANYTHING: &[&str] = &["xtask", "tests"];

#[test]
fn crates_use_only_what_the_table_allows() {
    let metadata = MetadataCommand::new()
        .features(CargoOpt::AllFeatures)
        .no_deps()
        .exec()
        .expect("cargo metadata reads the workspace");
    let allowed: BTreeMap<&str, BTreeSet<&str>> = MAY_USE
        .iter()
        .map(|(name, may)| (*name, may.iter().copied().collect()))
        .collect();
    let mut faults = Vec::new();
    for package in &metadata.packages {
        let name = package.name.trim_start_matches("toonvast-");
        if MAY_USE_ANYTHING.contains(&name) {
            continue;
        }
        let Some(may) = allowed.get(name) else {
            faults.push(format!("{name} is not in the table"));
            continue;
        };
        for used in &package.dependencies {
            let Some(other) = used.name.strip_prefix("toonvast-") else {
                continue;
            };
            let for_tests = used.kind == DependencyKind::Development;
            if !may.contains(other) && !for_tests {
                faults.push(format!("{name} may not use {other}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn below_the_engine_nothing_touches_the_world() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant",
        "println!",
        "eprintln!",
    ];
    // Fractions only where something is learnt, and there only what gives the same bits everywhere.
    let fractions = ["f32", "f64"];
    let uneven = [
        ".exp()",
        ".ln()",
        ".log2()",
        ".log10()",
        ".powf(",
        ".powi(",
        ".tanh()",
        ".mul_add(",
    ];
    // The one exception is documented where it stands: reading a brand's folder.
    let excepted = ["crates/brand/src/folder.rs"];
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut faults = Vec::new();
    for krate in [
        "model", "text", "brand", "learn", "triage", "spelling", "tone", "reply", "casework",
    ] {
        let learns = ["learn", "triage"].contains(&krate);
        for path in sources(&root.join("crates").join(krate).join("src")) {
            let shown = path.to_string_lossy().replace('\\', "/");
            if excepted.iter().any(|exception| shown.ends_with(exception)) {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a source file is text");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate() {
                let comment = line.trim_start().starts_with("//");
                let whole = forbidden.iter().chain(fractions.iter().filter(|_| !learns));
                let mut words = whole.filter(|word| mentions(line, word));
                let mut calls = uneven.iter().filter(|call| line.contains(**call));
                if let Some(word) = words.next().or_else(|| calls.next()).filter(|_| !comment) {
                    faults.push(format!("{shown}:{} uses {word}", number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn mentions(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        edge(line[..at].chars().next_back()) && edge(line[at + word.len()..].chars().next())
    })
}

fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a crate has sources") {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
