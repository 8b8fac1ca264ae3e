//! What makes minutes count.

use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_model::triage::Kind;

/// Why minutes count (label guide, `urgent`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crisis {
    /// Somebody may harm themselves.
    SelfHarm,
    /// Danger to life or health.
    Safety,
    /// Personal data in wrong hands.
    Leak,
    /// An outage that hits many.
    Outage,
    /// An untrue claim is spreading.
    Spreading,
    /// The judge reads danger between the lines; no rule can say which.
    Unnamed,
}

/// Shares from which a claim is spreading, and when it also calls for shares.
const SPREADING: u64 = 50;
const SPREADING_WITH_CALL: u64 = 30;

impl Crisis {
    /// The gravest crisis in a post.
    pub(crate) fn of(reading: &Reading<'_>, kind: Kind, claim: bool) -> Option<Self> {
        if reading.has(Category::SelfHarm) {
            return Some(Self::SelfHarm);
        }
        if claim {
            return spreading(reading).then_some(Self::Spreading);
        }
        if is_danger(reading, kind) {
            Some(Self::Safety)
        } else if is_leak(reading) {
            Some(Self::Leak)
        } else if is_outage(reading) {
            Some(Self::Outage)
        } else {
            None
        }
    }
}

fn is_danger(reading: &Reading<'_>, kind: Kind) -> bool {
    let firm = reading.count(Category::Safety);
    let weak = reading.count(Category::Hazard);
    let upset = match kind {
        Kind::Compliment | Kind::Idea => false,
        Kind::Question => reading.feeling.displeased > 2,
        _ => true,
    };
    match (firm, weak) {
        (0, 0 | 1) => false,
        (0, _) => upset,
        (1, 0) => upset,
        _ => true,
    }
}

fn is_leak(reading: &Reading<'_>) -> bool {
    reading.firm(Category::Leak) > 0
        && (reading.count(Category::Leak) >= 2 || reading.has(Category::Me))
}

fn is_outage(reading: &Reading<'_>) -> bool {
    let (down, many) = (
        reading.count(Category::Outage),
        reading.count(Category::Many),
    );
    down > 0 && (reading.firm(Category::Many) > 0 || many > 1 || (down > 1 && many > 0))
}

fn spreading(reading: &Reading<'_>) -> bool {
    let shares = reading.post.reach.shares.unwrap_or(0);
    shares >= SPREADING || (shares >= SPREADING_WITH_CALL && reading.has(Category::Share))
}
