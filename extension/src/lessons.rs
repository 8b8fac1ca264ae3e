//! What the team has set right: learnt by the engine, here and from colleagues, and every post
//! in sight judged again (M20).

use crate::judging;
use crate::state::{Shared, State};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use toonvast_casework::{SetRight, Taught};
use toonvast_engine::Lesson;
use toonvast_model::id::{BrandId, PostId};
use toonvast_model::post::{Author, Post, Reach, Site};
use toonvast_model::screen::Lessons;

/// So many posts are judged again before others have their turn.
const POSTS_A_TURN: usize = 500;

/// What the engine has learnt.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Learnt {
    taught: Vec<Taught>,
    set_right: SetRight,
}

impl Learnt {
    /// How much that is.
    #[must_use]
    pub fn count(&self) -> Lessons {
        let corrections = self.taught.iter().map(|lesson| lesson.corrections.len());
        let teachers = self.taught.iter().map(|lesson| lesson.teacher + 1).max();
        Lessons {
            corrections: u32::try_from(corrections.sum::<usize>()).unwrap_or(u32::MAX),
            teachers: teachers.unwrap_or(0),
        }
    }
}

/// Learns what the ledger has to teach; false when it was learnt already.
pub fn learn(state: &mut State) -> bool {
    let learnt = Learnt {
        taught: state.ledger.lessons(),
        set_right: state.ledger.set_right().clone(),
    };
    if learnt == state.learnt {
        return false;
    }
    if learnt.taught != state.learnt.taught {
        let brand = state.engine.brand().id.clone();
        let taught = learnt.taught.iter();
        let lessons: Vec<Lesson> = taught.map(|taught| lesson(taught, &brand)).collect();
        state.engine.learn(&lessons);
    }
    state.learnt = learnt;
    true
}

fn lesson(taught: &Taught, brand: &BrandId) -> Lesson {
    Lesson {
        post: Post {
            id: taught.post_id.clone(),
            text: taught.text.clone(),
            site: taught.site,
            brand: Some(brand.clone()),
            author: Author::default(),
            reach: Reach::default(),
            posted_at: taught.posted_at,
        },
        corrections: taught.corrections.clone(),
        teacher: taught.teacher,
    }
}

/// Learns when there is something new to learn, and judges again what tabs show.
pub fn start(shared: &Shared) {
    let shared = Rc::clone(shared);
    // In a turn of its own: the click that taught it is answered first.
    Timeout::new(0, move || {
        let posts = {
            let mut state = shared.borrow_mut();
            if !learn(&mut state) {
                return;
            }
            state.in_sight()
        };
        judge_again(shared, posts);
    })
    .forget();
}

fn judge_again(shared: Shared, mut posts: Vec<(Site, PostId)>) {
    let rest = posts.split_off(posts.len().min(POSTS_A_TURN));
    let (rows, db) = {
        let mut state = shared.borrow_mut();
        let anew = judging::again(&mut state, &posts);
        state.tell(&anew.changed);
        (anew.rows, state.db.clone())
    };
    wasm_bindgen_futures::spawn_local(async move {
        // The panel's list is a convenience: without room on the disk the badges still stand.
        drop(db.keep(rows).await);
    });
    if !rest.is_empty() {
        Timeout::new(0, move || judge_again(shared, rest)).forget();
    }
}
