//! What the rules alone find; the judge looks at it beside the words.

use super::Crisis;
use super::kind::Scores;
use crate::reading::Reading;
use toonvast_model::triage::Kind;

/// Points for each kind, the likeliest of them, and whether rules find spam, a claim, irony
/// or a crisis; flags are 10.
pub(crate) fn kind_evidence(reading: &Reading<'_>) -> [i32; 20] {
    let scores = Scores::of(reading);
    let claim = scores.is_claim(reading);
    let likeliest = scores.judge(claim);
    let crisis = Crisis::of(reading, likeliest, claim);
    let flag = |fired: bool| 10 * i32::from(fired);
    let is = |kind: Kind| flag(likeliest == kind);
    let [question, complaint, problem, compliment, idea, remark, spam] = scores.each();
    [
        question,
        complaint,
        problem,
        compliment,
        idea,
        remark,
        spam,
        is(Kind::Question),
        is(Kind::Complaint),
        is(Kind::Problem),
        is(Kind::Compliment),
        is(Kind::Idea),
        is(Kind::Remark),
        flag(scores.is_spam()),
        flag(claim),
        flag(scores.irony),
        flag(matches!(crisis, Some(Crisis::Safety | Crisis::SelfHarm))),
        flag(crisis == Some(Crisis::Leak)),
        flag(crisis == Some(Crisis::Outage)),
        flag(crisis == Some(Crisis::Spreading)),
    ]
}
