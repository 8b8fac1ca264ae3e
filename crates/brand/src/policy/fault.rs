//! Why a policy does not hold together.

use crate::files::MAX_LIST;
use toonvast_model::calendar::{LocalDate, Minutes};
use toonvast_model::timestamp::Timestamp;

/// Points a campaign or a crisis may have: more would drown every other signal.
pub(crate) const POINTS: std::ops::RangeInclusive<i32> = -200..=200;

/// Why a policy does not hold together, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFault {
    /// A list too long to be read by anybody.
    #[error("{what} has {found} entries, and it may have {max}; take out those that no longer matter", max = MAX_LIST)]
    LongList {
        /// Which list.
        what: String,
        /// Entries it has.
        found: usize,
    },
    /// A site no pack is for.
    #[error(
        "`{0}` is no site; write one of `x`, `facebook`, `forum`, `review`, `news-comment`, `other`"
    )]
    Site(String),
    /// An answer due before the first reaction.
    #[error(
        "service level {number} wants the answer within {substantive} and the first reaction within {first}; give the answer at least as long"
    )]
    AnswerFirst {
        /// Which, from 1.
        number: usize,
        /// The first reaction.
        first: Minutes,
        /// The substantive answer.
        substantive: Minutes,
    },
    /// A number from which everybody counts.
    #[error(
        "influence counts from 0 {0} on, which is everybody; write the number from which it matters"
    )]
    Everybody(&'static str),
    /// An account on both lists.
    #[error("`{0}` stands among the accounts of influence and among those to ignore; keep one")]
    BothLists(String),
    /// A campaign that ends before it begins.
    #[error("campaign `{name}` ends on {to}, before it begins on {from}; correct one of the dates")]
    CampaignDates {
        /// The campaign.
        name: String,
        /// Its first day.
        from: LocalDate,
        /// Its last day.
        to: LocalDate,
    },
    /// A campaign no post can be known by.
    #[error("campaign `{0}` has no words; add the hashtag or words by which its posts are known")]
    NoWords(String),
    /// Points that drown everything else.
    #[error("{what} has {points} points; write a number from {min} to {max}", min = POINTS.start(), max = POINTS.end())]
    Points {
        /// What has them.
        what: String,
        /// How many.
        points: i32,
    },
    /// A crisis that ends before it begins.
    #[error("the crisis ends at {until} and begins at {since}; let it end later")]
    CrisisDates {
        /// When it begins.
        since: Timestamp,
        /// When it ends.
        until: Timestamp,
    },
    /// A trend of one.
    #[error("a trend of {0} is every post by itself; let `similar` be at least 2")]
    TrendOfOne(u32),
    /// A crisis sooner than a trend.
    #[error(
        "{crisis} similar posts are a crisis and {similar} a trend; let `crisis` be at least `similar`"
    )]
    CrisisBeforeTrend {
        /// So many are a trend.
        similar: u32,
        /// So many may be a crisis.
        crisis: u32,
    },
}
