//! Addresses on the web, where X's text library would see them.
//!
//! With a protocol the host may hold any letters; without one it is ASCII, ends in a known
//! top-level domain, and does not touch a letter, `@` or `/` before it.

use crate::tld::is_top_level;
use toonvast_model::span::Span;

/// Every link of a text, by X's rules: `weg.de` is one.
#[must_use]
pub fn links(text: &str) -> Vec<Span> {
    scan(text).map(|link| link.span).collect()
}

/// The links a reader means as links: of those without protocol or `www.` only the ones
/// with a path, or a lower-case host in a common domain, so that *weg.De fiets*, with its
/// space forgotten, stays two words.
pub(crate) fn links_in_running_text(text: &str) -> impl Iterator<Item = Span> {
    const COMMON: &[&str] = &[
        ".nl", ".be", ".com", ".eu", ".org", ".net", ".nu", ".io", ".example", ".test",
    ];
    scan(text).filter_map(move |link| {
        let shown = link.span.of(text);
        let meant = link.protocol
            || shown.starts_with("www.")
            || shown.contains('/')
            || (!shown.contains(char::is_uppercase)
                && COMMON.iter().any(|end| shown.ends_with(end)));
        meant.then_some(link.span)
    })
}

struct Link {
    span: Span,
    protocol: bool,
}

/// Longest host X accepts, and longest label in it, in ASCII characters.
const MAX_LABEL: usize = 63;
const MAX_LINK: usize = 4096;

fn scan(text: &str) -> impl Iterator<Item = Link> {
    let mut at = first_candidate(text);
    std::iter::from_fn(move || {
        while at < text.len() {
            let step = text[at..].chars().next().map_or(1, char::len_utf8);
            if let Some(link) = link_at(text, at) {
                at = link.span.end;
                return Some(link);
            }
            at = after_failure(text, at, step);
        }
        None
    })
}

/// Where the first link may begin: every link holds a dot with a letter or digit behind it,
/// and no white space before that dot.
fn first_candidate(text: &str) -> usize {
    let bytes = text.as_bytes();
    let dot = bytes
        .windows(2)
        .position(|pair| pair[0] == b'.' && (pair[1].is_ascii_alphanumeric() || pair[1] >= 0x80));
    let Some(dot) = dot else {
        return text.len();
    };
    text[..dot].rfind(char::is_whitespace).map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    })
}

/// Where to look next; a host that failed is not tried again letter by letter, so that
/// the scan stays linear.
fn after_failure(text: &str, at: usize, step: usize) -> usize {
    let run = text[at..]
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(text.len() - at);
    at + run.max(step)
}

fn link_at(text: &str, at: usize) -> Option<Link> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| {
        c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '$' | '#' | '＃' | '_')
    }) {
        return None;
    }
    let rest = &text[at..];
    let scheme = ["https://", "http://"].iter().find(|scheme| {
        rest.get(..scheme.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    });
    let protocol = scheme.is_some();
    if !protocol && before.is_some_and(|c| matches!(c, '-' | '.' | '/')) {
        return None;
    }
    let scheme = scheme.map_or(0, |scheme| scheme.len());
    let host = host_length(&rest[scheme..], protocol)?;
    let tail = tail_length(&rest[scheme + host..]);
    let length = scheme + host + tail;
    (length <= MAX_LINK).then(|| Link {
        span: Span::new(at, at + length),
        protocol,
    })
}

/// Length of the longest valid host at the start of `rest`.
fn host_length(rest: &str, protocol: bool) -> Option<usize> {
    let allowed = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '-' | '_' | '.')
            || (protocol && c.is_alphanumeric())
    };
    let run = rest
        .find(|c: char| !allowed(c))
        .unwrap_or(rest.len())
        .min(MAX_LINK);
    let run = (0..=run).rev().find(|&end| rest.is_char_boundary(end))?;
    let mut best = None;
    let mut label_start = 0;
    for (index, label) in rest[..run].split('.').enumerate() {
        let ascii = label
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(label.len());
        let end = label_start + ascii;
        let follow = rest[end..].chars().next();
        let open = follow
            .is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-' | '_')));
        if index > 0 && open && is_top_level(&label[..ascii]) {
            best = Some(end);
        } else if index > 0
            && protocol
            && ascii == 0
            && label.chars().count() >= 2
            && label.chars().all(char::is_alphabetic)
        {
            best = Some(label_start + label.len());
        }
        if !valid_label(label) {
            break;
        }
        label_start += label.len() + 1;
    }
    best
}

