//! How long triage takes natively, for `cargo xtask bench`: input as for its WebAssembly, JSON
//! out. Microseconds by post, each the minimum of its repeats, so that what else runs here
//! counts least.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;
use toonvast_engine::{Brand, Engine};
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};

#[derive(Deserialize)]
struct Input {
    /// By id, each brand's JSON as a text, as the extension carries it.
    brands: BTreeMap<String, String>,
    posts: Vec<Told>,
    repeats: usize,
    sizes: Vec<String>,
}

#[derive(Deserialize)]
struct Told {
    brand: String,
    text: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args()
        .nth(1)
        .ok_or("give the file with the posts")?;
    let input: Input = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let mut engines = BTreeMap::new();
    for (id, brand) in &input.brands {
        let brand: Brand = serde_json::from_str(brand)?;
        engines.insert(id.as_str(), Engine::new(brand));
    }
    let told: Vec<(&Engine, Post)> = input
        .posts
        .iter()
        .map(|told| Ok((&engines[told.brand.as_str()], post(&told.text)?)))
        .collect::<serde_json::Result<_>>()?;
    let any = told.first().ok_or("no posts")?.0;
    let long: Vec<(&Engine, Post)> = input
        .sizes
        .iter()
        .map(|text| Ok((any, post(text)?)))
        .collect::<serde_json::Result<_>>()?;
    let spent = serde_json::json!({
        "triage": minima(&told, input.repeats),
        "long": minima(&long, input.repeats),
    });
    writeln!(std::io::stdout().lock(), "{spent}")?;
    Ok(())
}

fn post(text: &str) -> serde_json::Result<Post> {
    serde_json::from_value(serde_json::json!({ "id": "1", "text": text, "site": "x" }))
}

fn minima(posts: &[(&Engine, Post)], repeats: usize) -> Vec<f64> {
    let context = Context {
        addressed: true,
        ..Context::default()
    };
    let mut best = vec![f64::INFINITY; posts.len()];
    for _ in 0..repeats {
        for ((engine, post), best) in posts.iter().zip(&mut best) {
            let started = Instant::now();
            black_box(engine.triage(black_box(post), &context, Locale::Nl));
            *best = best.min(started.elapsed().as_secs_f64() * 1e6);
        }
    }
    best
}
