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

/// A piece of a canned reply's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Text(&'a str),
    /// The name of a field.
    Field(&'a str),
    /// A brace that belongs to no field; no valid brand has one.
    Brace,
}

/// Takes an answer apart at its fields; put together again in order it is the answer.
#[must_use]
pub fn pieces(answer: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = answer;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, tail) = rest.split_at(at);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        let field = tail
            .strip_prefix('{')
            .and_then(|inside| inside.split_once('}'));
        match field.filter(|(name, _)| is_field_name(name)) {
            Some((name, after)) => {
                pieces.push(Piece::Field(name));
                rest = after;
            }
            None => {
                pieces.push(Piece::Brace);
                rest = &tail[1..];
            }
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn is_field_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    (1..=64).contains(&name.len()) && name.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};
    use proptest::prelude::*;

    #[test]
    fn fields_stand_between_braces() {
        let table: [(&str, &[Piece<'_>]); 5] = [
            (
                "Hoi {customer}!",
                &[
                    Piece::Text("Hoi "),
                    Piece::Field("customer"),
                    Piece::Text("!"),
                ],
            ),
            ("{a}{b-2}", &[Piece::Field("a"), Piece::Field("b-2")]),
            ("{", &[Piece::Brace]),
            ("{A}", &[Piece::Brace, Piece::Text("A"), Piece::Brace]),
            ("", &[]),
        ];
        for (answer, expected) in table {
            assert_eq!(pieces(answer), expected, "{answer}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_lost(answer in "[a-z{}é ]{0,40}") {
            let lengths = pieces(&answer).into_iter().map(|piece| match piece {
                Piece::Text(text) => text.len(),
                Piece::Field(name) => name.len() + 2,
                Piece::Brace => 1,
            });
            prop_assert_eq!(lengths.sum::<usize>(), answer.len());
        }
    }
}
