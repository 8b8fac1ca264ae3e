//! Names of things: brands, posts, cases, commands, accounts, rules and signals.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why a text is no [`BrandId`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no brand id: use 1 to 64 lower-case letters, digits or hyphens, starting with a letter or digit"
)]
pub struct InvalidBrandId(String);

/// A brand's short name: 1 to 64 of `a-z 0-9 -`, the name of its folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct BrandId(String);

impl BrandId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for BrandId {
    type Error = InvalidBrandId;

    fn try_from(text: String) -> Result<Self, InvalidBrandId> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let valid =
            (1..=64).contains(&text.len()) && text.chars().all(allowed) && !text.starts_with('-');
        if valid {
            Ok(Self(text))
        } else {
            Err(InvalidBrandId(text.chars().take(80).collect()))
        }
    }
}

impl std::str::FromStr for BrandId {
    type Err = InvalidBrandId;

    fn from_str(text: &str) -> Result<Self, InvalidBrandId> {
        Self::try_from(text.to_owned())
    }
}

impl From<BrandId> for String {
    fn from(id: BrandId) -> Self {
        id.0
    }
}

impl std::fmt::Display for BrandId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

uuid_id! {
    /// A case: everything said and done about one post. Made where the agent claims (UUIDv7).
    CaseId
}
uuid_id! {
    /// One click of an agent; the idempotency key of everything that follows from it (UUIDv7).
    CommandId
}
uuid_id! {
    /// One line of the event log.
    EventId
}
uuid_id! {
    /// A row of erasable text.
    ContentId
}
uuid_id! {
    /// A row that names an erasable person: a customer or an author.
    PersonId
}
uuid_id! {
    /// An account of a colleague on the server.
    AccountId
}

/// A post's own name within its site: the status id on X, the element id on a forum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct PostId(pub String);

impl std::fmt::Display for PostId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a tone rule, as `no-empathy`; the same in every language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct RuleId(pub String);

impl std::fmt::Display for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a triage signal, as `threat-to-leave`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct SignalId(pub std::borrow::Cow<'static, str>);

impl std::fmt::Display for SignalId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a canned reply in a brand's library.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct ReplyId(pub String);

impl std::fmt::Display for ReplyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::BrandId;

    #[test]
    fn a_brand_id_is_a_folder_name() {
        for good in ["fietsfluit", "ns-2", "7up"] {
            assert!(good.parse::<BrandId>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "Fluit", "a/b", "..", "a b", &"a".repeat(65)] {
            assert!(bad.parse::<BrandId>().is_err(), "{bad}");
        }
    }
}
