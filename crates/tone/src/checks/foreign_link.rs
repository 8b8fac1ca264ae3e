//! `foreign-link`: a link to a place that is not the brand's (M78).

use super::{Hit, Scene};
use crate::note::Note;
use core::net::Ipv4Addr;
use toonvast_brand::rule::ForeignLink as Data;
use toonvast_model::draft::Severity;
use toonvast_model::span::Span;
use toonvast_text::WordKind;

/// Names of networks that end at the company's door.
const INSIDE: &[&str] = &["local", "localhost", "internal", "intranet", "lan", "corp"];

#[derive(Debug)]
pub(crate) struct ForeignLink(Data);

impl ForeignLink {
    pub fn new(data: &Data) -> Self {
        Self(data.clone())
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let text = scene.reading.text;
        let links = links(scene);
        links
            .into_iter()
            .filter_map(|span| self.objection(scene, span, &host(span.of(text))))
            .collect()
    }

    fn objection(&self, scene: &Scene, span: Span, host: &str) -> Option<Hit> {
        let hosts = &scene.voice.hosts;
        let own = if hosts.is_empty() {
            scene
                .voice
                .own_hosts
                .iter()
                .any(|name| host.replace('-', "").contains(name.as_str()))
        } else {
            hosts.iter().any(|known| is_below(host, known))
        };
        let hit = || Hit::at(span).saying(Note::Word(host.to_owned()));
        if is_inside(host) || self.is_for_tests(host, own) {
            return Some(hit().graded(Severity::Block));
        }
        let hides = !own && self.0.shorteners.iter().any(|short| is_below(host, short));
        let foreign = !own && !hosts.is_empty();
        let theirs = scene.answered.text.to_lowercase().contains(host);
        (hides || (foreign && !theirs)).then(|| hit().graded(Severity::Warn))
    }

    /// `staging.fietsfluit.nl`, and of the brand's own hosts `www-acc.fietsfluit.nl`.
    fn is_for_tests(&self, host: &str, own: bool) -> bool {
        let labels: Vec<&str> = host.split('.').collect();
        let below = &labels[..labels.len().saturating_sub(2)];
        let test = |word: &str| self.0.test.iter().any(|test| test == word);
        below
            .iter()
            .any(|label| test(label) || (own && label.split('-').any(test)))
    }
}

/// Links as readers see them, and addresses of machines that no public link has.
fn links(scene: &Scene) -> Vec<Span> {
    let text = scene.reading.text;
    let tokens = scene.reading.tokens.iter();
    let mut found: Vec<Span> = tokens
        .filter(|token| token.kind == WordKind::Link)
        .map(|token| token.span)
        .collect();
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = at + part.len() - word.len();
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let span = Span::new(start, start + word.len());
        let machine = word.contains("://") || is_machine(word);
        if machine && !word.is_empty() && !found.iter().any(|known| known.overlaps(&span)) {
            found.push(span);
        }
        at += part.len();
    }
    found.sort();
    found
}

/// `localhost:3000`, `192.168.1.10/beheer`
fn is_machine(word: &str) -> bool {
    let host = host(word);
    host == "localhost" && word.len() > host.len() || host.parse::<Ipv4Addr>().is_ok_and(is_private)
}

fn is_inside(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or(host);
    INSIDE.contains(&last) || host.parse::<Ipv4Addr>().is_ok_and(is_private)
}

const fn is_private(address: Ipv4Addr) -> bool {
    address.is_private() || address.is_loopback() || address.is_link_local()
}

/// The host of a link, lower case: what stands before it to deceive, as `own.nl@other.ru`, is
/// no host.
fn host(link: &str) -> String {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority.rsplit('@').next().unwrap_or("");
    let host = host.split(':').next().unwrap_or("").to_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

/// Whether a host is this one or one below it.
fn is_below(host: &str, known: &str) -> bool {
    let known = known.to_lowercase();
    host == known
        || host
            .strip_suffix(known.as_str())
            .is_some_and(|rest| rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{host, is_below, is_inside, is_machine};

    #[test]
    fn a_host_is_what_the_browser_would_visit() {
        for (link, expected) in [
            ("https://www.Fietsfluit.nl/retour?x=1", "fietsfluit.nl"),
            ("fietsfluit.nl/a", "fietsfluit.nl"),
            ("https://fietsfluit.nl@evil.ru/", "evil.ru"),
            ("http://localhost:3000", "localhost"),
            ("fietsfluit.nl#@x", "fietsfluit.nl"),
            ("", ""),
        ] {
            assert_eq!(host(link), expected, "{link}");
        }
        assert!(is_below("hulp.fietsfluit.nl", "Fietsfluit.nl"));
        assert!(!is_below("nepfietsfluit.nl", "fietsfluit.nl"));
    }

    #[test]
    fn machines_inside_are_told_from_numbers() {
        for (word, machine) in [
            ("localhost:3000/x", true),
            ("192.168.1.10", true),
            ("127.0.0.1:80", true),
            ("localhost", false),
            ("8.8.8.8", false),
            ("1.250.000", false),
            ("10.30", false),
        ] {
            assert_eq!(is_machine(word), machine, "{word}");
        }
        assert!(is_inside("wiki.corp") && !is_inside("fietsfluit.nl"));
    }
}
