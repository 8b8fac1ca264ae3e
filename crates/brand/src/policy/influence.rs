//! Who is influential, and which posts travel far.

use serde::{Deserialize, Serialize};
use toonvast_model::triage::Influence;

/// `[influence]`: from where on an author or a post weighs more (M22, M23). The defaults are
/// those of the label guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Influential {
    /// Followers from which an author is influential.
    pub followers: u64,
    /// Shares from which a post travels far.
    pub shares: u64,
    /// Views from which it does; views are not looked at when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// Accounts that are influential whatever their followers, with or without `@`.
    pub accounts: Vec<String>,
    /// Accounts that never are, as one's own colleagues and news bots.
    pub ignore: Vec<String>,
}

impl Default for Influential {
    fn default() -> Self {
        Self {
            followers: 10_000,
            shares: 100,
            views: None,
            accounts: Vec::new(),
            ignore: Vec::new(),
        }
    }
}

impl Influential {
    /// The weight the policy gives this account by name, whatever its followers; none where it
    /// does not name it.
    #[must_use]
    pub fn named(&self, handle: &str) -> Option<Influence> {
        if holds(&self.ignore, handle) {
            return Some(Influence::Normal);
        }
        holds(&self.accounts, handle).then_some(Influence::High)
    }
}

/// Whether an account is among these, as sites compare them.
pub(crate) fn holds(accounts: &[String], handle: &str) -> bool {
    let handle = account(handle);
    !handle.is_empty() && accounts.iter().any(|other| account(other) == handle)
}

/// An account as sites compare it: without `@`, in any case.
fn account(handle: &str) -> String {
    handle.trim().trim_start_matches('@').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::Influential;
    use toonvast_model::triage::Influence;

    #[test]
    fn accounts_are_compared_as_sites_do() {
        let influence: Influential =
            toml::from_str("accounts = [\"@Consumentenbond\"]\nignore = [\"nieuwsbot\"]").unwrap();
        let table = [
            ("@consumentenbond", Some(Influence::High)),
            ("Consumentenbond", Some(Influence::High)),
            ("consumentenbond2", None),
            ("@NieuwsBot", Some(Influence::Normal)),
            ("", None),
        ];
        for (handle, expected) in table {
            assert_eq!(influence.named(handle), expected, "{handle}");
        }
    }
}
