//! The fields of a canned reply, filled as far as known.

use toonvast_brand::library::{CannedReply, FieldKind, Piece, pieces};

/// What is known to fill fields with.
pub(crate) struct Known<'a> {
    /// First name of the agent, who also signs.
    pub(crate) agent: Option<&'a str>,
    /// The customer's name or handle, as it is to stand in the reply.
    pub(crate) customer: Option<&'a str>,
}

/// The reply's text, signed ` ^Agent` when the agent is known; an open field reads `[label]`.
pub(crate) fn fill(reply: &CannedReply, known: &Known<'_>) -> String {
    let mut text = String::with_capacity(reply.answer.len() + 16);
    for piece in pieces(&reply.answer) {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Field(name) => field(reply, name, known, &mut text),
            Piece::Brace => {}
        }
    }
    if let Some(agent) = named(known.agent) {
        text.truncate(text.trim_end().len());
        text.push_str(" ^");
        text.push_str(agent);
    }
    text
}

fn field(reply: &CannedReply, name: &str, known: &Known<'_>, text: &mut String) {
    let declared = reply.fields.iter().find(|field| field.name == name);
    let value = match declared.map(|field| field.kind) {
        Some(FieldKind::Customer) => named(known.customer),
        Some(FieldKind::Agent) => named(known.agent),
        _ => None,
    };
    if let Some(value) = value {
        text.push_str(value);
        return;
    }
    let label = declared
        .map(|field| field.label.trim())
        .filter(|label| !label.is_empty());
    text.push('[');
    text.push_str(label.unwrap_or(name));
    text.push(']');
}

fn named(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Known, fill};
    use toonvast_brand::library::{CannedReply, Field, FieldKind};
    use toonvast_model::id::ReplyId;
    use toonvast_model::language::Language;

    fn field(name: &str, kind: FieldKind, label: &str) -> Field {
        Field {
            name: name.to_owned(),
            kind,
            label: label.to_owned(),
        }
    }

    #[test]
    fn what_is_known_is_filled_and_the_rest_asks() {
        let reply = CannedReply {
            id: ReplyId("band".to_owned()),
            lang: Language::Nl,
            questions: Vec::new(),
            answer: "Hoi {customer}, {agent} komt {term} langs: {link}. ".to_owned(),
            fields: vec![
                field("customer", FieldKind::Customer, "naam"),
                field("agent", FieldKind::Agent, ""),
                field("term", FieldKind::Term, "wanneer"),
                field("link", FieldKind::Link, " "),
            ],
        };
        let table = [
            (
                None,
                None,
                "Hoi [naam], [agent] komt [wanneer] langs: [link]. ",
            ),
            (
                Some("Noor"),
                Some("@kees"),
                "Hoi @kees, Noor komt [wanneer] langs: [link]. ^Noor",
            ),
            (
                Some(" "),
                Some(""),
                "Hoi [naam], [agent] komt [wanneer] langs: [link]. ",
            ),
        ];
        for (agent, customer, expected) in table {
            assert_eq!(fill(&reply, &Known { agent, customer }), expected);
        }
    }
}
