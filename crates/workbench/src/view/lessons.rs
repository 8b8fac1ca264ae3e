//! What was learnt from corrections, and the way to forget it (M20).

use crate::desk::desk;
use leptos::prelude::*;

/// How much was learnt; forgetting asks once more, because it is for the whole team.
#[component]
pub fn Lessons() -> impl IntoView {
    let desk = desk();
    let learnt = Memo::new(move |_| {
        let settings = desk.settings.get().unwrap_or_default();
        settings.lessons
    });
    let asked = RwSignal::new(false);
    let nothing = move || learnt.get().corrections == 0;
    let count = move || {
        let learnt = learnt.get();
        (desk.words().settings.learnt)(learnt.corrections, learnt.teachers)
    };
    let forget = move |_| {
        asked.set(false);
        desk.run(async move {
            desk.source().forget_lessons().await?;
            desk.refresh();
            Ok(())
        });
    };
    let buttons = move || {
        match asked.get() {
        false => view! {
            <button data-act="forget" disabled=move || desk.busy.get() on:click=move |_| asked.set(true)>
                {move || desk.words().settings.forget}
            </button>
        }
        .into_any(),
        true => view! {
            <p role="alert">{move || desk.words().settings.forget_sure}</p>
            <button class="primary" data-act="forget-sure" disabled=move || desk.busy.get() on:click=forget>
                {move || desk.words().settings.forget}
            </button>
            <button on:click=move |_| asked.set(false)>{move || desk.words().common.cancel}</button>
        }
        .into_any(),
    }
    };
    view! {
        <section class="card" id="lessons">
            <h2>{move || desk.words().settings.lessons}</h2>
            <Show
                when=move || !nothing()
                fallback=move || view! { <p class="hint">{move || desk.words().settings.lessons_none}</p> }
            >
                <p data-learnt>{count}</p>
                <p class="hint">{move || desk.words().settings.lessons_hint}</p>
                <div class="buttons">{buttons}</div>
            </Show>
        </section>
    }
}
