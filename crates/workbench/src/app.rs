//! The frame around the screens: header, the screen itself, what went wrong, the outbox.

use crate::browser;
use crate::chrome;
use crate::desk::{Desk, Standing, desk};
use crate::home::{Home, Screen};
use crate::keys::{self, Intent};
use crate::route::Route;
use crate::view::{
    Accounts, CaseScreen, First, Messages, OutboxLine, QualityScreen, QueueScreen, SettingsScreen,
    SignIn,
};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How often the server is asked again while nothing else happens.
const POLL: Duration = Duration::from_secs(15);
/// A value and no literal: Leptos draws wholly literal elements through `innerHTML`, which a page
/// that requires trusted types forbids.
const PRODUCT: &str = "Toonvast";
/// A row's own link or button, in the order of the list.
pub const ROWS: &str = "[data-row] .row-main";

/// All screens of one page.
#[component]
pub fn App(
    /// Where the screens run.
    home: Home,
    /// What this page is for.
    screen: Screen,
) -> impl IntoView {
    let desk = Desk::new(home);
    provide_context(desk);
    provide_context(screen);
    watch(desk);
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            // Only an invalid attribute name could fail.
            let _ = root.set_attribute("lang", desk.words().common.lang);
        }
    });
    match screen {
        Screen::Options => view! {
            <main class="page"><Messages/><SettingsScreen/></main>
            <OutboxLine/>
        }
        .into_any(),
        Screen::Work => view! {
            <Header/>
            <Messages/>
            <main class="stage" data-route=move || route_name(&desk.route.get())><Stage/></main>
            <OutboxLine/>
        }
        .into_any(),
    }
}

/// Follows the address, the keyboard, and the moment somebody looks again.
fn watch(desk: Desk) {
    window_event_listener(ev::hashchange, move |_| follow(desk));
    window_event_listener(ev::keydown, move |event| press(desk, &event));
    window_event_listener(ev::focus, move |_| desk.refresh());
    set_interval(
        move || match desk.home {
            Home::Server => desk.refresh(),
            // The extension says when something changed; only the ages must not stand still.
            Home::Extension => desk.now.set(browser::now()),
        },
        POLL,
    );
    if let Route::Case(case) = desk.route.get_untracked() {
        desk.open(case);
    }
}

fn follow(desk: Desk) {
    let before = desk.route.get_untracked();
    let route = Route::parse(&browser::hash());
    desk.route.set(route.clone());
    match (before, route) {
        (_, Route::Case(case)) => desk.open(case),
        (_, Route::Quality) => desk.open_quality(),
        (Route::Case(case), Route::Queue) => {
            let row = format!("[data-row='case-{case}'] .row-main");
            request_animation_frame(move || browser::focus(&row));
        }
        _ => {}
    }
}

fn press(desk: Desk, event: &web_sys::KeyboardEvent) {
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| {
            matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        });
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    let Some(intent) = keys::intent(&event.key(), typing, modified) else {
        return;
    };
    match intent {
        Intent::Back if typing => document()
            .active_element()
            .and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok())
            .map_or((), |field| drop(field.blur())),
        Intent::Back if desk.route.get_untracked() != Route::Queue => {
            browser::go(&Route::Queue.hash());
        }
        Intent::Back => return,
        Intent::Search => browser::focus("#search"),
        _ => move_focus(intent),
    }
    event.prevent_default();
}

fn move_focus(intent: Intent) {
    let rows = browser::elements(ROWS);
    let active = document().active_element();
    let current = rows.iter().position(|row| {
        let row: &web_sys::Element = row;
        active.as_ref() == Some(row)
    });
    // From within a case, its own row is where the list goes on.
    let current = current.or_else(|| {
        rows.iter()
            .position(|row| row.has_attribute("aria-current"))
    });
    if let Some(row) = keys::target(intent, current, rows.len()) {
        let _ = rows[row].focus();
    }
}

const fn route_name(route: &Route) -> &'static str {
    match route {
        Route::Queue => "queue",
        Route::Case(_) => "case",
        Route::Quality => "quality",
        Route::Settings => "settings",
        Route::First(_) => "first",
    }
}

/// Which screen stands in the middle.
#[component]
fn Stage() -> impl IntoView {
    let desk = desk();
    let shown = Memo::new(move |_| match (desk.standing.get(), desk.route.get()) {
        (_, Route::First(code)) if desk.home == Home::Server => Shown::First(code),
        (Standing::Unknown, _) => Shown::Nothing,
        (Standing::Out, _) => Shown::SignIn,
        (Standing::In(Some(_)), Route::Settings) => Shown::Accounts,
        (Standing::In(_), Route::Quality) => Shown::Quality,
        (Standing::In(_), _) => Shown::Work,
    });
    move || match shown.get() {
        Shown::Nothing => {
            view! { <p class="loading">{move || desk.words().common.loading}</p> }.into_any()
        }
        Shown::First(code) => view! { <First code/> }.into_any(),
        Shown::SignIn => view! { <SignIn/> }.into_any(),
        Shown::Accounts => view! { <Accounts/> }.into_any(),
        Shown::Quality => view! { <QualityScreen/> }.into_any(),
        Shown::Work => view! { <QueueScreen/><CaseScreen/> }.into_any(),
    }
}

#[derive(Clone, PartialEq, Eq)]
enum Shown {
    Nothing,
    First(String),
    SignIn,
    Accounts,
    Quality,
    Work,
}

/// Brand, and the way to queue and settings.
#[component]
fn Header() -> impl IntoView {
    let desk = desk();
    let brand = move || {
        desk.overview.with(|overview| {
            overview
                .as_ref()
                .map(|overview| overview.brand_name.clone())
        })
    };
    let inside = move || matches!(desk.standing.get(), Standing::In(_));
    let here = move |route: Route| (desk.route.get() == route).then_some("page");
    let settings = move || match desk.home {
        Home::Extension => view! {
            <button class="tab" on:click=move |_| drop(chrome::open_options())>
                {desk.words().common.settings}
            </button>
        }
        .into_any(),
        Home::Server => view! {
            <a class="tab" href="#/settings" aria-current=move || here(Route::Settings)>
                {move || desk.words().common.settings}
            </a>
        }
        .into_any(),
    };
    view! {
        <header class="top">
            <span class="mark" aria-hidden="true">{""}</span>
            <span class="product">{PRODUCT}</span>
            <span class="brand">{brand}</span>
            <Show when=inside fallback=|| ()>
                <nav aria-label=move || desk.words().common.navigation>
                    <a class="tab" href="#/" aria-current=move || here(Route::Queue)>
                        {move || desk.words().common.queue}
                    </a>
                    <a class="tab" href="#/quality" aria-current=move || here(Route::Quality)>
                        {move || desk.words().quality.title}
                    </a>
                    {settings}
                </nav>
            </Show>
        </header>
    }
}
