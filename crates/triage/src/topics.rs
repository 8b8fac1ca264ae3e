//! Which of the brand's topics a post is about (M21).

use crate::line::Line;
use toonvast_brand::policy::Topic;
use toonvast_text::{fold, words};

/// Most topics a post is given.
const MOST: usize = 3;

/// The brand's topics, ready to be looked for.
pub(crate) struct Topics {
    topics: Vec<(String, Vec<Pointer>)>,
}

/// A word or phrase that points to a topic.
struct Pointer {
    tokens: Vec<String>,
    /// What it counts: the topic's own words and the brand's more than the general ones.
    weight: usize,
    /// The last word may have any ending.
    open: bool,
}

impl Topics {
    /// Reads a brand's topics.
    pub(crate) fn new(topics: &[Topic]) -> Self {
        Self {
            topics: topics
                .iter()
                .map(|topic| (topic.name.clone(), pointers(topic)))
                .collect(),
        }
    }

    /// The topics of a post, strongest first, in the brand's order among equals.
    pub(crate) fn find(&self, line: &Line) -> Vec<String> {
        let mut scored: Vec<(usize, usize, &String)> = Vec::new();
        for (order, (name, pointers)) in self.topics.iter().enumerate() {
            let score: usize = pointers
                .iter()
                .filter(|pointer| pointer.stands_in(line))
                .map(|pointer| pointer.weight)
                .sum();
            if score > 0 {
                scored.push((score, order, name));
            }
        }
        scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = scored.first().map_or(0, |first| first.0);
        let near = scored.into_iter().filter(|(score, ..)| score * 2 >= best);
        near.take(MOST).map(|(_, _, name)| name.clone()).collect()
    }
}

impl Pointer {
    fn of(shown: &str, weight: usize) -> Option<Self> {
        let open = shown.ends_with('*');
        let shown = shown.trim_end_matches('*');
        let tokens: Vec<String> = words(shown)
            .iter()
            .map(|word| fold(word.of(shown)).as_str().to_owned())
            .collect();
        (!tokens.is_empty()).then_some(Self {
            tokens,
            weight,
            open,
        })
    }

    fn stands_in(&self, line: &Line) -> bool {
        (0..line.tokens().len()).any(|at| {
            self.tokens.iter().enumerate().all(|(offset, token)| {
                let there = line.token(at + offset);
                there == token
                    || (self.open
                        && offset + 1 == self.tokens.len()
                        && there.starts_with(token.as_str()))
            })
        })
    }
}

fn pointers(topic: &Topic) -> Vec<Pointer> {
    let mut pointers: Vec<Pointer> = topic
        .words
        .iter()
        .filter_map(|word| Pointer::of(word, 3))
        .collect();
    let parts: Vec<&str> = topic
        .name
        .split(['-', ' ', '/', '&'])
        .filter(|part| part.len() > 1)
        .collect();
    pointers.extend(Pointer::of(&topic.name.replace('-', " "), 3));
    for part in parts {
        pointers.extend(Pointer::of(&stem(part), 3));
        pointers.extend(
            general(part)
                .into_iter()
                .filter_map(|word| Pointer::of(word, 2)),
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
    use crate::line::Line;
    use toonvast_brand::policy::Topic;

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
