//! `replies/*.toml`: canned replies.

use serde::{Deserialize, Serialize};
use toonvast_model::id::ReplyId;
use toonvast_model::language::Language;

/// A reply the brand has agreed on, with the questions it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CannedReply {
    /// Its id, unique within the brand.
    pub id: ReplyId,
    /// Its language.
    pub lang: Language,
    /// Questions it answers, as customers ask them.
    pub questions: Vec<String>,
    /// The answer, unsigned; `{name}` is a field.
    pub answer: String,
    /// The fields in the answer.
    #[serde(default)]
    pub fields: Vec<Field>,
}

/// A field in a canned reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name, as it stands between braces.
    pub name: String,
    /// What may fill it.
    pub kind: FieldKind,
    /// What the agent is asked for.
    #[serde(default)]
    pub label: String,
}

/// What may fill a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// The customer's name or handle, filled from the post.
    Customer,
    /// The agent's first name, filled from the account.
    Agent,
    /// A term such as *morgen voor 12.00*.
    Term,
    /// A date.
    Date,
    /// An address on the web.
    Link,
    /// Anything else the agent types.
    Text,
}
