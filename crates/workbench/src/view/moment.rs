//! A moment: how long ago, and in full when asked.

use crate::browser;
use crate::clock;
use crate::desk::desk;
use leptos::prelude::*;
use toonvast_model::timestamp::Timestamp;

/// How long ago `at` was, with the full moment as its title.
#[component]
pub fn Moment(at: Timestamp) -> impl IntoView {
    let desk = desk();
    view! {
        <time datetime=at.to_string() title=move || browser::exact(desk.words().common.lang, at)>
            {move || clock::ago(&desk.words().moments, desk.now.get(), at)}
        </time>
    }
}
