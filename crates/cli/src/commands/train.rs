//! `toonvast train`: labelled lines in, a model and its card out.

mod agreement;
mod card;
pub(crate) mod corpus;
mod table;

use crate::Ended;
use anyhow::{Context as _, bail};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use toonvast_learn::{Example, Features, Settings, train};

/// What to learn from, and where the model goes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A line needs `text` and the field that is learnt; a label is a text, true, false or a number. The same file gives the same \
bytes, on every machine. Beside MODEL a card MODEL.md says what the model learnt from, how well it did on held-out lines, and \
its limits.

With several --field, MODEL is a folder and each field a file in it. --corpus learns all that triage is made of: from a folder \
with brands.json, posts/*.jsonl and second/*.jsonl, into a folder.")]
pub(crate) struct Args {
    /// Labelled JSON lines; give several times to learn from several files
    #[arg(long, value_name = "FILE", required_unless_present = "corpus")]
    data: Vec<PathBuf>,
    /// The folder of a triage corpus, instead of --data
    #[arg(long, value_name = "DIR", conflicts_with = "data")]
    corpus: Option<PathBuf>,
    /// The field that holds the label; give several times for several models
    #[arg(long, value_name = "NAME", default_value = "label")]
    field: Vec<String>,
    /// Where the model goes
    #[arg(long, value_name = "MODEL")]
    out: PathBuf,
    /// The licence of the data, for the card
    #[arg(long, value_name = "TEXT", default_value = "not stated")]
    licence: String,
    /// Buckets of the table as a power of two: more are larger and a little better
    #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u8).range(10..=20))]
    bits: u8,
    /// How much counts (polarity, punctuation …) weigh beside n-grams
    #[arg(long, default_value_t = Settings::default().counts, hide = true)]
    counts: f32,
    /// How much rare labels are favoured
    #[arg(long, default_value_t = Settings::default().balance, hide = true)]
    balance: f32,
}

/// What was read.
pub(crate) struct Data {
    lines: Vec<Value>,
    /// SHA-256 over the files, in order.
    digest: String,
    files: Vec<String>,
}

/// Trains a model for every field.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    if let Some(folder) = &args.corpus {
        corpus::train(folder, &args.out)?;
        return Ok(Ended::Well);
    }
    let data = read(&args.data)?;
    let many = args.field.len() > 1;
    if many {
        std::fs::create_dir_all(&args.out)
            .with_context(|| format!("cannot make the folder {}", args.out.display()))?;
    }
    for field in &args.field {
        let examples = examples(&data, field)?;
        let settings = Settings {
            bits: args.bits,
            counts: args.counts,
            balance: args.balance,
            cost: None,
        };
        let (model, report) = train(&examples, settings).with_context(|| format!("`{field}`"))?;
        let file = if many {
            args.out.join(format!("{field}.model"))
        } else {
            args.out.clone()
        };
        let bytes = model.to_bytes();
        write(&file, &bytes)?;
        table::print(&mut std::io::stdout().lock(), field, &report)?;
        let card = card::Card {
            field,
            data: &data,
            licence: &args.licence,
            examples: examples.len(),
            report: &report,
            settings,
            bytes: bytes.len(),
        };
        write(&with_md(&file), card.text().as_bytes())?;
    }
    Ok(Ended::Well)
}

fn print(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
}

fn with_md(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".md");
    PathBuf::from(name)
}

fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

fn read(files: &[PathBuf]) -> anyhow::Result<Data> {
    let mut data = Data {
        lines: Vec::new(),
        digest: String::new(),
        files: Vec::new(),
    };
    let mut hash = Sha256::new();
    for file in files {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        hash.update(text.as_bytes());
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let value: Value = serde_json::from_str(line)
                .ok()
                .filter(Value::is_object)
                .with_context(|| {
                    format!(
                        "{}:{}: write one JSON object a line",
                        file.display(),
                        number + 1
                    )
                })?;
            data.lines.push(value);
        }
        let name = file.file_name().unwrap_or(file.as_os_str());
        data.files.push(name.to_string_lossy().into_owned());
    }
    if data.lines.is_empty() {
        bail!("no line to learn from: the data is empty");
    }
    data.digest = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(data)
}

fn examples(data: &Data, field: &str) -> anyhow::Result<Vec<Example>> {
    let mut examples = Vec::with_capacity(data.lines.len());
    for (number, line) in (1..).zip(&data.lines) {
        let text = line["text"]
            .as_str()
            .with_context(|| format!("line {number}: `text` is missing or no text"))?;
        let label = match &line[field] {
            Value::String(label) => label.clone(),
            Value::Bool(_) | Value::Number(_) => line[field].to_string(),
            // A line without this label teaches nothing of it.
            Value::Null => continue,
            _ => bail!("line {number}: `{field}` is a list or an object; a label is one value"),
        };
        examples.push(Example {
            features: Features::of(text),
            label,
            group: None,
        });
    }
    if examples.is_empty() {
        bail!("no line has the field `{field}`; name the label's field with --field");
    }
    Ok(examples)
}
