//! What is learnt from a log, and what holds for a post.

use crate::invariants::{correction, who};
use crate::world::Who::{self, Browser, Fenna, Noor};
use crate::world::{World, claim, correct, correct_of};
use proptest::prelude::*;
use std::collections::BTreeSet;
use toonvast_casework::{SetRight, Taught, Words, lessons, words};
use toonvast_model::command::Action;
use toonvast_model::event::{Event, What};
use toonvast_model::id::PostId;
use toonvast_model::post::Site;
use toonvast_model::screen::{ContentText, Contents};
use toonvast_model::triage::{Correction, Kind, Priority};

const QUESTION: Correction = Correction::Kind(Kind::Question);
const SPAM: Correction = Correction::Kind(Kind::Spam);
const LOW: Correction = Correction::Priority(Priority::Low);

/// A log and the words beside it.
#[derive(Default)]
struct Log {
    world: World,
    contents: Contents,
}

impl Log {
    fn of(clicks: impl IntoIterator<Item = (Who, Action)>) -> Self {
        let mut log = Self::default();
        for (who, action) in clicks {
            let text = match words(&action) {
                Some(Words::Post(post) | Words::Corrected(post)) => Some(post.text.clone()),
                _ => None,
            };
            let before = log.world.events.len();
            // A refusal leaves no trace, which is what is wanted here.
            let _refused = log.world.does(who, action);
            let made = log.world.events[before..].iter().find_map(content);
            log.contents
                .texts
                .extend(made.zip(text).map(|(id, text)| ContentText {
                    id,
                    text,
                    permalink: None,
                }));
        }
        log
    }

    fn lessons(&self) -> Vec<Taught> {
        lessons(&self.world.events, &self.contents)
    }
}

fn content(event: &Event) -> Option<toonvast_model::id::ContentId> {
    match &event.what {
        What::Opened { post, .. } | What::Corrected { post, .. } => Some(post.content),
        _ => None,
    }
}

fn held(log: &Log, post: &str) -> Vec<Correction> {
    let set_right: SetRight = log.world.events.iter().collect();
    set_right.of(Site::X, &PostId(post.into())).to_vec()
}

/// Post, teacher and corrections of each lesson.
fn told(log: &Log) -> Vec<(String, u32, Vec<Correction>)> {
    let line = |taught: Taught| (taught.post_id.0, taught.teacher, taught.corrections);
    log.lessons().into_iter().map(line).collect()
}

#[test]
fn several_clicks_of_one_person_in_one_post_are_one_lesson_with_the_last_word() {
    let log = Log::of([
        (Noor, correct_of("a", &[SPAM, LOW])),
        (Fenna, correct_of("a", &[LOW])),
        (Noor, correct_of("b", &[SPAM])),
        (Noor, correct_of("a", &[QUESTION])),
    ]);
    assert_eq!(
        told(&log),
        [
            ("a".to_owned(), 1, vec![LOW]),
            ("b".to_owned(), 0, vec![SPAM]),
            ("a".to_owned(), 0, vec![LOW, QUESTION]),
        ],
        "as old as the last click, oldest first"
    );
    assert_eq!(held(&log, "a"), [LOW, QUESTION]);
}

#[test]
fn what_was_forgotten_teaches_and_holds_no_more() {
    let mut clicks = vec![
        (Noor, correct_of("a", &[SPAM])),
        (Fenna, Action::ForgetLessons),
    ];
    assert_eq!(
        (
            told(&Log::of(clicks.clone())),
            held(&Log::of(clicks.clone()), "a")
        ),
        (vec![], vec![])
    );
    clicks.push((Fenna, correct_of("a", &[QUESTION])));
    let log = Log::of(clicks);
    assert_eq!(told(&log), [("a".to_owned(), 0, vec![QUESTION])]);
    assert_eq!(held(&log, "a"), [QUESTION]);
}

#[test]
fn erased_words_teach_nothing_but_what_was_said_of_the_post_holds() {
    let mut log = Log::of([(Noor, correct(&[SPAM])), (Browser, correct_of("b", &[LOW]))]);
    log.contents.texts.remove(0);
    assert_eq!(told(&log), [("b".to_owned(), 0, vec![LOW])]);
    assert_eq!(held(&log, "post"), [SPAM]);
    log.contents.texts[0].text = " ".into();
    assert!(
        told(&log).is_empty(),
        "without words there is nothing to learn"
    );
}

#[test]
fn a_correction_on_a_case_is_learnt_with_the_case_s_words() {
    let log = Log::of([(Noor, claim()), (Fenna, correct(&[QUESTION]))]);
    let taught = log.lessons();
    assert_eq!(taught.len(), 1);
    assert_eq!(taught[0].text, "Mijn accu laadt niet meer op");
}

fn click() -> impl Strategy<Value = (Who, Action)> {
    let correct = ("[a-c]", correction()).prop_map(|(id, said)| correct_of(&id, &[said]));
    let action = prop_oneof![8 => correct, 1 => Just(Action::ForgetLessons), 1 => Just(claim())];
    (who(), action)
}

proptest! {
    #[test]
    fn any_log_teaches_each_thing_once(clicks in prop::collection::vec(click(), 0..40)) {
        let log = Log::of(clicks);
        let taught = log.lessons();
        let mut met = BTreeSet::new();
        for lesson in &taught {
            prop_assert!(met.insert((lesson.post_id.clone(), lesson.teacher)), "one lesson a post and person");
            let fields: BTreeSet<_> = lesson.corrections.iter().map(Correction::field).collect();
            prop_assert_eq!(fields.len(), lesson.corrections.len(), "one value a field");
            prop_assert!(!lesson.corrections.is_empty() && !lesson.text.is_empty());
        }
        let teachers: BTreeSet<u32> = taught.iter().map(|lesson| lesson.teacher).collect();
        prop_assert!(teachers.iter().copied().eq(0..u32::try_from(teachers.len()).unwrap_or(0)), "numbered from 0");
        for post in ["a", "b", "c"] {
            let fields: BTreeSet<_> = held(&log, post).iter().map(|said| said.field()).collect();
            let taught: BTreeSet<_> = taught
                .iter()
                .filter(|lesson| lesson.post_id.0 == post)
                .flat_map(|lesson| lesson.corrections.iter().map(Correction::field))
                .collect();
            prop_assert_eq!(fields, taught, "what holds for a post was taught by somebody");
        }
    }

    #[test]
    fn a_log_taken_in_twice_teaches_the_same(clicks in prop::collection::vec(click(), 0..20)) {
        let log = Log::of(clicks);
        let twice = log.world.events.iter().chain(&log.world.events);
        let (once, again) = (log.lessons(), lessons(twice, &log.contents));
        prop_assert_eq!(once.len(), again.len());
    }
}
