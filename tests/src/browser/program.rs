//! Which browser and which driver this machine has.

use super::BrowserError;
use std::path::PathBuf;

/// Those that take `--load-extension` first: branded Chrome refuses it.
const BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "brave-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "google-chrome",
    "google-chrome-stable",
];

/// The first browser found: `$CHROMIUM`, or a known name on the search path.
///
/// # Errors
/// When there is none.
pub fn browser() -> Result<PathBuf, BrowserError> {
    let missing = BrowserError::Missing {
        what: "Chromium",
        advice: "apt-get install chromium, or set CHROMIUM to Chromium, Edge or Brave",
    };
    given("CHROMIUM")
        .or_else(|| BROWSERS.iter().find_map(|name| on_path(name)))
        .ok_or(missing)
}

/// The driver: `$CHROMEDRIVER`, or `chromedriver` on the search path.
///
/// # Errors
/// When there is none.
pub fn chromedriver() -> Result<PathBuf, BrowserError> {
    let missing = BrowserError::Missing {
        what: "chromedriver",
        advice: "apt-get install chromium-driver, or set CHROMEDRIVER to the driver of your browser",
    };
    given("CHROMEDRIVER")
        .or_else(|| on_path("chromedriver"))
        .ok_or(missing)
}

/// Chromium's sandbox does not start for root.
pub(super) fn is_root() -> bool {
    std::process::Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}

fn given(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
