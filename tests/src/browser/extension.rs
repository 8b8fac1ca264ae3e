//! The loaded extension: its id, its pages, the life of its service worker.

use super::{Browser, BrowserError};
use serde_json::{Value, json};
use std::path::Path;

impl Browser {
    /// The id the browser gave the extension.
    ///
    /// # Errors
    /// When the browser was started without one.
    pub fn extension_id(&self) -> Result<&str, BrowserError> {
        self.extension_id
            .as_deref()
            .ok_or(BrowserError::NoExtension)
    }

    /// The address of one of the extension's pages.
    ///
    /// # Errors
    /// When the browser was started without an extension.
    pub fn extension_url(&self, page: &str) -> Result<String, BrowserError> {
        Ok(format!(
            "chrome-extension://{}/{page}",
            self.extension_id()?
        ))
    }

    /// Opens one of the extension's pages in a new tab and stays there; answers with the tab's handle.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn open_extension_page(
        &self,
        page: &str,
    ) -> Result<thirtyfour::WindowHandle, BrowserError> {
        let url = self.extension_url(page)?;
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab.clone()).await?;
        self.driver.goto(url).await?;
        Ok(tab)
    }

    /// Stops the service worker as the browser does when it has been idle. A page of the extension has to be the
    /// current tab: the command reaches the workers of the tab's own storage.
    ///
    /// # Errors
    /// When it does not stop.
    pub async fn stop_service_worker(&self) -> Result<(), BrowserError> {
        self.devtools("ServiceWorker.enable", json!({})).await?;
        self.devtools("ServiceWorker.stopAllWorkers", json!({}))
            .await?;
        self.devtools("ServiceWorker.disable", json!({})).await?;
        let prefix = format!("chrome-extension://{}/", self.extension_id()?);
        self.wait_for("the service worker to stop", async || {
            Ok(self
                .workers()
                .await?
                .iter()
                .all(|url| !url.starts_with(&prefix))
                .then_some(()))
        })
        .await
    }

    /// Whether the extension's service worker runs now.
    ///
    /// # Errors
    /// When the browser cannot be asked, or was started without an extension.
    pub async fn service_worker_runs(&self) -> Result<bool, BrowserError> {
        let prefix = format!("chrome-extension://{}/", self.extension_id()?);
        Ok(self
            .workers()
            .await?
            .iter()
            .any(|url| url.starts_with(&prefix)))
    }

    /// The id of the extension unpacked at `folder`, told apart from the browser's own by its service worker's path.
    pub(super) async fn find_extension(&self, folder: &Path) -> Result<String, BrowserError> {
        let path = folder.join("manifest.json");
        let read = std::fs::read_to_string(&path);
        let text = read.map_err(|source| BrowserError::Start {
            what: path.display().to_string(),
            source,
        })?;
        let manifest: Value = serde_json::from_str(&text)?;
        let worker = manifest["background"]["service_worker"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        self.wait_for("the extension's service worker", async || {
            let id = |url: &String| {
                let (id, path) = url.strip_prefix("chrome-extension://")?.split_once('/')?;
                (path == worker).then(|| id.to_owned())
            };
            Ok(self.workers().await?.iter().find_map(id))
        })
        .await
    }

    /// The addresses of all running service workers.
    async fn workers(&self) -> Result<Vec<String>, BrowserError> {
        let targets = self.devtools("Target.getTargets", json!({})).await?;
        let list = targets["targetInfos"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let workers = list.iter().filter(|it| it["type"] == "service_worker");
        Ok(workers
            .filter_map(|it| it["url"].as_str().map(str::to_owned))
            .collect())
    }
}
