//! Which of the brand's topics a post is about (M21).

use rustc_hash::FxHashMap;
use toonvast_brand::policy::Topic;
use toonvast_text::Line;
use toonvast_text::{fold, words};

/// Most topics a post is given.
const MOST: usize = 3;

/// The brand's topics, ready to be looked for.
pub(crate) struct Topics {
    names: Vec<String>,
    pointers: Vec<Pointer>,
    /// Pointers by their first token, and by how it begins those whose only token may have
    /// any ending. The order of a map never shows: it is only looked up.
    exact: FxHashMap<String, Vec<usize>>,
    open: FxHashMap<Beginning, Vec<usize>>,
}

/// The first bytes of a token, as many as the shortest open pointer has letters.
type Beginning = [u8; SHORTEST_STEM];

fn beginning(token: &str) -> Option<Beginning> {
    token.as_bytes().first_chunk().copied()
}

/// A word or phrase that points to a topic.
struct Pointer {
    /// The topic's place in the brand's list.
    topic: usize,
    tokens: Vec<String>,
    /// What it counts: the topic's own words and the brand's more than the general ones.
    weight: usize,
    /// The last word may have any ending.
    open: bool,
}

impl Topics {
    /// Reads a brand's topics.
    pub(crate) fn new(topics: &[Topic]) -> Self {
        let mut read = Self {
            names: topics.iter().map(|topic| topic.name.clone()).collect(),
            pointers: topics
                .iter()
                .enumerate()
                .flat_map(|(at, topic)| pointers(at, topic))
                .collect(),
            exact: FxHashMap::default(),
            open: FxHashMap::default(),
        };
        for (at, pointer) in read.pointers.iter().enumerate() {
            let Some(first) = pointer.tokens.first() else {
                continue;
            };
            let long = first.chars().count() >= SHORTEST_STEM;
            match beginning(first) {
                Some(key) if pointer.open && pointer.tokens.len() == 1 && long => {
                    read.open.entry(key).or_default().push(at);
                }
                _ => read.exact.entry(first.clone()).or_default().push(at),
            }
        }
        read
    }

    /// The topics of a post, strongest first, in the brand's order among equals.
    pub(crate) fn find(&self, line: &Line) -> Vec<String> {
        let mut there = vec![false; self.pointers.len()];
        for at in 0..line.tokens().len() {
            let token = line.token(at);
            for &pointer in self.exact.get(token).into_iter().flatten() {
                there[pointer] |= self.pointers[pointer].stands_at(line, at);
            }
            let open = beginning(token).and_then(|key| self.open.get(&key));
            for &pointer in open.into_iter().flatten() {
                there[pointer] |= self.pointers[pointer].stands_at(line, at);
            }
        }
        self.strongest(&there)
    }

    fn strongest(&self, there: &[bool]) -> Vec<String> {
        let mut scores = vec![0_usize; self.names.len()];
        for (pointer, _) in self.pointers.iter().zip(there).filter(|(_, there)| **there) {
            scores[pointer.topic] += pointer.weight;
        }
        let best = scores.iter().copied().max().unwrap_or(0);
        let mut near: Vec<usize> = (0..scores.len())
            .filter(|&at| scores[at] > 0 && scores[at] * 2 >= best)
            .collect();
        near.sort_by_key(|&at| std::cmp::Reverse(scores[at]));
        near.into_iter()
            .take(MOST)
            .map(|at| self.names[at].clone())
            .collect()
    }
}

/// Letters an open pointer has at least.
const SHORTEST_STEM: usize = 3;

impl Pointer {
    fn of(topic: usize, shown: &str, weight: usize) -> Option<Self> {
        let open = shown.ends_with('*');
        let shown = shown.trim_end_matches('*');
        let tokens: Vec<String> = words(shown)
            .iter()
            .map(|word| fold(word.of(shown)).as_str().to_owned())
            .collect();
        (!tokens.is_empty()).then_some(Self {
            topic,
            tokens,
            weight,
            open,
        })
    }

    fn stands_at(&self, line: &Line, at: usize) -> bool {
        self.tokens.iter().enumerate().all(|(offset, token)| {
            let there = line.token(at + offset);
            let last = offset + 1 == self.tokens.len();
            there == token || (self.open && last && there.starts_with(token.as_str()))
        })
    }
}

fn pointers(at: usize, topic: &Topic) -> Vec<Pointer> {
    let mut pointers: Vec<Pointer> = topic
        .words
        .iter()
        .filter_map(|word| Pointer::of(at, word, 3))
        .collect();
    pointers.extend(Pointer::of(at, &topic.name.replace('-', " "), 3));
    for part in topic
        .name
        .split(['-', ' ', '/', '&'])
        .filter(|part| part.len() > 1)
    {
        pointers.extend(Pointer::of(at, &stem(part), 3));
        pointers.extend(
            general(part)
                .into_iter()
                .filter_map(|word| Pointer::of(at, word, 2)),
        );
    }
    pointers
}

/// A topic's word without its ending, open: *levering* points to *leveren* too.
fn stem(part: &str) -> String {
    let shorter = ["ingen", "ing", "eren", "ies", "en", "es", "e", "s"]
        .iter()
        .find_map(|ending| part.strip_suffix(ending).filter(|stem| stem.len() >= 4));
    match shorter {
        Some(stem) => format!("{stem}*"),
        None if part.len() >= 5 => format!("{part}*"),
        None => part.to_owned(),
    }
}

/// Words that point to a topic in any trade, from `lexicon/topics.txt`.
fn general(part: &str) -> Vec<&'static str> {
    let part = fold(part);
    THESAURUS
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(names, _)| names.split(',').any(|name| name.trim() == part.as_str()))
        .flat_map(|(_, words)| words.split(',').map(str::trim))
        .filter(|word| !word.is_empty())
        .collect()
}

const THESAURUS: &str = include_str!("../lexicon/topics.txt");

#[cfg(test)]
mod tests {
    use super::Topics;
    use toonvast_brand::policy::Topic;
    use toonvast_text::Line;

    #[test]
    fn words_point_to_topics() {
        let topic = |name: &str, words: &[&str]| Topic {
            name: name.to_owned(),
            words: words.iter().map(|&word| word.to_owned()).collect(),
        };
        let topics = Topics::new(&[
            topic("levering", &[]),
            topic("accu", &["batterij*"]),
            topic("track-and-trace", &[]),
        ]);
        for (text, expected) in [
            ("wanneer wordt mijn fiets geleverd", vec!["levering"]),
            ("de batterijen zijn leeg", vec!["accu"]),
            ("mijn track and trace zegt niks", vec!["track-and-trace"]),
            ("mooi weer", vec![]),
        ] {
            assert_eq!(topics.find(&Line::of(text)), expected, "{text}");
        }
    }
}
