//! How a team's replies were, by colleague and week (M58): counts, never words.

use crate::calendar::LocalDate;
use crate::case::Actor;
use crate::id::RuleId;
use serde::{Deserialize, Serialize};

/// The replies of some weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Quality {
    /// The Mondays of the weeks, oldest first.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub weeks: Vec<LocalDate>,
    /// Whether this is the whole team; otherwise it is only who is looking.
    pub everyone: bool,
    /// Who replied or overrode something, in the order of their names.
    pub agents: Vec<AgentQuality>,
}

/// The replies of one colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AgentQuality {
    /// Who.
    pub actor: Actor,
    /// The display name, if the account still has one.
    pub name: Option<String>,
    /// Week by week, as many as [`Quality::weeks`].
    pub weeks: Vec<WeekQuality>,
    /// The rules that found most, most first; at most [`MOST_RULES`].
    pub rules: Vec<RuleCount>,
    /// Whether it gets better; absent where there is too little to tell.
    pub trend: Option<Trend>,
}

/// The replies of one colleague in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WeekQuality {
    /// Replies posted.
    pub replies: u32,
    /// Those of them that were checked.
    pub checked: u32,
    /// Those of them in which nothing was found but hints.
    pub faultless: u32,
    /// Faults in them: hints are none.
    pub faults: u32,
    /// Findings overridden with a reason.
    pub overrides: u32,
}

/// How often one rule found something in one colleague's replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RuleCount {
    /// The rule.
    pub rule: RuleId,
    /// Replies in which it found something, in all weeks together.
    pub replies: u32,
}

/// Whether the last weeks were better than those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Trend {
    /// A larger share of replies was faultless.
    Better,
    /// About the same share.
    Same,
    /// A smaller share.
    Worse,
}

/// Rules told of one colleague.
pub const MOST_RULES: usize = 5;

impl WeekQuality {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            replies: self.replies.saturating_add(other.replies),
            checked: self.checked.saturating_add(other.checked),
            faultless: self.faultless.saturating_add(other.faultless),
            faults: self.faults.saturating_add(other.faults),
            overrides: self.overrides.saturating_add(other.overrides),
        }
    }

    /// Faultless replies in a hundred checked; none where none was checked.
    #[must_use]
    pub fn faultless_percent(self) -> Option<u32> {
        let share = u64::from(self.faultless) * 100 / u64::from(self.checked).max(1);
        let share = u32::try_from(share.min(100)).ok();
        share.filter(|_| self.checked > 0)
    }
}

impl AgentQuality {
    /// All weeks together.
    #[must_use]
    pub fn total(&self) -> WeekQuality {
        let weeks = self.weeks.iter().copied();
        weeks.fold(WeekQuality::default(), WeekQuality::and)
    }
}
