//! E-mail addresses of people.

use toonvast_model::span::Span;
use toonvast_text::{WordKind, words};

/// Names before the `@` that belong to a desk, not a person.
const DESKS: &[&str] = &[
    "info",
    "service",
    "klantenservice",
    "contact",
    "webcare",
    "support",
    "help",
    "mail",
    "post",
    "administratie",
    "klacht",
    "retour",
    "sales",
    "hello",
    "hallo",
    "customer",
    "care",
    "privacy",
    "facturen",
    "facturatie",
    "betalingen",
    "receptie",
    "balie",
    "redactie",
    "pers",
    "press",
    "vacatures",
    "jobs",
    "noreply",
    "no-reply",
    "team",
    "office",
    "order",
    "storing",
    "griffie",
];

/// The passages that hold somebody's address; desks and the brand's own hosts are none.
pub(crate) fn email(text: &str, own_hosts: &[String]) -> Vec<Span> {
    let emails = words(text)
        .into_iter()
        .filter(|word| word.kind == WordKind::Email);
    emails
        .map(|word| word.span)
        .filter(|span| is_personal(span.of(text), own_hosts))
        .collect()
}

fn is_personal(address: &str, own_hosts: &[String]) -> bool {
    let address = address.to_lowercase();
    let Some((name, host)) = address.rsplit_once('@') else {
        return false;
    };
    let host = host.replace('-', "");
    !DESKS.iter().any(|desk| name.starts_with(desk))
        && !own_hosts.iter().any(|own| host.contains(own.as_str()))
}

#[cfg(test)]
mod tests {
    use super::email;

    #[test]
    fn a_desk_is_nobody() {
        let own = ["fietsfluit".to_owned()];
        assert_eq!(email("mail naar j.devries@postbus.example", &own).len(), 1);
        assert_eq!(email("mail naar klantenservice@fluit.example", &own), []);
        assert_eq!(email("mail naar noor@fietsfluit.example", &own), []);
    }
}
