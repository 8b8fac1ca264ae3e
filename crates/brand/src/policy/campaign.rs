//! Campaigns: periods in which some posts are watched more sharply.

use serde::{Deserialize, Serialize};
use toonvast_model::calendar::LocalDate;

/// A campaign of the brand: while it runs, posts about it come sooner, so that it is not
/// smeared unseen (M12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Its name, as agents know it.
    pub name: String,
    /// Its first day, by the brand's clock.
    pub from: LocalDate,
    /// Its last day.
    pub to: LocalDate,
    /// Words, phrases and hashtags by which its posts are known.
    pub words: Vec<String>,
    /// Points a post about it gets.
    #[serde(default = "points")]
    pub points: i32,
}

/// Enough to put a post before others of its sort, not to make an ordinary one high.
const fn points() -> i32 {
    15
}

impl Campaign {
    /// Whether it runs on this day; the last day belongs to it.
    #[must_use]
    pub fn runs_on(&self, date: LocalDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}
