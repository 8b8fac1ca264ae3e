//! The engine's home in the browser.
