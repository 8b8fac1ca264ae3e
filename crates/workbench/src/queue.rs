//! What the list shows, in which order. Pure: the same overview gives the same list.

use std::cmp::{Ordering, Reverse};
use toonvast_casework::queue::order as order_cases;
use toonvast_model::case::{CaseState, Standing};
use toonvast_model::id::{CaseId, PostId};
use toonvast_model::post::Site;
use toonvast_model::screen::{CaseRow, Overview, WaitingPost};
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::Priority;

/// What the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Filter {
    /// Waiting posts and open cases together.
    #[default]
    ToDo,
    /// Posts nobody has claimed.
    Waiting,
    /// Open cases.
    Open,
    /// Answered, not yet documented (M96).
    Completed,
    /// Documented.
    Closed,
}

impl Filter {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::ToDo,
        Self::Waiting,
        Self::Open,
        Self::Completed,
        Self::Closed,
    ];

    /// Its name in the document, for style and drivers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ToDo => "to-do",
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Completed => "completed",
            Self::Closed => "closed",
        }
    }

    const fn shows(self, row: &Row) -> bool {
        match (self, row) {
            (Self::ToDo | Self::Waiting, Row::Waiting(_)) => true,
            (_, Row::Waiting(_)) => false,
            (Self::ToDo | Self::Open, Row::Case(row)) => matches!(row.case.state, CaseState::Open),
            (Self::Completed, Row::Case(row)) => matches!(row.case.state, CaseState::Completed),
            (Self::Closed, Row::Case(row)) => matches!(row.case.state, CaseState::Closed),
            (Self::Waiting, Row::Case(_)) => false,
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A judged post that is nobody's case yet.
    Waiting(Box<WaitingPost>),
    /// A case.
    Case(Box<CaseRow>),
}

/// What stays the same while a line changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// A waiting post.
    Post(Site, PostId),
    /// A case.
    Case(CaseId),
}

impl RowKey {
    /// The key as text, for an attribute of the line.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Post(_, post) => format!("post-{post}"),
            Self::Case(case) => format!("case-{case}"),
        }
    }
}

impl Row {
    /// What stays the same while the line changes.
    #[must_use]
    pub fn key(&self) -> RowKey {
        match self {
            Self::Waiting(post) => RowKey::Post(post.site, post.badge.post_id.clone()),
            Self::Case(row) => RowKey::Case(row.case.id),
        }
    }

    /// The level.
    #[must_use]
    pub const fn priority(&self) -> Priority {
        match self {
            Self::Waiting(post) => post.badge.level,
            Self::Case(row) => row.case.priority,
        }
    }

    /// The site.
    #[must_use]
    pub const fn site(&self) -> Site {
        match self {
            Self::Waiting(post) => post.site,
            Self::Case(row) => row.case.post.site,
        }
    }

    /// When the customer wrote; for a case whose post has no exact time, when it was opened.
    #[must_use]
    pub fn since(&self) -> Option<Timestamp> {
        match self {
            Self::Waiting(post) => post.posted_at,
            Self::Case(row) => Some(row.case.post.posted_at.unwrap_or(row.case.opened_at)),
        }
    }

    /// The author's handle; empty when erased.
    #[must_use]
    pub fn author(&self) -> &str {
        match self {
            Self::Waiting(post) => &post.author,
            Self::Case(row) => &row.author,
        }
    }

    /// The beginning of the post; empty when erased.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        match self {
            Self::Waiting(post) => &post.excerpt,
            Self::Case(row) => &row.excerpt,
        }
    }

    /// How its promise stands, when somebody must be warned of it.
    fn promised(&self, now: Timestamp) -> Option<Standing> {
        let Self::Case(row) = self else {
            return None;
        };
        let standing = row.case.promise.map(|promise| promise.standing(now));
        standing.filter(|standing| *standing > Standing::Ahead)
    }

    fn owner(&self) -> &str {
        match self {
            Self::Waiting(_) => "",
            Self::Case(row) => row.owner.as_deref().unwrap_or_default(),
        }
    }

    const fn score(&self) -> i32 {
        match self {
            Self::Waiting(post) => post.badge.score,
            Self::Case(row) => row.case.score,
        }
    }

    /// Every word of `needle`, in lower case, stands somewhere in the line.
    fn answers(&self, needle: &[String]) -> bool {
        let hay = [self.excerpt(), self.author(), self.owner()].map(str::to_lowercase);
        needle
            .iter()
            .all(|word| hay.iter().any(|text| text.contains(word)))
    }
}

/// The lines to show: those whose promise is broken or nearly due first, then the most urgent.
#[must_use]
pub fn list(overview: &Overview, filter: Filter, search: &str, now: Timestamp) -> Vec<Row> {
    let needle: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let mut rows: Vec<Row> = every(overview)
        .filter(|row| filter.shows(row) && row.answers(&needle))
        .collect();
    rows.sort_by(|one, other| {
        let urgency = |row: &Row| Reverse(row.promised(now));
        urgency(one)
            .cmp(&urgency(other))
            .then_with(|| order(one, other))
    });
    rows
}

/// How many promises are nearly due at this moment, and how many are broken.
#[must_use]
pub fn promises(overview: &Overview, now: Timestamp) -> (usize, usize) {
    let promises = || overview.cases.iter().filter_map(|row| row.case.promise);
    let count = |wanted| {
        promises()
            .filter(|promise| promise.standing(now) == wanted)
            .count()
    };
    (count(Standing::Near), count(Standing::Late))
}

/// How many lines each filter would show, in the order of [`Filter::ALL`].
#[must_use]
pub fn counts(overview: &Overview) -> [usize; Filter::ALL.len()] {
    let mut counts = [0; Filter::ALL.len()];
    for row in every(overview) {
        for (count, filter) in counts.iter_mut().zip(Filter::ALL) {
            *count += usize::from(filter.shows(&row));
        }
    }
    counts
}

fn every(overview: &Overview) -> impl Iterator<Item = Row> + '_ {
    let waiting = overview
        .waiting
        .iter()
        .cloned()
        .map(Box::new)
        .map(Row::Waiting);
    waiting.chain(overview.cases.iter().cloned().map(Box::new).map(Row::Case))
}

/// Two cases as everywhere in the product; a waiting post among them by level and score, and
/// before a case of the same weight, because nobody looks after it yet.
fn order(one: &Row, other: &Row) -> Ordering {
    if let (Row::Case(one), Row::Case(other)) = (one, other) {
        return order_cases(&one.case, &other.case);
    }
    let key = |row: &Row| {
        (
            Reverse(row.priority()),
            Reverse(row.score()),
            matches!(row, Row::Case(_)),
            row.since().unwrap_or(Timestamp(i64::MAX)),
            row.key(),
        )
    };
    key(one).cmp(&key(other))
}

#[cfg(test)]
mod tests;
