//! Secrets and ids: drawn here, at the edge. The database sees only hashes of secrets.

use rand::Rng;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use toonvast_casework::Made;
use toonvast_model::command::Command;
use toonvast_model::id::{ContentId, EventId, PersonId};
use toonvast_model::timestamp::Timestamp;
use toonvast_store::commands::{Arrival, Salts};
use uuid::Uuid;

/// Letters and digits nobody mistakes for each other when reading them aloud.
const UNAMBIGUOUS: &[u8] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";
const CODE_LENGTH: usize = 8;

/// 256 random bits, as 64 hexadecimal digits.
pub(crate) fn token() -> String {
    hex(&rand::random::<[u8; 32]>())
}

/// A code to be typed over: valid shortly, once, and with few tries.
pub(crate) fn pairing_code() -> String {
    let mut rng = rand::rng();
    (0..CODE_LENGTH)
        .map(|_| char::from(UNAMBIGUOUS[rng.random_range(0..UNAMBIGUOUS.len())]))
        .collect()
}

/// A code as somebody typed it: blanks, hyphens and small letters do not matter.
pub(crate) fn typed_code(code: &str) -> String {
    code.chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .take(64)
        .collect::<String>()
        .to_ascii_uppercase()
}

/// The SHA-256 a secret is known by, as 64 hexadecimal digits.
pub(crate) fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// The SHA-256 of a file, as 64 hexadecimal digits.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A new UUIDv7.
pub(crate) fn id(now: Timestamp) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(now.0.unsigned_abs(), &rand::random()).into_uuid()
}

/// A command with all that carrying it out may need.
pub(crate) fn arrival(command: Command, now: Timestamp) -> Arrival {
    Arrival {
        command,
        made: Made {
            content: ContentId(id(now)),
            person: PersonId(id(now)),
            events: [EventId(id(now)), EventId(id(now))],
        },
        salts: Salts {
            content: rand::random(),
            person: rand::random(),
            fingerprint: rand::random(),
        },
    }
}

fn hex(bytes: &[u8]) -> String {
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
    fn a_code_survives_being_typed_over() {
        let code = pairing_code();
        assert_eq!(code.len(), CODE_LENGTH);
        let (one, two) = code.split_at(4);
        assert_eq!(
            typed_code(&format!(" {}-{} ", one.to_lowercase(), two)),
            code
        );
    }

    #[test]
    fn secrets_differ_and_ids_are_version_7() {
        assert_ne!(token(), token());
        assert_eq!(token().len(), 64);
        let made = id(Timestamp(1_764_000_000_000));
        assert_eq!(made.get_version_num(), 7);
        assert_eq!(
            hash("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
