//! Whether everything has arrived: always in sight.

use crate::browser;
use crate::chrome;
use crate::clock;
use crate::desk::{Desk, desk};
use crate::home::{Home, Screen};
use leptos::prelude::*;
use toonvast_model::screen::Outbox;
use toonvast_model::timestamp::Timestamp;

/// The line at the foot of every screen.
#[component]
pub fn OutboxLine() -> impl IntoView {
    let desk = desk();
    let outbox = Memo::new(move |_| {
        desk.overview
            .with(|overview| overview.as_ref().map(|overview| overview.outbox.clone()))
    });
    move || {
        outbox.get().map(|outbox| {
            let name = outbox_name(&outbox);
            view! {
                <footer class="outbox" role="status" data-outbox=name>
                    <Sentence outbox=outbox.clone()/>
                    <Remedy outbox/>
                </footer>
            }
        })
    }
}

const fn outbox_name(outbox: &Outbox) -> &'static str {
    match outbox {
        Outbox::LocalOnly { .. } => "local-only",
        Outbox::Empty { .. } => "empty",
        Outbox::Pending { .. } => "pending",
        Outbox::Server { .. } => "server",
    }
}

/// How the outbox stands.
#[component]
fn Sentence(outbox: Outbox) -> impl IntoView {
    let desk = desk();
    let (heard, trouble) = match &outbox {
        Outbox::Empty { synced_at: at }
        | Outbox::Server {
            last_command_at: at,
        } => (*at, None),
        Outbox::Pending { trouble, .. } => (None, trouble.clone()),
        Outbox::LocalOnly { .. } => (None, None),
    };
    view! {
        <p title=move || heard.map(|at| browser::exact(desk.words().common.lang, at))>
            <span class="dot" aria-hidden="true">{""}</span>
            <span>{move || sentence(&desk, &outbox)}</span>
            {trouble.map(|text| view! { <span class="trouble">{text}</span> })}
        </p>
    }
}

fn sentence(desk: &Desk, outbox: &Outbox) -> String {
    let words = desk.words();
    let ago = |at: Timestamp| clock::ago(&words.moments, desk.now.get(), at);
    match outbox {
        Outbox::LocalOnly { kept } => (words.outbox.local)(*kept),
        Outbox::Empty {
            synced_at: Some(at),
        } => (words.outbox.empty)(&ago(*at)),
        Outbox::Empty { synced_at: None } => words.outbox.empty_unheard.into(),
        Outbox::Pending { waiting, .. } => (words.outbox.pending)(*waiting),
        Outbox::Server {
            last_command_at: Some(at),
        } => (words.outbox.server)(&ago(*at)),
        Outbox::Server {
            last_command_at: None,
        } => words.outbox.server_nothing.into(),
    }
}

/// What can be done about it.
#[component]
fn Remedy(outbox: Outbox) -> impl IntoView {
    let desk = desk();
    let screen: Screen = expect_context();
    match outbox {
        Outbox::Pending { .. } => Some(
            view! {
                <button class="small" disabled=move || desk.busy.get() on:click=move |_| desk.sync_now()>
                    {move || desk.words().outbox.try_now}
                </button>
            }
            .into_any(),
        ),
        Outbox::LocalOnly { .. } if desk.home == Home::Extension && screen == Screen::Work => Some(
            view! {
                <button class="small" on:click=move |_| drop(chrome::open_options())>
                    {move || desk.words().outbox.connect}
                </button>
            }
            .into_any(),
        ),
        _ => None,
    }
}
