//! What the timeline of a case tells.

use crate::world::Who::{Fenna, Noor};
use crate::world::{World, claim, correct, correct_of};
use toonvast_casework::story;
use toonvast_model::command::Action;
use toonvast_model::event::Event;
use toonvast_model::id::CaseId;
use toonvast_model::triage::Correction;
use uuid::Uuid;

#[test]
fn it_tells_what_was_set_right_before_the_claim_and_that_it_was_forgotten() {
    let risk = [Correction::Risk(true)];
    let mut world = World::default();
    for action in [
        Action::ForgetLessons,
        correct(&risk),
        correct_of("another", &risk),
        Action::ForgetLessons,
        Action::ForgetLessons,
    ] {
        world.does(Fenna, action).expect("needs no case");
    }
    world.does(Noor, claim()).expect("claims");
    world.does(Noor, correct(&risk)).expect("corrects");
    // Each of the first five stands on an id of its own, as clients make them.
    let events: Vec<Event> = (0_u128..)
        .zip(&world.events)
        .map(|(number, event)| Event {
            case: if number < 5 {
                CaseId(Uuid::from_u128(100 + number))
            } else {
                event.case
            },
            ..event.clone()
        })
        .collect();
    let case = world.case.expect("claimed");
    let told: Vec<&str> = story(&case, &events)
        .map(|event| event.what.name())
        .collect();
    assert_eq!(
        told,
        [
            "corrected",
            "lessons-forgotten",
            "opened",
            "claimed",
            "corrected"
        ]
    );
}
