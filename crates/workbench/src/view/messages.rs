//! What the agent must know: what went wrong, and refusals that came later.

use crate::desk::desk;
use crate::route::Route;
use crate::trouble::Trouble;
use leptos::prelude::*;
use toonvast_model::screen::Notice;

/// Messages above the screen; read aloud when they appear.
#[component]
pub fn Messages() -> impl IntoView {
    let desk = desk();
    let lost = move || {
        let failure = desk.lost.get()?;
        let trouble = failure.trouble(desk.home, desk.words());
        Some(view! {
            <div class="message" data-tone="wait"><Sentences trouble/></div>
        })
    };
    let trouble = move || {
        let trouble = desk.trouble.get()?;
        Some(view! {
            <div class="message" data-tone="bad">
                <Sentences trouble/>
                <Dismiss on_dismiss=move || desk.trouble.set(None)/>
            </div>
        })
    };
    let notices = move || {
        desk.overview
            .with(|overview| overview.as_ref().map(|overview| overview.refusals.clone()))
            .unwrap_or_default()
    };
    view! {
        <section class="messages" role="alert" aria-label=move || desk.words().common.messages>
            {lost}
            {trouble}
            <For each=notices key=|notice| notice.command let(notice)>
                <NoticeLine notice/>
            </For>
        </section>
    }
}

/// One refusal, until dismissed.
#[component]
fn NoticeLine(notice: Notice) -> impl IntoView {
    let desk = desk();
    let command = notice.command;
    view! {
        <div class="message" data-tone="bad">
            <p>{notice.text}</p>
            <Dismiss on_dismiss=move || desk.dismiss(command)/>
        </div>
    }
}

/// What, why and what to do; parts with nothing to say are left out.
#[component]
fn Sentences(trouble: Trouble) -> impl IntoView {
    let desk = desk();
    let Trouble {
        what,
        why,
        todo,
        case,
    } = trouble;
    let part = |text: String| (!text.is_empty()).then(|| view! { " " <span>{text}</span> });
    let link = case.map(|case| {
        view! {
            " "
            <a href=Route::Case(case).hash()>{move || desk.words().common.to_case}</a>
        }
    });
    view! { <p><strong>{what}</strong>{part(why)}{part(todo)}{link}</p> }
}

/// Takes a message away.
#[component]
fn Dismiss(on_dismiss: impl Fn() + 'static) -> impl IntoView {
    let desk = desk();
    view! {
        <button
            class="icon"
            aria-label=move || desk.words().common.dismiss
            title=move || desk.words().common.dismiss
            on:click=move |_| on_dismiss()
        >
            {"×"}
        </button>
    }
}
