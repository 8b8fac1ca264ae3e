//! Every signal, one file each.

mod accused_staff;
mod answered;
mod burst;
mod campaign;
mod chance;
mod claim_spreading;
mod competitor;
mod complaint;
mod compliment;
mod crisis_mode;
mod danger;
mod data_leak;
mod false_claim;
mod follow_up;
mod idea;
mod ignored;
mod influential_author;
mod irony;
mod legal_or_press_threat;
mod negation;
mod not_about_us;
mod outage;
mod problem;
mod question;
mod remark;
mod repeated_contact;
mod returning_customer;
mod safety;
mod self_harm;
mod shouting;
mod spam;
mod stuck_today;
mod threat_to_leave;
mod trend;
mod unanswered;
mod under_ad;
mod untagged_mention;
mod venting;
mod waiting_time;
mod wide_reach;

use crate::signal::Signal;

/// What an influential author adds by default.
pub(crate) const INFLUENCE_POINTS: i32 = influential_author::SIGNAL.points;

/// All signals, in the order in which equal points are listed.
pub const SIGNALS: &[Signal] = &[
    accused_staff::SIGNAL,
    answered::SIGNAL,
    burst::SIGNAL,
    campaign::SIGNAL,
    chance::SIGNAL,
    claim_spreading::SIGNAL,
    competitor::SIGNAL,
    complaint::SIGNAL,
    compliment::SIGNAL,
    crisis_mode::SIGNAL,
    danger::SIGNAL,
    data_leak::SIGNAL,
    false_claim::SIGNAL,
    follow_up::SIGNAL,
    idea::SIGNAL,
    ignored::SIGNAL,
    influential_author::SIGNAL,
    irony::SIGNAL,
    legal_or_press_threat::SIGNAL,
    negation::SIGNAL,
    not_about_us::SIGNAL,
    outage::SIGNAL,
    problem::SIGNAL,
    question::SIGNAL,
    remark::SIGNAL,
    repeated_contact::SIGNAL,
    returning_customer::SIGNAL,
    safety::SIGNAL,
    self_harm::SIGNAL,
    shouting::SIGNAL,
    spam::SIGNAL,
    stuck_today::SIGNAL,
    threat_to_leave::SIGNAL,
    trend::SIGNAL,
    unanswered::SIGNAL,
    under_ad::SIGNAL,
    untagged_mention::SIGNAL,
    venting::SIGNAL,
    waiting_time::SIGNAL,
    wide_reach::SIGNAL,
];

#[cfg(test)]
mod tests {
    use super::SIGNALS;
    use std::collections::BTreeSet;
    use toonvast_model::locale::Locale;

    #[test]
    fn ids_are_unique_and_summaries_are_sentences() {
        let ids: BTreeSet<&str> = SIGNALS.iter().map(|signal| signal.id).collect();
        assert_eq!(ids.len(), SIGNALS.len());
        for signal in SIGNALS {
            for locale in [Locale::Nl, Locale::En] {
                assert!(signal.summary(locale).ends_with('.'), "{}", signal.id);
            }
            assert_ne!(signal.points, 0, "{}", signal.id);
        }
    }
}
