//! A brand's files as text, and how large they may be.

use std::collections::BTreeMap;

/// Bytes one file may have.
pub const MAX_FILE: usize = 1 << 20;
/// Bytes all files of a brand may have together.
pub const MAX_FOLDER: usize = 10 << 20;
/// House rules a brand may have.
pub const MAX_RULES: usize = 500;
/// Canned replies a brand may have.
pub const MAX_REPLIES: usize = 5_000;

/// Entries a list of the policy's campaigns, crisis, influence, hours or service levels may have.
pub const MAX_LIST: usize = 200;

/// The files of one brand: relative path, with `/`, to text. Files a brand has no use
/// for (a README, a picture's description) may stand among them and are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BrandFiles {
    /// Text by path, as `tone/guide.toml`.
    pub files: BTreeMap<String, String>,
}

impl BrandFiles {
    /// The text of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Files under `folder` (without its `/`) with this ending, as path and text, by path.
    pub fn under<'f>(
        &'f self,
        folder: &'f str,
        ending: &'f str,
    ) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.files.iter().filter_map(move |(path, text)| {
            let inside = path.strip_prefix(folder)?.strip_prefix('/')?;
            inside
                .ends_with(ending)
                .then_some((path.as_str(), text.as_str()))
        })
    }
}

impl<const N: usize> From<[(&str, &str); N]> for BrandFiles {
    fn from(files: [(&str, &str); N]) -> Self {
        let owned = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        Self {
            files: owned.into_iter().collect(),
        }
    }
}
