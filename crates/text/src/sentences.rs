//! Sentences.

use toonvast_model::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a text, without the white space around them.
///
/// Unicode's boundaries, and a sentence also ends with its line; it does not end after an
/// abbreviation such as *dhr.* or *bijv.*
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    for (at, piece) in text.split_sentence_bound_indices() {
        let start = open.map_or(at, |span| span.start);
        let span = Span::new(start, at + piece.len());
        if ends_in_abbreviation(piece) {
            open = Some(span);
        } else {
            open = None;
            spans.extend(trimmed(text, span));
        }
    }
    spans.extend(open.and_then(|span| trimmed(text, span)));
    spans
}

fn trimmed(text: &str, span: Span) -> Option<Span> {
    let whole = span.of(text);
    let left = whole.trim_start();
    let start = span.end - left.len();
    let end = start + left.trim_end().len();
    (start < end).then(|| Span::new(start, end))
}

/// Abbreviations that stand before a capital or a number without ending the sentence.
const ABBREVIATIONS: &[&str] = &[
    "dhr.", "mw.", "mevr.", "mej.", "dr.", "drs.", "ir.", "ing.", "mr.", "mrs.", "ms.", "prof.",
    "bijv.", "bv.", "nr.", "no.", "tel.", "incl.", "excl.", "min.", "max.", "ca.", "o.a.",
    "d.w.z.", "m.b.t.", "t.a.v.", "t.n.v.", "i.p.v.", "e.g.", "i.e.", "st.", "vs.", "gem.",
];

fn ends_in_abbreviation(piece: &str) -> bool {
    if piece.ends_with('\n') {
        return false;
    }
    let last = piece
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or("");
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    ABBREVIATIONS
        .iter()
        .any(|short| last.eq_ignore_ascii_case(short))
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn splits_where_a_reader_would() {
        assert_eq!(
            split("Hoi! Waar blijft mijn fiets?  Groet"),
            ["Hoi!", "Waar blijft mijn fiets?", "Groet"]
        );
        assert_eq!(split("Dank dhr. Jansen. Top"), ["Dank dhr. Jansen.", "Top"]);
        assert_eq!(split("regel een\nregel twee"), ["regel een", "regel twee"]);
        assert_eq!(split("Kost € 9.95 p.m. toch"), ["Kost € 9.95 p.m. toch"]);
        assert_eq!(split(" \n "), Vec::<&str>::new());
        assert_eq!(split("vraag het dhr."), ["vraag het dhr."]);
    }

    proptest! {
        #[test]
        fn sentences_hold_every_visible_character(text in "\\PC{0,80}") {
            let kept: String = split(&text).concat();
            let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(visible(&kept), visible(&text));
        }
    }
}
