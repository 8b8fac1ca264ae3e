//! Public replies the team gave lately, kept small: a draft is compared with them at every
//! keystroke, and of their words only what a finding quotes is kept.

pub(crate) mod question;
pub(crate) mod sketch;
pub(crate) mod substance;

use crate::checks::Inconsistent;
use crate::phrases::Phrases;
use crate::reading::Reading;
use question::Question;
use sketch::Sketch;
use substance::Sort;
use toonvast_model::draft::RecentReply;
use toonvast_model::id::PostId;
use toonvast_model::language::Language;
use toonvast_model::timestamp::Timestamp;

/// Replies compared with; the newest stay.
pub const MOST_REPLIES: usize = 500;

/// Bytes of a reply or post that are read.
const MOST_BYTES: usize = 4_000;

/// Characters of a reply by which an agent knows it again.
const BEGINNING: usize = 60;

/// Recent replies, ready to be compared with; made by [`crate::Checker::recent`].
#[derive(Debug, Clone, Default)]
pub struct RecentReplies {
    /// Newest first.
    pub(crate) replies: Vec<Kept>,
    /// Every hash of every sketch with the number of its reply, in order.
    index: Vec<(u32, u16)>,
}

/// What is kept of a reply.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// Which it is.
    pub said: Said,
    /// The post it answered.
    pub answers: Option<PostId>,
    /// Its language.
    pub language: Language,
    /// Its runs of words.
    pub sketch: Sketch,
    /// What was asked.
    pub question: Question,
    /// Its telling words.
    pub words: Vec<u32>,
    /// Its values with their words.
    pub values: Vec<(Sort, u64, String)>,
}

impl Kept {
    /// Given by somebody of this name, which may have become known meanwhile.
    fn by(mut self, who: &str) -> Self {
        who.trim().clone_into(&mut self.said.who);
        self
    }
}

/// A reply as a finding names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// Its id.
    pub id: String,
    /// Who gave it; may be empty.
    pub who: String,
    /// When.
    pub at: Option<Timestamp>,
    /// How it begins.
    pub beginning: String,
}

impl RecentReplies {
    /// Reads replies, in any order, but those it knows from `before`; `names` are the brand's
    /// own, `knows` what tells what an answer in a language says.
    pub(crate) fn new<'c>(
        before: &Self,
        replies: impl IntoIterator<Item = RecentReply>,
        names: &Phrases,
        knows: impl Fn(Language) -> Option<&'c Inconsistent>,
    ) -> Self {
        let mut replies: Vec<RecentReply> = replies.into_iter().collect();
        replies.sort_by(|a, b| (b.at, &a.id).cmp(&(a.at, &b.id)));
        replies.truncate(MOST_REPLIES);
        let replies: Vec<Kept> = replies
            .iter()
            .map(|reply| match before.of(&reply.id) {
                Some(known) => known.clone().by(&reply.who),
                None => kept(reply, names, &knows),
            })
            .collect();
        let mut index: Vec<(u32, u16)> = (0..)
            .zip(&replies)
            .flat_map(|(number, kept)| kept.sketch.hashes.iter().map(move |&hash| (hash, number)))
            .collect();
        index.sort_unstable();
        Self { replies, index }
    }

    fn of(&self, id: &str) -> Option<&Kept> {
        self.replies.iter().find(|kept| kept.said.id == id)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.replies.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.replies.len()
    }

    /// The reply most like a sketch, and how much they share, per mille; the newest of equals.
    pub(crate) fn nearest(
        &self,
        sketch: &Sketch,
        may: impl Fn(&Kept) -> bool,
    ) -> Option<(&Kept, u32)> {
        let mut met = vec![0_usize; self.replies.len()];
        for &hash in &sketch.hashes {
            let from = self.index.partition_point(|(other, _)| *other < hash);
            let same = self.index[from..]
                .iter()
                .take_while(|(other, _)| *other == hash);
            for (_, number) in same {
                met[usize::from(*number)] += 1;
            }
        }
        // Most replies share a run or two with any other; a third of the runs is worth a look.
        let near = self.replies.iter().zip(met);
        near.filter(|(_, runs)| *runs > 0 && 3 * runs >= sketch.hashes.len())
            .map(|(kept, _)| kept)
            .filter(|kept| may(kept))
            .map(|kept| (kept, kept.sketch.shared(sketch)))
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
    }
}

fn kept<'c>(
    reply: &RecentReply,
    names: &Phrases,
    knows: &impl Fn(Language) -> Option<&'c Inconsistent>,
) -> Kept {
    let reading = Reading::new(crate::checker::within(&reply.text, MOST_BYTES));
    let post = Reading::new(crate::checker::within(&reply.post, MOST_BYTES));
    let knows = knows(reading.language);
    let answer = knows
        .map(|knows| knows.answer(&reading))
        .unwrap_or_default();
    Kept {
        said: Said {
            id: reply.id.clone(),
            who: reply.who.trim().to_owned(),
            at: reply.at,
            beginning: beginning(reading.body().of(reading.text)),
        },
        answers: reply.answers.clone(),
        language: reading.language,
        sketch: Sketch::of(&reading, &names.ranges(&reading)),
        question: knows.map(|knows| knows.question(&post)).unwrap_or_default(),
        words: answer.words,
        values: answer
            .values
            .into_iter()
            .map(|value| {
                (
                    value.sort,
                    value.measure,
                    value.span.of(reading.text).to_owned(),
                )
            })
            .collect(),
    }
}

/// The first words of a text, cut between words.
fn beginning(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > BEGINNING {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(BEGINNING));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_beginning_is_cut_between_words() {
        let long =
            "Wat vervelend dat je fiets het niet doet, we komen morgen tussen negen en elf langs";
        assert_eq!(
            beginning(long),
            "Wat vervelend dat je fiets het niet doet, we komen morgen…"
        );
        assert_eq!(beginning("Kort\nantwoord"), "Kort antwoord");
        assert_eq!(beginning(&"x".repeat(100)).len(), 60);
    }
}