fn valid_label(label: &str) -> bool {
    let edge = |c: char| c == '-' || c == '_';
    !label.is_empty()
        && !label.starts_with(edge)
        && !label.ends_with(edge)
        && ascii_length(label) <= MAX_LABEL
}

/// The length of a label as it travels: non-ASCII labels in Punycode (RFC 3492).
fn ascii_length(label: &str) -> usize {
    let basic = label.chars().filter(char::is_ascii).count();
    let total = label.chars().count();
    if basic == total {
        return basic;
    }
    if total > MAX_LABEL {
        return total;
    }
    let mut written = "xn--".len() + basic + usize::from(basic > 0);
    let (mut point, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    while handled < total {
        let next = label
            .chars()
            .map(u32::from)
            .filter(|&c| c >= point)
            .min()
            .unwrap_or(point);
        let handled_now = u32::try_from(handled).unwrap_or(u32::MAX - 1);
        delta = delta.saturating_add((next - point).saturating_mul(handled_now + 1));
        point = next;
        for c in label.chars().map(u32::from) {
            if c < point {
                delta = delta.saturating_add(1);
            } else if c == point {
                written += digits(delta, bias);
                bias = adapt(
                    delta,
                    u32::try_from(handled + 1).unwrap_or(u32::MAX),
                    handled == basic,
                );
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.saturating_add(1);
        point = point.saturating_add(1);
    }
    written
}

/// How many base-36 digits Punycode writes for a delta.
fn digits(delta: u32, bias: u32) -> usize {
    let (mut rest, mut k, mut count) = (delta, 36_u32, 1);
    loop {
        let threshold = k.saturating_sub(bias).clamp(1, 26);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (36 - threshold);
        k = k.saturating_add(36);
        count += 1;
    }
}

/// Punycode's bias adaptation.
const fn adapt(delta: u32, handled: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / handled;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

/// Length of port, path and query after a host.
fn tail_length(rest: &str) -> usize {
    let port = rest
        .strip_prefix(':')
        .map(|digits| {
            digits
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(digits.len())
        })
        .filter(|&digits| digits > 0)
        .map_or(0, |digits| digits + 1);
    let path = path_length(&rest[port..]);
    port + path + query_length(&rest[port + path..])
}

fn path_length(rest: &str) -> usize {
    if !rest.starts_with('/') {
        return 0;
    }
    let general = |c: char| letter(c) || "!*';:=+,.$/%#[]-\u{2013}_~@|&".contains(c);
    let ending = |c: char| letter(c) || "+-=_#/".contains(c);
    let mut length = 1;
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '(' if depth < 2 => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    length = at + 1;
                }
            }
            c if general(c) => {
                if depth == 0 && ending(c) {
                    length = at + c.len_utf8();
                }
            }
            _ => break,
        }
    }
    length
}

fn query_length(rest: &str) -> usize {
    if !rest.starts_with('?') {
        return 0;
    }
    let general = |c: char| c.is_ascii_alphanumeric() || "!?*'@();:&=+$/%#[]-_.,~|".contains(c);
    let ending = |c: char| c.is_ascii_alphanumeric() || "-_&=#/".contains(c);
    let run = rest.find(|c: char| !general(c)).unwrap_or(rest.len());
    rest[..run].rfind(ending).map_or(0, |last| last + 1)
}

/// Letters a path may hold: ASCII, accented Latin, Cyrillic.
fn letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{400}'..='\u{4FF}')
}

#[cfg(test)]
mod tests {
    use super::{ascii_length, links};
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn finds_what_x_would_link() {
        for (text, expected) in [
            (
                "zie https://fluit.nl/a(b)c?d=1.",
                vec!["https://fluit.nl/a(b)c?d=1"],
            ),
            ("(fluit.nl)", vec!["fluit.nl"]),
            ("naam.achter@fluit.nl", vec![]),
            ("http://fluit.com-vergeet-spatie", vec![]),
            ("foo.co.jp en foo.govedu", vec!["foo.co.jp"]),
            ("http://foo.com:8080/x", vec!["http://foo.com:8080/x"]),
            ("geen punt", vec![]),
            ("versie 1.2.3 ...", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn labels_travel_in_punycode() {
        for (label, length) in [
            ("abc", 3),
            ("bücher", "xn--bcher-kva".len()),
            ("日本語", "xn--wgv71a119e".len()),
        ] {
            assert_eq!(ascii_length(label), length, "{label}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_scanned(text in "[a-z.:/@?()é日\\PC]{0,80}") {
            let mut end = 0;
            for span in links(&text) {
                prop_assert!(span.start >= end && !span.of(&text).is_empty());
                end = span.end;
            }
        }
    }
}
