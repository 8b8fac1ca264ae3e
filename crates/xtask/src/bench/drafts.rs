//! Drafts under the agent's fingers: dictionaries, keystrokes, suggestions.

use super::table::percentile;
use super::{install, measured, packages};
use crate::corpus::Corpus;
use crate::figure::{Goal, Table};
use crate::{report, say, workspace};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::process::Command;

/// How often each keystroke is repeated, each time by a fresh engine.
const REPEATS: usize = 5;
/// Words read before a message may come between, as in `extension/host/host.js`.
const WORDS: usize = 4000;

/// A post and the 280 characters that answer it.
#[derive(Serialize)]
struct Typed {
    lang: &'static str,
    post: &'static str,
    draft: &'static str,
}

/// Faultless, with a slip, with a word no dictionary knows.
const TYPED: [Typed; 3] = [
    Typed {
        lang: "nl",
        post: "Mijn fiets zou dinsdag komen en ik heb hem nog steeds niet, en niemand belt terug.",
        draft: "Wat vervelend dat je fiets er nog niet is, en dat je daar niets over hebt gehoord. Ik zoek het meteen voor je uit. Stuur je me je bestelnummer en postcode in een privébericht? Dan vraag ik de bezorger naar de nieuwe bezorgafspraak en laat ik je vandaag voor 17.00 uur weten hoe het zit. ^Noor",
    },
    Typed {
        lang: "nl",
        post: "De app doet het niet, ik kan niet inloggen.",
        draft: "Dat is niet fijn, sorry daarvoor. Heb je de appversie van deze week al? Verwijder de app, instaleer hem opnieuw en log in met je klantnummer. Blijft de inlogpagina wit, laat het me dan weten met de naam van je toestel, dan kijkt een colega van de technische dienst er vanmiddag naar. ^Noor",
    },
    Typed {
        lang: "en",
        post: "My bike was due on Tuesday and nobody calls me back.",
        draft: "I am sorry that your bike is not there yet and that nobody called you back. I will look into it right away. Could you send me your order number and your postcode in a private message? Then I will ask the courier for a new delivery slot and let you know before five this afternoon. ^Noor",
    },
];

#[derive(Serialize)]
struct Input<'i> {
    brand: String,
    typed: &'i [Typed],
    misspelt: Vec<&'i str>,
    repeats: usize,
    words: usize,
}

/// What Node.js measured: microseconds; milliseconds where it loads.
#[derive(Deserialize)]
struct InNode {
    node: String,
    loading: Loading,
    plain: Vec<f64>,
    spelt: Vec<f64>,
    #[serde(rename = "speltEnglish")]
    spelt_english: Vec<f64>,
    suggestions: Vec<f64>,
    harper: Option<Vec<f64>>,
}

#[derive(Deserialize)]
struct Loading {
    both: f64,
    dutch: f64,
    step: f64,
}

/// Measures and writes `crates/spelling/EVAL.md`.
///
/// # Errors
/// When Node.js fails or a file cannot be read or written.
pub(super) fn run(folder: &Path, node: &Path) -> Result<()> {
    if let Err(why) = install(&packages()) {
        say::line(&format!("  npm packages are left out: {why}"));
    }
    let spelling = workspace::root().join("crates/spelling");
    let list = spelling.join("tests/misspelt-nl.txt");
    let list = std::fs::read_to_string(&list)
        .with_context(|| format!("cannot read {}", list.display()))?;
    let corpus = Corpus::read()?;
    let brand = corpus.brands.first().context("the corpus has no brand")?;
    let input = Input {
        brand: serde_json::to_string(brand)?,
        typed: &TYPED,
        misspelt: list
            .lines()
            .filter_map(|line| Some(line.split_once(' ')?.0))
            .collect(),
        repeats: REPEATS,
        words: WORDS,
    };
    let (file, script) = (folder.join("drafts.json"), folder.join("drafts.mjs"));
    std::fs::write(&file, serde_json::to_vec(&input)?)?;
    std::fs::write(&script, include_str!("drafts.mjs"))?;
    let said: InNode = say::step("drafts in Node.js", || {
        let mut command = Command::new(node);
        command.arg(&script).arg(folder.join("engine.js"));
        command.arg(&file).arg(spelling.join("packs"));
        measured(command.arg(packages()))
    })?;
    report::whole("crates/spelling/EVAL.md", &text(&said))
}

fn text(said: &InNode) -> String {
    let keystrokes = |name: &str, times: &[f64]| {
        let at = |share| format!("{:.0}", percentile(times, share));
        [name.to_owned(), at(0.5), at(0.95), at(1.0)]
    };
    let mut times = Table::new(&["microseconds a keystroke", "p50", "p95", "worst"]);
    times.row(keystrokes("tone alone", &said.plain));
    times.row(keystrokes("tone and spelling", &said.spelt));
    times.row(keystrokes(
        "tone and spelling, the English draft",
        &said.spelt_english,
    ));
    if let Some(harper) = &said.harper {
        times.row(keystrokes(
            "harper.js (npm), warm, the English draft",
            harper,
        ));
    }
    format!(
        "# Figures\n\n`cargo xtask bench --drafts`, in one run of Node.js {}: three drafts of about 280 characters typed key by key, checked at every \
        key by an engine that is fresh for each of {REPEATS} repeats, of which the least counts. Dictionaries are read {WORDS} words at a time, as the \
        extension does; of that the processor's time is told, the least of eight. Times are this machine's; ratios are what to compare. `cargo xtask dictionaries --compare` sets our verdicts beside \
        Hunspell's own.\n\n{}\n{}",
        said.node,
        times.markdown(),
        figures(said).markdown(),
    )
}

fn figures(said: &InNode) -> Table {
    let mut table = Table::new(&["figure", "ours", "floor", "aim", ""]);
    let mut add = |name: &str, value: f64, unit: &str, goal: Goal| {
        let [floor, aim] = goal.cells();
        let verdict = goal.verdict(value).to_owned();
        table.row([
            name.to_owned(),
            format!("{value:.2}{unit}"),
            floor,
            aim,
            verdict,
        ]);
    };
    let (dutch, both) = (said.loading.dutch, said.loading.both);
    add(
        "Dutch dictionary ready, in steps",
        dutch,
        " ms",
        Goal::AtMost(150.0, 20.0),
    );
    add(
        "both dictionaries ready, in steps",
        both,
        " ms",
        Goal::AtMost(200.0, 200.0),
    );
    add(
        "longest of these steps",
        said.loading.step,
        " ms",
        Goal::AtMost(20.0, 20.0),
    );
    let p95 = percentile(&said.spelt, 0.95) / 1000.0;
    add(
        "tone and spelling a keystroke, p95",
        p95,
        " ms",
        Goal::AtMost(1.0, 0.3),
    );
    if let Some(harper) = &said.harper {
        let ratio = percentile(harper, 0.5) / percentile(&said.spelt_english, 0.5);
        add(
            "harper.js warm / tone and spelling, p50",
            ratio,
            "",
            Goal::AtLeast(10.0, 50.0),
        );
    }
    let p95 = percentile(&said.suggestions, 0.95) / 1000.0;
    add(
        "suggestions for a Dutch word, p95",
        p95,
        " ms",
        Goal::AtMost(50.0, 50.0),
    );
    table
}
