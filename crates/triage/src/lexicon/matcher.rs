//! Finds a lexicon's entries in a line of tokens, in one pass over the tokens.

use super::Category;
use rustc_hash::FxHashMap;
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

/// Entries of every category in one language, by how they begin. The order of a map never
/// shows: it is only looked up.
#[derive(Default)]
pub(crate) struct Lexicon {
    parts: Vec<Part>,
    /// Parts of one token, and those of more whose second may have any ending, by the first.
    by_token: FxHashMap<String, Vec<usize>>,
    /// Parts of several tokens by the first two.
    by_pair: FxHashMap<String, Vec<usize>>,
    /// Parts of one token with any ending, by the first bytes.
    by_beginning: FxHashMap<Beginning, Vec<usize>>,
    /// Parts of one token with any beginning.
    endings: Vec<usize>,
}

/// As many bytes as the shortest token has that may have any ending.
type Beginning = [u8; 3];

fn beginning(token: &str) -> Option<Beginning> {
    token.as_bytes().first_chunk().copied()
}

/// An entry, or of one with `..` what stands before, between or after.
#[derive(Debug)]
struct Part {
    category: Category,
    /// The entry it belongs to.
    entry: usize,
    /// Its place among the entry's parts, and how many there are.
    place: usize,
    of: usize,
    /// As the line writes it from its first token on: a space behind each token, but none
    /// behind one that may have any ending.
    text: String,
    tokens: usize,
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
        let mut lexicon = Self::default();
        let entries = lists
            .iter()
            .flat_map(|&(category, list)| list.lines().map(move |line| (category, line.trim())))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        for (entry, (category, line)) in entries.enumerate() {
            let pieces: Vec<&str> = line.split("..").collect();
            for (place, piece) in pieces.iter().enumerate() {
                let (text, tokens) = as_written(piece);
                let part = Part {
                    category,
                    entry,
                    place,
                    of: pieces.len(),
                    text,
                    tokens,
                };
                lexicon.add(part, piece.trim_start().starts_with('*'));
            }
        }
        lexicon
    }

    fn add(&mut self, part: Part, any_beginning: bool) {
        let at = self.parts.len();
        let whole = part.text.ends_with(' ');
        let mut tokens = part.text.split_terminator(' ');
        let first = tokens.next().unwrap_or_default();
        let pair = tokens.next().map(|second| first.len() + 1 + second.len());
        let open = beginning(first).filter(|_| part.tokens == 1 && !whole);
        if part.tokens == 0 {
            // An entry of signs only stands nowhere.
        } else if any_beginning {
            self.endings.push(at);
        } else if let Some(open) = open {
            self.by_beginning.entry(open).or_default().push(at);
        } else if let Some(end) = pair.filter(|_| part.tokens > 2 || whole) {
            let key = part.text[..end].to_owned();
            self.by_pair.entry(key).or_default().push(at);
        } else {
            self.by_token.entry(first.to_owned()).or_default().push(at);
        }
        self.parts.push(part);
    }

    /// Adds what it finds in a line to `hits`.
    pub(crate) fn find(&self, line: &Line, hits: &mut Vec<Hit>) {
        let mut open: Vec<Open> = Vec::new();
        let mut found = |start: usize, part: &Part| {
            let hit = Hit {
                start,
                end: start + part.tokens,
                category: part.category,
            };
            if part.of == 1 {
                hits.push(hit);
            } else {
                hits.extend(continued(&mut open, part, hit, line));
            }
        };
        let text = line.text();
        let tokens = line.tokens();
        for (start, token) in tokens.iter().enumerate() {
            let rest = &text[token.at..];
            let word = &rest[..token.len];
            let pair = tokens.get(start + 1);
            let pair = pair.map(|next| &rest[..next.at + next.len - token.at]);
            let listed = [
                self.by_token.get(word),
                pair.and_then(|pair| self.by_pair.get(pair)),
                beginning(word).and_then(|key| self.by_beginning.get(&key)),
            ];
            for part in listed.into_iter().flatten().flatten() {
                let part = &self.parts[*part];
                if rest.starts_with(&part.text) {
                    found(start, part);
                }
            }
            for part in self.endings.iter().map(|part| &self.parts[*part]) {
                if word.ends_with(part.text.trim_end()) {
                    found(start, part);
                }
            }
        }
    }
}

/// Joins a later part to an earlier one of the same entry, when the gap is small enough;
/// the whole entry when this was its last part.
fn continued(open: &mut Vec<Open>, part: &Part, hit: Hit, line: &Line) -> Option<Hit> {
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

/// A piece of an entry as the line writes its tokens, and how many these are.
fn as_written(piece: &str) -> (String, usize) {
    let mut text = String::new();
    let mut tokens = 0;
    for word in piece.split_whitespace() {
        if let "|" | "?" | "!" | "0" | "0e" | "@" = word {
            text.push_str(word);
            text.push(' ');
            tokens += 1;
            continue;
        }
        let inner = word.trim_matches('*');
        // The same tokens as a post would have, so that *e-bike* and *'t* agree.
        for token in words(inner) {
            text.push_str(fold(token.of(inner)).as_str());
            text.push(' ');
            tokens += 1;
        }
        if word.ends_with('*') {
            text.pop();
        }
    }
    (text, tokens)
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
    fn words_with_any_ending_are_long_enough_to_be_looked_up() {
        let lists = super::super::DUTCH.iter().chain(super::super::ENGLISH);
        let words = lists.flat_map(|(_, list)| list.lines().flat_map(str::split_whitespace));
        for word in words.filter(|word| word.len() > 1 && word.ends_with('*')) {
            assert!(word.len() > 3, "{word}");
        }
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
