//! The type of message (M18): clues speak for and against each kind, the strongest wins.

mod clues;

use crate::lexicon::Category;
use crate::reading::Reading;
use clues::{COMPLAINT, COMPLIMENT, IDEA, PROBLEM, QUESTION, REMARK, SPAM, weigh};
use toonvast_model::triage::Kind;

/// Evidence for each kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scores {
    question: i32,
    complaint: i32,
    problem: i32,
    compliment: i32,
    idea: i32,
    remark: i32,
    spam: i32,
    /// The praise is irony.
    pub(crate) irony: bool,
}

/// Evidence from which a post is spam, whatever else speaks.
const SPAM_FROM: i32 = 9;

impl Scores {
    /// Weighs the evidence.
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let irony = is_ironic(reading);
        let bitter = if irony { 7 } else { 0 };
        Self {
            question: weigh(QUESTION, reading),
            complaint: weigh(COMPLAINT, reading) + bitter,
            problem: weigh(PROBLEM, reading),
            compliment: weigh(COMPLIMENT, reading) - bitter,
            idea: weigh(IDEA, reading),
            remark: weigh(REMARK, reading),
            spam: weigh(SPAM, reading),
            irony,
        }
    }

    /// The evidence for question, complaint, problem, compliment, idea, remark and spam.
    pub(crate) const fn each(&self) -> [i32; 7] {
        [
            self.question,
            self.complaint,
            self.problem,
            self.compliment,
            self.idea,
            self.remark,
            self.spam,
        ]
    }

    /// Whether it is advertising or fraud.
    pub(crate) const fn is_spam(&self) -> bool {
        self.spam >= SPAM_FROM
    }

    /// Whether something is told as a fact to others: no question, no story of one's own.
    pub(crate) fn is_claim(&self, reading: &Reading<'_>) -> bool {
        let told = 2 * reading.count(Category::Claim) + 3 * reading.count(Category::Share);
        let own = 2 * reading.count(Category::Me)
            + 3 * reading.counts.question_marks
            + 2 * reading.count(Category::You);
        told >= 4 && told > own && self.idea < 6 && reading.feeling.pleased < 4
    }

    /// The strongest kind; among equals the one an agent would rather not miss.
    pub(crate) fn judge(&self, claim: bool) -> Kind {
        if claim {
            return Kind::Remark;
        }
        let ranked = [
            (self.complaint, Kind::Complaint),
            (self.question, Kind::Question),
            (self.problem, Kind::Problem),
            (self.compliment, Kind::Compliment),
            (self.idea, Kind::Idea),
            (self.remark, Kind::Remark),
        ];
        let strongest = ranked.iter().rev().max_by_key(|(score, _)| *score);
        strongest.map_or(Kind::Remark, |(_, kind)| *kind)
    }
}

/// Praise beside failure, in one post (M72).
pub(crate) fn is_ironic(reading: &Reading<'_>) -> bool {
    let praised = reading.has(Category::Irony)
        || (reading.feeling.pleased >= 1 && reading.feeling.smirks > 0);
    let failed = [
        Category::Waiting,
        Category::Malfunction,
        Category::Outrage,
        Category::Negative,
        Category::Ignored,
    ]
    .iter()
    .any(|&category| reading.has(category))
        || reading.count(Category::Grievance) > 1
        || reading.feeling.smirks > 0;
    praised && failed && reading.count(Category::Praise) < 2 && reading.feeling.smiles == 0
}
