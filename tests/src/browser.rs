//! A real Chromium with the extension in it, driven through chromedriver.
//!
//! A thin layer over [`thirtyfour`]: it starts and ends both programs, waits for conditions instead of sleeping, and
//! looks into the open shadow roots of the build for tests. Dropping a [`Browser`] leaves no process behind.

mod badge;
mod console;
mod extension;
mod process;
mod program;
mod wait;

pub use badge::Badge;
pub use program::{browser, chromedriver};
pub use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};

use process::Chromedriver;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::error::WebDriverError;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};

/// What went wrong while driving.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// No browser or no driver on this machine.
    #[error("{what} is not installed: {advice}")]
    Missing {
        /// The program.
        what: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// A program did not start, or a folder could not be made.
    #[error("{what}: {source}")]
    Start {
        /// What we tried.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// The driver started and never said on which port.
    #[error("chromedriver did not say its port")]
    NoPort,
    /// A command failed.
    #[error(transparent)]
    Driver(#[from] WebDriverError),
    /// A condition did not come true.
    #[error("waited {seconds} s for {what}{}", last.as_ref().map(|it| format!(": {it}")).unwrap_or_default())]
    Waited {
        /// The condition.
        what: String,
        /// How long we waited.
        seconds: u64,
        /// The last error on the way, if any.
        last: Option<String>,
    },
    /// The browser answered something we did not ask for.
    #[error("unexpected answer: {0}")]
    Answer(#[from] serde_json::Error),
    /// The browser was started without an extension.
    #[error("this browser has no extension")]
    NoExtension,
}

/// How to start.
#[derive(Debug, Clone, Default)]
pub struct BrowserOptions {
    /// The unpacked extension to load.
    pub extension: Option<PathBuf>,
    /// The value of `--host-resolver-rules`, see [`crate::stage::Stage::host_rules`].
    pub host_rules: Option<String>,
    /// Without a window.
    pub headless: bool,
    /// More arguments for the browser.
    pub args: Vec<String>,
    /// The profile to use; a fresh one, removed afterwards, when absent.
    pub user_data_dir: Option<PathBuf>,
    /// The browser to start; otherwise the first one [`browser`] finds.
    pub binary: Option<PathBuf>,
}

/// A running browser; it ends when dropped, its driver and profile with it.
#[derive(Debug)]
pub struct Browser {
    /// The session, for whatever is not offered here.
    pub driver: WebDriver,
    extension_id: Option<String>,
    // Dropped in this order: the driver's process, then the profile it writes to.
    process: Chromedriver,
    _fresh_profile: Option<TempDir>,
}

impl Browser {
    /// Starts chromedriver on a free port and the browser through it; returns once the extension is installed.
    ///
    /// # Errors
    /// When a program is missing or does not start, or the extension does not show up.
    pub async fn start(options: BrowserOptions) -> Result<Self, BrowserError> {
        let binary = options.binary.clone().map_or_else(browser, Ok)?;
        let (profile, fresh) = profile(&options)?;
        let process = Chromedriver::start(&chromedriver()?, &profile).await?;
        let capabilities = capabilities(&options, &binary, &profile)?;
        let url = format!("http://127.0.0.1:{}", process.port);
        let driver = WebDriver::new(url, capabilities).await?;
        let mut browser = Self {
            driver,
            extension_id: None,
            process,
            _fresh_profile: fresh,
        };
        if let Some(extension) = &options.extension {
            browser.extension_id = Some(browser.find_extension(extension).await?);
        }
        Ok(browser)
    }

    /// Loads an address and waits for the load event.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn goto(&self, url: &str) -> Result<(), BrowserError> {
        Ok(self.driver.goto(url).await?)
    }

    /// Runs a function body in the page's own world; `arguments` are `args`.
    ///
    /// # Errors
    /// When the script throws or returns something that is no `T`.
    pub async fn script<T: DeserializeOwned>(
        &self,
        body: &str,
        args: Vec<Value>,
    ) -> Result<T, BrowserError> {
        let value = self.driver.execute(body, args).await?;
        Ok(serde_json::from_value(value.json().clone())?)
    }

    /// Keeps a picture of what is visible.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Result<(), BrowserError> {
        Ok(self.driver.screenshot(path).await?)
    }

    /// A command of the DevTools protocol, sent to the current tab.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, method: &str, params: Value) -> Result<Value, BrowserError> {
        Ok(self.driver.cdp().send_raw(method, params).await?)
    }

    /// Cuts the network off, or connects it again, for the current tab.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn offline(&self, offline: bool) -> Result<(), BrowserError> {
        self.devtools("Network.enable", serde_json::json!({}))
            .await?;
        let conditions = serde_json::json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.devtools("Network.emulateNetworkConditions", conditions)
            .await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.process
            .end_session(&self.driver.session_id().to_string());
        // The session is over: nothing is left for the driver's own destructor to do.
        let _over = self.driver.clone().leak();
    }
}

/// The profile's folder, and its guard when we made it.
fn profile(options: &BrowserOptions) -> Result<(PathBuf, Option<TempDir>), BrowserError> {
    if let Some(given) = &options.user_data_dir {
        return Ok((given.clone(), None));
    }
    let made = TempDir::with_prefix("toonvast-profile-").map_err(|source| BrowserError::Start {
        what: "a fresh profile".to_owned(),
        source,
    })?;
    Ok((made.path().to_path_buf(), Some(made)))
}

fn capabilities(
    options: &BrowserOptions,
    binary: &Path,
    profile: &Path,
) -> Result<thirtyfour::ChromeCapabilities, BrowserError> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&binary.to_string_lossy())?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    for arg in arguments(options, profile) {
        capabilities.add_arg(&arg)?;
    }
    Ok(capabilities)
}

/// The browser's arguments: quiet, isolated from the network, and as our pages need them.
fn arguments(options: &BrowserOptions, profile: &Path) -> Vec<String> {
    let mut args: Vec<String> = [
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-search-engine-choice-screen",
        "--ignore-certificate-errors",
        "--window-size=1300,1000",
    ]
    .map(str::to_owned)
    .to_vec();
    args.push(format!("--user-data-dir={}", profile.display()));
    if options.headless {
        args.push("--headless=new".to_owned());
    }
    if program::is_root() {
        args.push("--no-sandbox".to_owned());
    }
    if let Some(rules) = &options.host_rules {
        args.push(format!("--host-resolver-rules={rules}"));
    }
    if let Some(extension) = &options.extension {
        args.push(format!(
            "--disable-extensions-except={}",
            extension.display()
        ));
        args.push(format!("--load-extension={}", extension.display()));
    }
    args.extend(options.args.iter().cloned());
    args
}

/// How often a condition is looked at.
const PAUSE: Duration = Duration::from_millis(40);
