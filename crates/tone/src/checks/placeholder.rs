//! `placeholder`: `{naam}`, `[name]`, `<x>`, `XXX` that nobody filled in.

use super::{Hit, Scene};
use toonvast_model::span::Span;

/// Most bytes between the brackets.
const LONGEST: usize = 40;

pub(crate) fn find(scene: &Scene) -> Vec<Hit> {
    let text = scene.reading.text;
    let mut spans = Vec::new();
    for (start, c) in text.char_indices() {
        let close = match c {
            '{' => '}',
            '[' => ']',
            '<' => '>',
            _ => continue,
        };
        let behind = &text[start + 1..];
        let Some(length) = behind.find(close).filter(|&length| length <= LONGEST) else {
            continue;
        };
        if is_field(&behind[..length], c) {
            spans.push(Span::new(start, start + 1 + length + 1));
        }
    }
    spans.extend(fillers(scene));
    let mut whole: Vec<Span> = Vec::new();
    for span in spans {
        if !whole.iter().any(|other| other.overlaps(&span)) {
            whole.push(span);
        }
    }
    whole.into_iter().map(Hit::at).collect()
}

/// Whether this between brackets names a field rather than says something.
fn is_field(inside: &str, open: char) -> bool {
    let inside = inside.trim_matches(|c| matches!(c, '{' | '['));
    let words = inside.split_whitespace().count();
    let plain = |c: char| c.is_alphanumeric() || " _-./'’".contains(c);
    let letters = inside.chars().any(char::is_alphabetic) || inside == "…" || inside == "...";
    let few = if open == '<' { 2 } else { 4 };
    (1..=few).contains(&words) && letters && (inside.chars().all(plain) || inside == "…")
}

/// `XXX`, `xx-xx`, `_____`, `lorem ipsum`.
fn fillers(scene: &Scene) -> Vec<Span> {
    let reading = scene.reading;
    let crosses = |word: &str| {
        word.len() >= 2 && word.chars().all(|c| matches!(c, 'X' | '-')) && word.starts_with("XX")
            || word.len() >= 3 && word.chars().all(|c| c == 'x')
    };
    let mut spans: Vec<Span> = reading
        .tokens
        .iter()
        .filter(|token| crosses(token.span.of(reading.text)) || token.folded == "lorem")
        .map(|token| token.span)
        .collect();
    if let Some(start) = reading.text.find("___") {
        let length = reading.text[start..]
            .bytes()
            .take_while(|&byte| byte == b'_')
            .count();
        spans.push(Span::new(start, start + length));
    }
    spans
}
