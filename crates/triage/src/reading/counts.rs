//! What is counted in a post once and asked for often.

use crate::lexicon::{self, Category, Hit};
use toonvast_text::{Line, Mark, WordKind};

/// Counts of a post.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    found: [usize; lexicon::COUNT],
    firm: [usize; lexicon::COUNT],
    /// Sentences that end in a question mark.
    pub(crate) question_marks: usize,
    /// Whether the last thing said is a question.
    pub(crate) ends_in_question: bool,
    /// Links.
    pub(crate) links: usize,
    /// Hashtags.
    pub(crate) hashtags: usize,
    /// Sentences with a word in them.
    pub(crate) sentences: usize,
}

impl Counts {
    /// Counts what was found in a line.
    pub(super) fn of(line: &Line, hits: &[Hit]) -> Self {
        let mut counts = Self {
            found: [0; lexicon::COUNT],
            firm: [0; lexicon::COUNT],
            question_marks: 0,
            ends_in_question: false,
            links: 0,
            hashtags: 0,
            sentences: 0,
        };
        for hit in hits {
            counts.found[hit.category as usize] += 1;
            counts.firm[hit.category as usize] += usize::from(hit.end - hit.start > 1);
        }
        let mut last = None;
        for (at, token) in line.tokens().iter().enumerate() {
            match token.mark {
                Mark::Start => {}
                Mark::End => {
                    counts.ends_in_question = line.token(at) == "?";
                    counts.question_marks += usize::from(counts.ends_in_question);
                }
                Mark::Word(kind) => {
                    counts.ends_in_question = false;
                    counts.links += usize::from(kind == WordKind::Link);
                    counts.hashtags += usize::from(kind == WordKind::Hashtag);
                    counts.sentences += usize::from(last != Some(token.sentence));
                    last = Some(token.sentence);
                }
            }
        }
        counts
    }

    /// Entries found of a category.
    pub(crate) const fn of_category(&self, category: Category) -> usize {
        self.found[category as usize]
    }

    /// Those longer than one word.
    pub(crate) const fn firm(&self, category: Category) -> usize {
        self.firm[category as usize]
    }
}
