//! Saved pages under their own addresses, lifeless: their scripts do not run unless the caller says so.

use super::StageError;
use axum::http::Uri;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::collections::{BTreeMap, BTreeSet};

/// Without this a saved page would navigate away, empty itself or ask for a login.
const LIFELESS: &str = "script-src 'none'; object-src 'none'; frame-src 'none'";

/// A page somebody saved.
#[derive(Debug, Clone)]
pub struct SavedPage {
    /// Under which address to show it: `https://HOST/PATH`.
    pub url: String,
    /// Its HTML, in its own encoding (the page's `meta` says which).
    pub bytes: Vec<u8>,
    /// Its content security policy; without one no script of the page runs.
    pub csp: Option<String>,
}

impl SavedPage {
    /// A page without life: none of its scripts runs.
    #[must_use]
    pub fn new(url: &str, bytes: Vec<u8>) -> Self {
        Self {
            url: url.to_owned(),
            bytes,
            csp: None,
        }
    }
}

/// All of them by host and by path with query.
#[derive(Debug, Default)]
pub(super) struct SavedPages(BTreeMap<(String, String), SavedPage>);

impl SavedPages {
    pub(super) fn new(pages: Vec<SavedPage>) -> Result<Self, StageError> {
        let mut by_address = BTreeMap::new();
        for page in pages {
            let address =
                address(&page.url).ok_or_else(|| StageError::PageUrl(page.url.clone()))?;
            by_address.insert(address, page);
        }
        Ok(Self(by_address))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn hosts(&self) -> BTreeSet<String> {
        self.0.keys().map(|(host, _)| host.clone()).collect()
    }

    pub(super) fn has_host(&self, host: &str) -> bool {
        self.0.keys().any(|(known, _)| known == host)
    }

    /// The page at `target` (path and query) of `host`.
    pub(super) fn page(&self, host: &str, target: &str) -> Option<Response> {
        let page = self.0.get(&(host.to_owned(), target.to_owned()))?;
        let csp = page.csp.clone().unwrap_or_else(|| LIFELESS.to_owned());
        let headers = [
            (CONTENT_TYPE, "text/html".to_owned()),
            (CONTENT_SECURITY_POLICY, csp),
        ];
        Some((headers, page.bytes.clone()).into_response())
    }
}

/// Host and path with query, as the browser will ask for them.
fn address(url: &str) -> Option<(String, String)> {
    let url = url.split('#').next().unwrap_or_default();
    let uri: Uri = url.parse().ok()?;
    let scheme = uri.scheme_str()?;
    let known = matches!(scheme, "https" | "http");
    let target = uri.path_and_query().map_or("/", |it| it.as_str());
    known.then(|| {
        uri.host()
            .map(|host| (host.to_ascii_lowercase(), target.to_owned()))
    })?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(url: &str) -> SavedPage {
        SavedPage::new(url, b"<p>x".to_vec())
    }

    #[test]
    fn a_page_is_found_under_its_path_and_query_only() {
        let pages = SavedPages::new(vec![
            page("https://Forum.test/viewtopic.php?t=1#p4"),
            page("http://b.test"),
        ])
        .unwrap();
        assert!(pages.page("forum.test", "/viewtopic.php?t=1").is_some());
        assert!(pages.page("forum.test", "/viewtopic.php?t=2").is_none());
        assert!(pages.page("b.test", "/").is_some());
        assert!(!pages.has_host("x.com"));
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        for url in ["", "x.com/a", "file:///etc/passwd", "https://"] {
            let refused = SavedPages::new(vec![page(url)]).unwrap_err();
            assert_eq!(
                refused.to_string(),
                format!("{url} is no address of a page: expected https://HOST/PATH")
            );
        }
    }
}
