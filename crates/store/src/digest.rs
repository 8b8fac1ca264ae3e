//! Digests: of erasable words, of commands, and of the log's lines.
//!
//! A digest of words is salted, and the salt goes when the words go: what is left in the
//! log then tells nobody whether a guess is right.

use sha2::{Digest, Sha256};
use toonvast_model::command::Command;
use toonvast_model::id::AccountId;

/// A salt, drawn at the edge.
pub type Salt = [u8; 16];

/// What a brand's first event follows.
pub(crate) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The digest of a text with its address.
pub(crate) fn content(salt: &[u8], text: &str, permalink: Option<&str>) -> String {
    salted(
        salt,
        &[
            b"content",
            text.as_bytes(),
            permalink.unwrap_or("").as_bytes(),
        ],
    )
}

/// The digest of a handle on a site.
pub(crate) fn person(salt: &[u8], site: &str, handle: &str) -> String {
    salted(salt, &[b"person", site.as_bytes(), handle.as_bytes()])
}

/// What tells two commands with the same id apart.
pub(crate) fn fingerprint(
    salt: &[u8],
    account: AccountId,
    command: &Command,
) -> Result<String, serde_json::Error> {
    let body = serde_json::to_vec(command)?;
    Ok(salted(salt, &[b"command", account.0.as_bytes(), &body]))
}

/// A line of the log, as it is hashed.
#[derive(serde::Serialize)]
pub(crate) struct Line<'l> {
    pub(crate) brand: &'l str,
    pub(crate) seq: i64,
    pub(crate) id: &'l str,
    pub(crate) case_id: &'l str,
    pub(crate) command_id: &'l str,
    pub(crate) kind: &'l str,
    pub(crate) at: i64,
    pub(crate) actor: &'l str,
    pub(crate) payload: &'l str,
}

/// `SHA-256(prev || line)`: `prev` as 64 hexadecimal digits, the line as JSON with its
/// fields in the order above.
pub(crate) fn chained(prev: &str, line: &Line<'_>) -> Result<String, serde_json::Error> {
    let mut hasher = Sha256::new();
    hasher.update(prev.as_bytes());
    hasher.update(serde_json::to_vec(line)?);
    Ok(hex(&hasher.finalize()))
}

fn salted(salt: &[u8], parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    for part in parts {
        // With their lengths, so that no two lists of parts read the same.
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(
            content(b"s", "ab", Some("c")),
            content(b"s", "a", Some("bc"))
        );
        assert_ne!(content(b"s", "a", None), content(b"t", "a", None));
        assert_eq!(content(b"s", "a", None), content(b"s", "a", None));
        assert_eq!(content(b"s", "a", None).len(), GENESIS.len());
    }
}
