//! The type of message (M18): evidence for each, the strongest wins.

use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_model::triage::Kind;

/// Evidence for each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scores {
    question: usize,
    complaint: usize,
    problem: usize,
    compliment: usize,
    idea: usize,
    remark: usize,
    spam: usize,
    /// The praise is irony.
    pub(crate) irony: bool,
}

impl Scores {
    /// Weighs the evidence.
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let irony = is_ironic(reading);
        Self {
            question: question(reading),
            complaint: complaint(reading, irony),
            problem: problem(reading),
            compliment: compliment(reading, irony),
            idea: idea(reading),
            remark: 3,
            spam: spam(reading),
            irony,
        }
    }

    /// Whether it is advertising or fraud.
    pub(crate) const fn is_spam(&self) -> bool {
        self.spam >= 6
    }

    /// Whether something is told as a fact to others: no question, no story of one's own.
    pub(crate) fn is_claim(&self, reading: &Reading<'_>) -> bool {
        let told = 2 * reading.count(Category::Claim) + 3 * reading.count(Category::Share);
        let own = 2 * reading.count(Category::Me)
            + 3 * reading.question_marks()
            + 2 * reading.count(Category::You);
        told >= 4 && told > own && self.idea < 6 && reading.feeling.pleased < 3
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
        ranked
            .iter()
            .rev()
            .max_by_key(|(score, _)| *score)
            .map_or(Kind::Remark, |(_, kind)| *kind)
    }
}

fn question(reading: &Reading<'_>) -> usize {
    let marks = reading.question_marks();
    let asked = reading.count(Category::Request).min(3);
    let opened = reading.count(Category::Interrogative).min(2);
    let ended = usize::from(reading.ends_in_question());
    if marks > 0 {
        4 + 2 * ended + asked + opened
    } else {
        2 * asked + opened
    }
}

fn complaint(reading: &Reading<'_>, irony: bool) -> usize {
    let blame = 2 * reading.count(Category::Outrage).min(4);
    let words = reading.feeling.displeased.min(8) / 2;
    let history = 2 * usize::from(reading.numbered(Category::Repeated))
        + usize::from(reading.has(Category::Repeated));
    let people = 3 * usize::from(reading.has(Category::Conduct) && reading.has(Category::Role));
    let ignored = 2 * reading.count(Category::Ignored).min(2);
    let threats = 2 * usize::from(reading.has(Category::Leave))
        + 2 * usize::from(reading.has(Category::Escalate));
    let loud = 2 * usize::from(reading.rage.is_rage());
    let soft = reading.feeling.pleased.min(6) / 2;
    let waiting = usize::from(reading.has(Category::Waiting));
    (blame + words + history + people + ignored + threats + loud + waiting + 5 * usize::from(irony))
        .saturating_sub(if irony { 0 } else { soft })
}

fn problem(reading: &Reading<'_>) -> usize {
    let fails = 3 * reading.count(Category::Malfunction).min(1)
        + 2 * reading.count(Category::Malfunction).min(3);
    let asked = usize::from(reading.has(Category::Request));
    let blame = 2 * reading.count(Category::Outrage).min(3);
    if fails == 0 {
        0
    } else {
        (fails + asked).saturating_sub(blame)
    }
}

fn compliment(reading: &Reading<'_>, irony: bool) -> usize {
    if irony {
        return 0;
    }
    let praise = 3 * reading.count(Category::Praise).min(3);
    let words = reading.count(Category::Positive).min(4);
    let faces = 2 * reading.feeling.smiles.min(2);
    let against = reading.feeling.displeased + 3 * reading.question_marks();
    (praise + words + faces + usize::from(reading.has(Category::Thanks))).saturating_sub(against)
}

fn idea(reading: &Reading<'_>) -> usize {
    let found = reading.count(Category::Idea);
    let against = reading.count(Category::Outrage) + reading.count(Category::Malfunction);
    (if found == 0 { 0 } else { 3 + 2 * found.min(3) }).saturating_sub(2 * against)
}

fn spam(reading: &Reading<'_>) -> usize {
    let lures = 2 * reading.count(Category::Spam).min(4);
    let fraud = 2 * reading.count(Category::Phishing).min(4);
    let links = 2 * reading.links().min(2);
    let tags = reading.hashtags().min(3);
    let unknown = usize::from(
        reading
            .post
            .author
            .followers
            .is_some_and(|count| count < 50),
    );
    let customer = 2 * reading.count(Category::Me).min(3) + 2 * reading.question_marks().min(2);
    if lures + fraud < 4 {
        0
    } else {
        (lures + fraud + links + tags + unknown).saturating_sub(customer)
    }
}

/// Praise beside failure, in one post (M72).
fn is_ironic(reading: &Reading<'_>) -> bool {
    let praised = reading.has(Category::Irony)
        || (reading.feeling.pleased >= 1 && reading.feeling.smirks > 0);
    let failed = reading.has(Category::Waiting)
        || reading.has(Category::Malfunction)
        || reading.has(Category::Outrage)
        || reading.has(Category::Negative)
        || reading.has(Category::Ignored)
        || reading.feeling.smirks > 0;
    praised && failed && reading.count(Category::Praise) < 2
}
