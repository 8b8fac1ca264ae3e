//! The level of a post: a colour, a shape and a word.

use crate::desk::desk;
use crate::words;
use leptos::prelude::*;
use toonvast_model::triage::Priority;

/// The level as a small label.
#[component]
pub fn Level(priority: Priority) -> impl IntoView {
    let desk = desk();
    view! {
        <span class="level" data-level=level_name(priority)>
            {move || words::priority(desk.locale.get(), priority)}
        </span>
    }
}

/// The level as the style sheet knows it.
#[must_use]
pub const fn level_name(priority: Priority) -> &'static str {
    match priority {
        Priority::Urgent => "urgent",
        Priority::High => "high",
        Priority::Normal => "normal",
        Priority::Low => "low",
        Priority::None => "none",
    }
}
