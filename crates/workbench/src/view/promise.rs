//! What was promised, and the warning before it is broken (M35).

use crate::browser;
use crate::clock;
use crate::desk::desk;
use crate::queue;
use leptos::prelude::*;
use toonvast_model::case::{Promise, Standing};

/// A promise with how long still, or how long since.
#[component]
pub fn PromiseMark(promise: Promise) -> impl IntoView {
    let desk = desk();
    let standing = move || promise.standing(desk.now.get());
    let text = move || {
        let words = desk.words();
        let (now, due) = (desk.now.get(), promise.due);
        match standing() {
            Standing::Ahead => (words.promises.ahead)(&clock::until(&words.moments, now, due)),
            Standing::Near => (words.promises.near)(&clock::until(&words.moments, now, due)),
            Standing::Late => (words.promises.late)(&clock::until(&words.moments, due, now)),
        }
    };
    view! {
        <time
            class="promise"
            data-promise=move || standing_name(standing())
            datetime=promise.due.to_string()
            title=move || browser::exact(desk.words().common.lang, promise.due)
        >
            {text}
        </time>
    }
}

const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Ahead => "ahead",
        Standing::Near => "near",
        Standing::Late => "late",
    }
}

/// How many promises are nearly due and how many broken, over the list; nothing when none.
#[component]
pub fn PromiseWarning() -> impl IntoView {
    let desk = desk();
    let count = Memo::new(move |_| {
        let now = desk.now.get();
        desk.overview.with(|overview| {
            let overview = overview.as_ref();
            overview.map_or((0, 0), |overview| queue::promises(overview, now))
        })
    });
    move || {
        let (near, late) = count.get();
        (near + late > 0).then(|| {
            let level = if late > 0 { "late" } else { "near" };
            view! {
                <p class="promise-warning" role="status" data-promise=level>
                    {move || (desk.words().promises.warning)(near, late)}
                </p>
            }
        })
    }
}
