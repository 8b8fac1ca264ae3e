//! How replies were, by colleague and week (M58).

use crate::world::Who::{Fenna, Noor};
use crate::world::{SEEN, Who, World, claim_of, reply, waive};
use proptest::prelude::*;
use toonvast_casework::quality::since;
use toonvast_casework::{Whose, quality};
use toonvast_model::calendar::Zone;
use toonvast_model::case::Actor;
use toonvast_model::command::Action;
use toonvast_model::draft::{Fault, ReplyKind, Severity};
use toonvast_model::event::Event;
use toonvast_model::id::RuleId;
use toonvast_model::quality::{Quality, Trend};
use toonvast_model::timestamp::Timestamp;

const DAY: i64 = 24 * 60 * 60_000;

/// So many replies, so many days ago, each with these faults.
fn replies(who: Who, days_ago: i64, count: u32, faults: &[(&str, Severity)]) -> Vec<Event> {
    let found: Vec<Fault> = faults
        .iter()
        .map(|(rule, severity)| Fault {
            rule: RuleId((*rule).into()),
            severity: *severity,
        })
        .collect();
    logged(who, days_ago, count, Some(found))
}

fn logged(who: Who, days_ago: i64, count: u32, found: Option<Vec<Fault>>) -> Vec<Event> {
    let mut world = World::default();
    world.does(who, claim_of("post")).expect("claims");
    for number in 0..count {
        let mut action = reply(&format!("r{number}"), ReplyKind::Substantive);
        if let Action::LogReply { faults, .. } = &mut action {
            faults.clone_from(&found);
        }
        world.does(who, action).expect("logs");
    }
    at(world, days_ago)
}

fn at(world: World, days_ago: i64) -> Vec<Event> {
    let at = Timestamp(SEEN.0 - days_ago * DAY);
    world
        .events
        .into_iter()
        .map(|event| Event { at, ..event })
        .collect()
}

fn told(events: &[Event], whose: Whose) -> Quality {
    let name = |actor: Actor| (actor == Noor.actor()).then(|| "Noor".to_owned());
    quality(events, whose, &Zone::default(), SEEN, name)
}

/// Two weeks of two colleagues, and one too long ago to be told of.
fn two_weeks() -> Vec<Event> {
    let mut events = replies(Noor, 0, 3, &[]);
    events.extend(replies(
        Noor,
        7,
        2,
        &[
            ("negative-word", Severity::Warn),
            ("jargon", Severity::Hint),
        ],
    ));
    events.extend(logged(Noor, 7, 1, None));
    events.extend(replies(
        Fenna,
        0,
        1,
        &[
            ("personal-data", Severity::Block),
            ("no-term", Severity::Warn),
        ],
    ));
    events.extend(replies(Fenna, 100, 9, &[]));
    let mut world = World::default();
    world.does(Noor, claim_of("post")).expect("claims");
    world.does(Noor, waive()).expect("overrides");
    events.extend(at(world, 0));
    events
}

#[test]
fn replies_are_counted_by_colleague_and_week() {
    let all = told(&two_weeks(), Whose::Everyones);
    assert!(all.everyone);
    assert_eq!((all.weeks.len(), all.agents.len()), (8, 2));
    let noor = all
        .agents
        .iter()
        .find(|agent| agent.actor == Noor.actor())
        .expect("Noor");
    let (last, before) = (noor.weeks[7], noor.weeks[6]);
    assert_eq!(
        (last.replies, last.checked, last.faultless, last.overrides),
        (3, 3, 3, 1)
    );
    assert_eq!(
        (
            before.replies,
            before.checked,
            before.faultless,
            before.faults
        ),
        (3, 2, 0, 2)
    );
    assert_eq!(noor.total().faultless_percent(), Some(60));
    let rules: Vec<(&str, u32)> = noor
        .rules
        .iter()
        .map(|rule| (rule.rule.0.as_str(), rule.replies))
        .collect();
    assert_eq!(rules, [("negative-word", 2)]);
    assert_eq!(noor.name.as_deref(), Some("Noor"));
    let fenna = all
        .agents
        .iter()
        .find(|agent| agent.actor == Fenna.actor())
        .expect("Fenna");
    assert_eq!((fenna.total().replies, fenna.total().faults), (1, 2));
}

#[test]
fn somebody_alone_sees_only_their_own() {
    let mut events = replies(Noor, 0, 1, &[]);
    events.extend(replies(Fenna, 0, 1, &[]));
    let own = told(&events, Whose::Of(Noor.actor()));
    assert!(!own.everyone);
    let actors: Vec<Actor> = own.agents.iter().map(|agent| agent.actor).collect();
    assert_eq!(actors, [Noor.actor()]);
    assert_eq!(told(&[], Whose::Everyones).agents, []);
}

#[test]
fn a_trend_needs_enough_and_a_difference() {
    let bad: &[(&str, Severity)] = &[("negative-word", Severity::Warn)];
    let table = [
        ((5, bad), (5, &[][..]), Some(Trend::Better)),
        ((5, &[][..]), (5, bad), Some(Trend::Worse)),
        ((5, bad), (5, bad), Some(Trend::Same)),
        ((4, bad), (5, &[][..]), None),
        ((5, bad), (0, bad), None),
    ];
    for ((before, earlier), (after, later), expected) in table {
        let mut events = replies(Noor, 35, before, earlier);
        events.extend(replies(Noor, 0, after, later));
        let trend = told(&events, Whose::Everyones).agents[0].trend;
        assert_eq!(trend, expected, "{before} {after}");
    }
}

proptest! {
    #[test]
    fn any_log_at_any_moment(now: i64, days in prop::collection::vec(0_i64..90, 0..6)) {
        let events: Vec<Event> = days.iter().flat_map(|days| replies(Noor, *days, 1, &[])).collect();
        let told = quality(&events, Whose::Everyones, &Zone::default(), Timestamp(now), |_| None);
        for agent in &told.agents {
            prop_assert_eq!(agent.weeks.len(), told.weeks.len());
        }
        prop_assert!(since(Timestamp(now)) <= Timestamp(now));
    }

    #[test]
    fn the_log_is_read_from_far_enough_back(days in 0_i64..70) {
        let events = replies(Noor, days, 1, &[]);
        let shown = told(&events, Whose::Everyones).agents.len();
        prop_assert!(shown == 0 || events[0].at >= since(SEEN));
    }
}
