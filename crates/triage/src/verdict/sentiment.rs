//! How the writer feels about the brand (M20).

use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_model::triage::{Kind, Sentiment};

/// Complaints, claims and crises are negative, compliments positive; the rest by its words.
pub(crate) fn judge(
    reading: &Reading<'_>,
    kind: Kind,
    claim: bool,
    crisis: bool,
    irony: bool,
) -> Sentiment {
    let feeling = reading.feeling;
    let history = reading.numbered(Category::Repeated) || reading.firm(Category::Ignored) > 0;
    let down = feeling.displeased + usize::from(reading.rage.is_rage());
    match kind {
        Kind::Spam => Sentiment::Neutral,
        Kind::Complaint => Sentiment::Negative,
        Kind::Compliment => Sentiment::Positive,
        _ if claim || crisis || irony => Sentiment::Negative,
        Kind::Question | Kind::Problem if history => Sentiment::Negative,
        Kind::Question if down >= feeling.pleased + 3 => Sentiment::Negative,
        Kind::Question if feeling.pleased >= down + 3 => Sentiment::Positive,
        Kind::Problem if down >= feeling.pleased + 6 => Sentiment::Negative,
        Kind::Remark if down > feeling.pleased + 1 => Sentiment::Negative,
        Kind::Remark | Kind::Idea if feeling.pleased > down => Sentiment::Positive,
        _ => Sentiment::Neutral,
    }
}
