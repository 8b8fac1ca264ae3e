//! What is measured on: posts of the corpus, each with its brand, and long texts made of them.

use crate::corpus::Corpus;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;

/// Posts of each language.
const POSTS: usize = 250;
/// How often each is judged.
const REPEATS: usize = 12;
/// Lengths of long texts, in KiB.
pub(super) const KIB: [usize; 4] = [8, 16, 32, 64];

/// The input of both measurements.
#[derive(Serialize)]
pub(super) struct Input {
    /// By id, each brand's JSON as a text, as the extension carries it.
    brands: BTreeMap<String, String>,
    posts: Vec<Told>,
    repeats: usize,
    sizes: Vec<String>,
}

#[derive(Serialize)]
struct Told {
    brand: String,
    text: String,
}

impl Input {
    /// Draws Dutch and English posts evenly from the corpus.
    pub(super) fn read() -> Result<Self> {
        let corpus = Corpus::read()?;
        let mut posts = Vec::new();
        for lang in ["nl", "en"] {
            let lines: Vec<_> = corpus
                .lines
                .iter()
                .filter(|line| line.lang == lang)
                .collect();
            let step = (lines.len() / POSTS).max(1);
            posts.extend(lines.iter().step_by(step).take(POSTS).map(|line| Told {
                brand: line.brand.clone(),
                text: line.post.text.clone(),
            }));
        }
        let brands = corpus
            .brands
            .iter()
            .map(|brand| Ok((brand.id.to_string(), serde_json::to_string(brand)?)))
            .collect::<Result<_>>()?;
        let all: Vec<&str> = posts.iter().map(|told| told.text.as_str()).collect();
        Ok(Self {
            brands,
            sizes: KIB.map(|kib| long(&all, kib * 1024)).to_vec(),
            posts,
            repeats: REPEATS,
        })
    }
}

/// The posts one after another, as often as is needed, up to so many bytes.
fn long(posts: &[&str], bytes: usize) -> String {
    let mut text = String::new();
    for post in posts.iter().cycle() {
        text.push_str(post);
        text.push('\n');
        if text.len() >= bytes {
            break;
        }
    }
    while text.len() > bytes {
        text.pop();
    }
    text
}
