//! The world of a story: stage, server, browser with the build for tests.

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use toonvast_tests::backend::Backend;
use toonvast_tests::browser::{Browser, BrowserOptions};
use toonvast_tests::stage::Stage;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The unpacked extension that `cargo xtask build --tests` left.
pub fn extension(flavour: &str) -> PathBuf {
    let folder = root().join("target/extension").join(flavour);
    assert!(
        folder.join("manifest.json").is_file(),
        "{} is missing: run `cargo xtask build --tests` first",
        folder.display()
    );
    folder
}

/// The binary that the build left.
fn toonvast() -> PathBuf {
    let binary = std::env::var_os("TOONVAST_BIN")
        .map_or_else(|| root().join("target/release/toonvast"), PathBuf::from);
    assert!(
        binary.is_file(),
        "{} is missing: run `cargo xtask build` first",
        binary.display()
    );
    binary
}

pub async fn backend(data: &Path) -> Backend {
    let brands = root().join("tests/fixtures/brands/fietsfluit");
    Backend::start(&toonvast(), data, &brands, None)
        .await
        .expect("a server")
}

pub async fn stage() -> Stage {
    Stage::start(&Stage::folder()).await.expect("the stage")
}

pub async fn browser(stage: &Stage, extension: &Path) -> Browser {
    Browser::start(BrowserOptions {
        extension: Some(extension.to_owned()),
        host_rules: Some(stage.host_rules()),
        headless: true,
        ..BrowserOptions::default()
    })
    .await
    .expect("a browser")
}

/// Stage, server, and a browser whose extension has paired itself with that server.
pub struct World {
    pub browser: Browser,
    pub stage: Stage,
    pub backend: Backend,
    // Removed last.
    folder: TempDir,
}

impl World {
    pub async fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let backend = backend(&folder.path().join("server")).await;
        let stage = stage().await;
        let browser = paired(&folder.path().join("extension"), &backend, &stage).await;
        Self {
            browser,
            stage,
            backend,
            folder,
        }
    }

    /// Another browser with a profile of its own, paired with the same server.
    pub async fn another_browser(&self) -> Browser {
        paired(
            &self.folder.path().join("another"),
            &self.backend,
            &self.stage,
        )
        .await
    }

    /// What the database holds, read from the file itself: case ids and kinds of event, in order.
    pub async fn log(&self) -> Vec<(String, String)> {
        sqlx::query_as("select hex(case_id), kind from event order by seq")
            .fetch_all(&self.database().await)
            .await
            .expect("the log can be read")
    }

    /// The payloads of the log's events, in order.
    pub async fn payloads(&self) -> Vec<String> {
        sqlx::query_scalar("select payload from event order by seq")
            .fetch_all(&self.database().await)
            .await
            .expect("the log can be read")
    }

    async fn database(&self) -> SqlitePool {
        let options = SqliteConnectOptions::new()
            .filename(self.backend.database())
            .read_only(true);
        SqlitePoolOptions::new()
            .connect_with(options)
            .await
            .expect("the database opens")
    }

    /// The kinds of event in the log, asserting that all belong to one case.
    pub async fn one_case(&self) -> Vec<String> {
        let log = self.log().await;
        let cases: std::collections::BTreeSet<_> =
            log.iter().map(|(case, _)| case.clone()).collect();
        assert_eq!(cases.len(), 1, "one case, once: {log:?}");
        log.into_iter().map(|(_, kind)| kind).collect()
    }
}

/// A browser whose extension, laid out in `copy`, pairs itself with the server.
async fn paired(copy: &Path, backend: &Backend, stage: &Stage) -> Browser {
    copy_tree(&extension("chromium-test"), copy);
    let code = backend.pairing_code().await.expect("a pairing code");
    let build = serde_json::json!({
        "hooks": true,
        "english": true,
        "setup": { "server": backend.address(), "code": code },
    });
    std::fs::write(copy.join("data/build.json"), build.to_string()).expect("the copy is ours");
    browser(stage, copy).await
}

pub fn copy_tree(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder of ours");
    for entry in std::fs::read_dir(from).expect("the extension can be listed") {
        let entry = entry.expect("the extension can be listed");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("the copy is ours");
        }
    }
}

/// Nothing of ours troubled the page.
pub async fn page_is_untroubled(browser: &Browser) {
    assert_eq!(
        browser.violations().await.expect("violations"),
        Vec::<serde_json::Value>::new()
    );
    assert_eq!(
        browser.page_errors().await.expect("errors"),
        Vec::<String>::new()
    );
    assert_eq!(
        browser.console_errors().await.expect("console"),
        Vec::<String>::new()
    );
}

/// A folder that goes with the test.
pub fn world_folder() -> TempDir {
    TempDir::new().expect("a folder")
}
