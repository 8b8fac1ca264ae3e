//! A saved page, opened in Chromium under its own address and read by the extension.

use crate::browser::{Browser, BrowserError, BrowserOptions};
use crate::stage::{SavedPage, Stage, StageError};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Why a page could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadingError {
    /// It could not be served.
    #[error(transparent)]
    Stage(#[from] StageError),
    /// The browser did not do it.
    #[error(transparent)]
    Browser(#[from] BrowserError),
    /// The extension's answer is not what we expect.
    #[error("the extension's answer cannot be read: {0}")]
    Answer(#[from] serde_json::Error),
}

/// A post as `cargo xtask read` prints it, and as the expected answers of saved pages hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadPost {
    /// The status id on X, the element's id on forums.
    pub post_id: String,
    /// The handle, or the name where there are none.
    pub author: Option<String>,
    /// The first 200 characters, white space collapsed.
    pub text: String,
    /// The `datetime` attribute, else the string shown.
    pub timestamp: Option<String>,
    /// The post's address.
    pub permalink: Option<String>,
}

#[derive(Deserialize)]
struct Answer {
    posts: Vec<ReadPost>,
}

const ASK: &str = "
    window.__heard ??= addEventListener('toonvast-posts', (event) => { window.__posts = event.detail }) ?? true;
    dispatchEvent(new Event('toonvast-read'));
    return window.__posts ?? null";

/// Reads one page with a browser of its own.
///
/// # Errors
/// When the page cannot be served or the browser cannot be driven.
pub async fn read(extension: &Path, html: &[u8], url: &str) -> Result<Vec<ReadPost>, ReadingError> {
    let pages = vec![SavedPage::new(url, html.to_vec())];
    Ok(read_all(extension, pages).await?.pop().unwrap_or_default())
}

/// Reads many pages with one browser, in order.
///
/// # Errors
/// As [`read`].
pub async fn read_all(
    extension: &Path,
    pages: Vec<SavedPage>,
) -> Result<Vec<Vec<ReadPost>>, ReadingError> {
    let urls: Vec<String> = pages.iter().map(|page| page.url.clone()).collect();
    let stage = Stage::start_with(pages).await?;
    let browser = Browser::start(BrowserOptions {
        extension: Some(extension.to_owned()),
        host_rules: Some(stage.host_rules()),
        headless: true,
        ..BrowserOptions::default()
    })
    .await?;
    let mut all = Vec::new();
    for url in urls {
        browser.goto(&url).await?;
        let said = browser
            .wait_script("the extension to read the page", ASK, Vec::new())
            .await?;
        let answer: Answer = serde_json::from_str(said.as_str().unwrap_or_default())?;
        all.push(answer.posts.into_iter().map(shortened).collect());
    }
    Ok(all)
}

fn shortened(post: ReadPost) -> ReadPost {
    let text: Vec<&str> = post.text.split_whitespace().collect();
    let text = text.join(" ").chars().take(200).collect();
    ReadPost {
        text,
        author: post.author.filter(|author| !author.is_empty()),
        ..post
    }
}
