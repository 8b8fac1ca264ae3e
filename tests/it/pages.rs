//! Real saved pages, read in real Chromium under their own addresses.

use crate::world::{extension, root};
use serde::Deserialize;
use std::io::Write;
use std::path::{Path, PathBuf};
use toonvast_tests::reading::{self, ReadPost};
use toonvast_tests::stage::SavedPage;

#[derive(Deserialize)]
struct Expected {
    source: Source,
    posts: Vec<ExpectedPost>,
}

#[derive(Deserialize)]
struct Source {
    url: Option<String>,
}

#[derive(Deserialize)]
struct ExpectedPost {
    post_id: Option<String>,
    author: Option<String>,
    text: String,
    timestamp: Option<String>,
    permalink: Option<String>,
}

impl ExpectedPost {
    /// The status id on X stands in the permalink.
    fn id(&self) -> Option<String> {
        let from_link = || {
            Some(
                self.permalink
                    .as_ref()?
                    .split("/status/")
                    .nth(1)?
                    .to_owned(),
            )
        };
        self.post_id.clone().or_else(from_link)
    }
}

struct Saved {
    name: String,
    page: SavedPage,
    expected: Expected,
}

/// The saved pages lie beside the project. Without them this says so, and fails under CI.
fn pages(folder: &str) -> Vec<Saved> {
    let all = root().join("../shared/pages");
    let folder = all.join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        let missing = format!("the saved pages are absent: {}", folder.display());
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        // Past the harness, which would keep the words to itself.
        writeln!(std::io::stderr(), "SKIPPED: {missing}").expect("standard error takes a line");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "html"))
        .collect();
    paths.sort();
    paths.iter().map(|path| saved(path)).collect()
}

fn saved(path: &Path) -> Saved {
    let name = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let text = std::fs::read_to_string(path.with_extension("expected.json"))
        .expect("every page has an answer");
    let expected: Expected = serde_json::from_str(&text).expect("the answer is as we know it");
    let forum = format!("https://forum.test/{name}.html");
    let x = format!("https://x.com/{name}");
    let on_x = path.parent().is_some_and(|folder| folder.ends_with("x"));
    let url = expected
        .source
        .url
        .clone()
        .unwrap_or(if on_x { x } else { forum });
    let bytes = std::fs::read(path).expect("a saved page can be read");
    Saved {
        name,
        page: SavedPage {
            url,
            bytes,
            csp: None,
        },
        expected,
    }
}

/// Reads page after page, each with a stage of its own, because two may have one address.
async fn read(saved: &Saved) -> Vec<ReadPost> {
    let read = reading::read_all(&extension("chromium-test"), vec![saved.page.clone()]).await;
    read.expect("the page is read").pop().unwrap_or_default()
}

fn same(saved: &Saved, read: &[ReadPost]) {
    let expected: Vec<ReadPost> = saved
        .expected
        .posts
        .iter()
        .map(|post| ReadPost {
            post_id: post.id().unwrap_or_default(),
            author: post.author.clone(),
            text: post
                .text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(200)
                .collect(),
            timestamp: post.timestamp.clone(),
            permalink: post.permalink.clone(),
        })
        .collect();
    let read: Vec<ReadPost> = read
        .iter()
        .zip(&expected)
        // A fragment whose answer names no id is compared without it.
        .map(|(post, wanted)| ReadPost {
            post_id: if wanted.post_id.is_empty() {
                String::new()
            } else {
                post.post_id.clone()
            },
            ..post.clone()
        })
        .chain(read.iter().skip(expected.len()).cloned())
        .collect();
    assert_eq!(read, expected, "{}", saved.name);
}

#[tokio::test]
async fn pages_of_x_are_read_as_a_careful_reader_reads_them() {
    for saved in pages("x") {
        same(&saved, &read(&saved).await);
    }
}

#[tokio::test]
async fn pages_of_phpbb_are_read_as_a_careful_reader_reads_them() {
    for saved in pages("phpbb") {
        same(&saved, &read(&saved).await);
    }
}

#[tokio::test]
async fn pages_without_posts_give_none() {
    for saved in pages("negative") {
        assert_eq!(read(&saved).await, [], "{}", saved.name);
    }
}
