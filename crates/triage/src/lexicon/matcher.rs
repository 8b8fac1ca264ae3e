//! Finds a lexicon's entries in a line of tokens, in one pass.

use super::Category;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use toonvast_text::Line;
use toonvast_text::{fold, words};

/// An entry found: tokens `start..end` of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// First token.
    pub(crate) start: usize,
    /// One past the last token.
    pub(crate) end: usize,
    /// What the entry means.
    pub(crate) category: Category,
}

/// Entries of every category in one language, compiled.
pub(crate) struct Lexicon {
    /// None only if the automaton could not be built, which the tests rule out.
    automaton: Option<AhoCorasick>,
    /// By pattern: its role in its entry.
    parts: Vec<Part>,
}

/// A pattern's role in its entry.
#[derive(Debug, Clone, Copy)]
struct Part {
    category: Category,
    /// The entry it belongs to.
    entry: usize,
    /// Its place among the entry's parts, and how many there are.
    place: usize,
    of: usize,
}

/// How many tokens `..` in an entry may stand for.
const GAP: usize = 4;

/// Unfinished entries looked back at; more stand open only in text made to be slow.
const OPEN: usize = 64;

/// An entry of several parts, found so far up to `next`.
struct Open {
    entry: usize,
    next: usize,
    hit: Hit,
}

impl Lexicon {
    /// Compiles lists of entries.
    pub(crate) fn new(lists: &[(Category, &str)]) -> Self {
        let mut patterns = Vec::new();
        let mut parts = Vec::new();
        let entries = lists
            .iter()
            .flat_map(|&(category, list)| list.lines().map(move |line| (category, line.trim())))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        for (entry, (category, line)) in entries.enumerate() {
            let pieces: Vec<&str> = line.split("..").collect();
            for (place, piece) in pieces.iter().enumerate() {
                patterns.push(pattern(piece));
                parts.push(Part {
                    category,
                    entry,
                    place,
                    of: pieces.len(),
                });
            }
        }
        let automaton = AhoCorasickBuilder::new()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .ok();
        Self { automaton, parts }
    }

    /// Adds what it finds in a line to `hits`.
    pub(crate) fn find(&self, line: &Line, hits: &mut Vec<Hit>) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        let text = line.text();
        let mut open: Vec<Open> = Vec::new();
        for found in automaton.find_overlapping_iter(text) {
            let part = self.parts[found.pattern().as_usize()];
            let spaced = usize::from(text.as_bytes()[found.start()] == b' ');
            let start = line.token_at(found.start() + spaced);
            let end = line.token_at(found.end().saturating_sub(2)) + 1;
            let hit = Hit {
                start,
                end,
                category: part.category,
            };
            if part.of == 1 {
                hits.push(hit);
            } else {
                hits.extend(continued(&mut open, part, hit, line));
            }
        }
    }
}

/// Joins a later part to an earlier one of the same entry, when the gap is small enough;
/// the whole entry when this was its last part.
fn continued(open: &mut Vec<Open>, part: Part, hit: Hit, line: &Line) -> Option<Hit> {
    if part.place == 0 {
        open.push(Open {
            entry: part.entry,
            next: 1,
            hit,
        });
        return None;
    }
    let first = open.iter().rev().take(OPEN).find(|first| {
        first.entry == part.entry
            && first.next == part.place
            && first.hit.end <= hit.start
            && hit.start - first.hit.end <= GAP
            && line.same_sentence(first.hit.start, hit.start)
    })?;
    let joined = Hit {
        end: hit.end,
        ..first.hit
    };
    if part.place + 1 == part.of {
        return Some(joined);
    }
    open.push(Open {
        entry: part.entry,
        next: part.place + 1,
        hit: joined,
    });
    None
}

/// The pattern of one piece, as the line writes its tokens: each between spaces.
fn pattern(piece: &str) -> String {
    let mut pattern = String::from(" ");
    for word in piece.split_whitespace() {
        if let "|" | "?" | "!" | "0" | "0e" | "@" = word {
            pattern.push_str(word);
            pattern.push(' ');
            continue;
        }
        let inner = word.trim_matches('*');
        if word.starts_with('*') {
            pattern.pop();
        }
        // The same tokens as a post would have, so that *e-bike* and *'t* agree.
        for token in words(inner) {
            pattern.push_str(fold(token.of(inner)).as_str());
            pattern.push(' ');
        }
        if word.ends_with('*') {
            pattern.pop();
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::{Category, Lexicon};
    use toonvast_text::Line;

    fn fires(entry: &str, text: &str) -> bool {
        let lexicon = Lexicon::new(&[(Category::Idea, entry)]);
        let mut hits = Vec::new();
        lexicon.find(&Line::of(text), &mut hits);
        !hits.is_empty()
    }

    #[test]
    fn entries_match_as_written() {
        for (entry, text, expected) in [
            ("werkt niet", "De app werkt NIET meer", true),
            ("werkt niet", "De app werkt. Niet te geloven", false),
            ("werkt .. niet", "werkt bij mij sinds gisteren niet", true),
            (
                "werkt .. niet",
                "werkt bij mij sinds gisteren weer eens niet",
                false,
            ),
            ("klacht*", "mijn klachten", true),
            ("*medewerker", "de baliemedewerker", true),
            ("*medewerker", "medewerkers", false),
            ("| kan ik", "Hoi, kan ik ruilen", true),
            ("| kan ik", "Hoi kan ik ruilen", true),
            ("| kan ik", "Daarom kan ik niet", false),
            ("voor de 0e keer", "voor de derde keer", true),
            ("voor de 0e keer", "voor de 4e keer", true),
            ("al 0 weken", "wacht al drie weken", true),
            ("e-bike", "mijn E-bike", true),
        ] {
            assert_eq!(fires(entry, text), expected, "{entry} in {text}");
        }
    }
}
