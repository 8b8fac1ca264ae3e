//! Passwords: argon2id at the OWASP settings, never on a thread that answers requests.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// OWASP Password Storage Cheat Sheet: m = 19 MiB, t = 2, p = 1.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Hashes at the same time, so that a flood of sign-ins takes neither memory nor every core.
const AT_ONCE: usize = 2;

/// Shortest password, in characters.
pub(crate) const SHORTEST: usize = 8;
/// Longest password, in bytes.
pub(crate) const LONGEST: usize = 1_000;

/// A hash of random bytes, which no password fits: comparing takes as long for a name
/// nobody has.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$BnRVPaZ4LmbO07udLNhAaQ$AXMm2cc6oTp/eFHhf3W8XDNIAqEWFw/hGzBVwnk5/oo";

/// Hashes and compares, a few at a time.
#[derive(Debug, Clone)]
pub(crate) struct Passwords {
    permits: Arc<Semaphore>,
}

/// Hashing failed: out of memory, or the task was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a password could not be hashed")]
pub(crate) struct HashFailed;

impl Default for Passwords {
    fn default() -> Self {
        Self {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Passwords {
    /// The hash of a password, in PHC format.
    pub(crate) async fn hash(&self, password: String) -> Result<String, HashFailed> {
        let _permit = self.permits.acquire().await.map_err(|_| HashFailed)?;
        tokio::task::spawn_blocking(move || hash(&password))
            .await
            .map_err(|_| HashFailed)?
    }

    /// Whether the password fits; without a hash it never does, and takes as long.
    pub(crate) async fn fits(
        &self,
        password: String,
        known: Option<String>,
    ) -> Result<bool, HashFailed> {
        let _permit = self.permits.acquire().await.map_err(|_| HashFailed)?;
        tokio::task::spawn_blocking(move || {
            let fits = verify(&password, known.as_deref().unwrap_or(DECOY));
            fits && known.is_some()
        })
        .await
        .map_err(|_| HashFailed)
    }
}

fn hash(password: &str) -> Result<String, HashFailed> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashFailed)?;
    let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>()).map_err(|_| HashFailed)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| HashFailed)
}

/// The hash names its own settings, so that older ones still open.
fn verify(password: &str, known: &str) -> bool {
    PasswordHash::new(known).is_ok_and(|known| {
        Argon2::default()
            .verify_password(password.as_bytes(), &known)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decoy_costs_as_much_as_a_password() {
        let decoy = PasswordHash::new(DECOY).expect("PHC format");
        let params = Params::try_from(&decoy).expect("settings");
        assert_eq!(
            (params.m_cost(), params.t_cost(), params.p_cost()),
            (MEMORY_KIB, PASSES, LANES)
        );
    }

    #[tokio::test]
    async fn only_the_password_fits() {
        let passwords = Passwords::default();
        let known = passwords
            .hash("trappers en tandwielen".into())
            .await
            .expect("hashes");
        assert!(
            known.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{known}"
        );
        assert_eq!(
            passwords
                .fits("trappers en tandwielen".into(), Some(known.clone()))
                .await,
            Ok(true)
        );
        assert_eq!(
            passwords.fits("trappers".into(), Some(known)).await,
            Ok(false)
        );
        assert_eq!(passwords.fits("trappers".into(), None).await, Ok(false));
    }
}
