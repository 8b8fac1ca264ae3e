//! What speaks for and against each kind of message, in points.
//!
//! The points were set by hand after looking at how often a clue stands in posts of each
//! kind. Questions are short and about oneself; complaints tell a story, speak to the
//! brand and hold denials; compliments name people and what they did.

use crate::lexicon::Category;
use crate::reading::Reading;

/// Something to count in a post.
pub(super) enum Clue {
    /// Entries found of a category.
    Word(Category),
    /// Those of more than one word.
    Phrase(Category),
    /// Repetitions with a number: *voor de derde keer*.
    Numbered,
    /// Sentences that end in a question mark.
    Marks,
    /// The last sentence does.
    EndsInQuestion,
    /// Sentences after the first.
    Sentences,
    /// Pleasure and displeasure.
    Pleased,
    /// See [`crate::reading::Feeling`].
    Displeased,
    /// Exclamation marks.
    Exclaims,
    /// Emoji that advertise.
    Flares,
    /// Hashtags.
    Hashtags,
    /// Links.
    Links,
    /// A phrase in which the brand's name means something else.
    Homonym,
    /// Always there once.
    Always,
}

/// A clue, how often it counts at most, and the points each time.
pub(super) type Evidence = (Clue, usize, i32);

use Category as C;
use Clue::{
    Always, Displeased, EndsInQuestion, Exclaims, Flares, Hashtags, Homonym, Links, Marks,
    Numbered, Phrase, Pleased, Sentences, Word,
};

pub(super) const QUESTION: &[Evidence] = &[
    (Always, 1, 5),
    (Marks, 1, 5),
    (EndsInQuestion, 1, 2),
    (Phrase(C::Request), 3, 2),
    (Word(C::Request), 3, 1),
    (Word(C::Interrogative), 2, 2),
    (Word(C::Prospect), 1, 3),
    (Word(C::Me), 2, 1),
    (Sentences, 4, -2),
    (Word(C::Idea), 2, -3),
    (Word(C::Deed), 2, -2),
    (Displeased, 8, -1),
];

pub(super) const COMPLAINT: &[Evidence] = &[
    (Always, 1, 2),
    (Sentences, 4, 2),
    (Word(C::You), 1, 3),
    (Displeased, 8, 1),
    (Word(C::Negator), 2, 2),
    (Word(C::Outrage), 2, 5),
    (Word(C::Demand), 1, 3),
    (EndsInQuestion, 1, 1),
    (Numbered, 1, 5),
    (Word(C::Waiting), 1, 3),
    (Word(C::Repeated), 2, 2),
    (Word(C::Grievance), 3, 1),
    (Word(C::Leak), 1, 5),
    (Word(C::Ignored), 1, 3),
    (Word(C::Conduct), 1, 3),
    (Word(C::Escalate), 1, 3),
    (Word(C::Leave), 1, 2),
    (Word(C::Praise), 2, -3),
    (Word(C::Idea), 1, -3),
    (Phrase(C::Claim), 1, -4),
    (Pleased, 6, -1),
];

pub(super) const PROBLEM: &[Evidence] = &[
    (Word(C::Malfunction), 2, 4),
    (Phrase(C::Malfunction), 2, 4),
    (EndsInQuestion, 1, 3),
    (Marks, 1, 1),
    (Phrase(C::Stuck), 1, 4),
    (Word(C::Stuck), 1, 1),
    (Word(C::Hazard), 1, 3),
    (Word(C::Outage), 1, 2),
    (Phrase(C::Many), 1, 2),
    (Displeased, 2, 1),
    (Word(C::Waiting), 1, -2),
    (Word(C::Outrage), 2, -2),
    (Word(C::Idea), 1, -3),
];

pub(super) const COMPLIMENT: &[Evidence] = &[
    (Always, 1, 3),
    (Word(C::Role), 1, 4),
    (Pleased, 8, 1),
    (Word(C::Praise), 2, 4),
    (Word(C::Deed), 2, 3),
    (Word(C::MoodUp), 1, 2),
    (Exclaims, 1, 3),
    (Word(C::Thanks), 1, 2),
    (Marks, 2, -3),
    (EndsInQuestion, 1, -3),
    (Word(C::Idea), 1, -3),
    (Word(C::Outrage), 1, -4),
    (Displeased, 6, -1),
    (Word(C::Spam), 2, -2),
    (Phrase(C::Claim), 1, -2),
];

pub(super) const IDEA: &[Evidence] = &[
    (Always, 1, 1),
    (Word(C::Idea), 2, 6),
    (Phrase(C::Idea), 2, 1),
    (EndsInQuestion, 1, -3),
    (Marks, 2, -3),
    (Word(C::Outrage), 1, -2),
    (Word(C::Malfunction), 1, -2),
];

pub(super) const REMARK: &[Evidence] = &[
    (Always, 1, 7),
    (Sentences, 4, 1),
    (Homonym, 1, 4),
    (Word(C::Share), 1, 4),
    (Word(C::Claim), 2, 3),
    (Word(C::Politics), 1, 4),
    (EndsInQuestion, 1, -3),
    (Marks, 2, -3),
    (Word(C::You), 1, -2),
    (Word(C::Service), 1, -2),
    (Word(C::Me), 2, -1),
    (Word(C::Stuck), 1, -2),
];

pub(super) const SPAM: &[Evidence] = &[
    (Word(C::Spam), 3, 4),
    (Word(C::Phishing), 4, 3),
    (Links, 2, 2),
    (Hashtags, 2, 2),
    (Flares, 2, 2),
    (Exclaims, 1, 2),
    (Word(C::Me), 2, -2),
    (Word(C::Request), 1, -2),
    (Displeased, 3, -1),
];

/// Adds up a kind's evidence.
pub(super) fn weigh(evidence: &[Evidence], reading: &Reading<'_>) -> i32 {
    evidence
        .iter()
        .map(|(clue, most, points)| {
            let times = count(clue, reading).min(*most);
            i32::try_from(times).unwrap_or(0) * points
        })
        .sum()
}

fn count(clue: &Clue, reading: &Reading<'_>) -> usize {
    match clue {
        Word(category) => reading.count(*category),
        Phrase(category) => reading.firm(*category),
        Numbered => usize::from(reading.numbered(C::Repeated)),
        Marks => reading.counts.question_marks,
        EndsInQuestion => usize::from(reading.counts.ends_in_question),
        Sentences => reading.counts.sentences.saturating_sub(1),
        Pleased => reading.feeling.pleased,
        Displeased => reading.feeling.displeased,
        Exclaims => reading.rage.exclaims,
        Flares => reading.feeling.flares,
        Hashtags => reading.counts.hashtags,
        Links => reading.counts.links,
        Homonym => usize::from(reading.mentions.homonym),
        Always => 1,
    }
}
