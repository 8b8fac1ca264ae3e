//! The queue: what waits and what is open, most urgent first.

use super::promise::PromiseWarning;
use super::row::RowLine;
use crate::desk::{Desk, desk};
use crate::home::Home;
use crate::queue::{self, Filter, Row, RowKey};
use crate::words::{self, Empty, Words};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Lines drawn at once; more on demand, so that thousands of posts do not stop the panel.
const PAGE: usize = 60;

/// The lines to draw, in order, and how many more there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Shown {
    order: Vec<RowKey>,
    rows: BTreeMap<RowKey, Row>,
    more: usize,
}

/// Search, filters and the list.
#[component]
pub fn QueueScreen() -> impl IntoView {
    let desk = desk();
    let filter = RwSignal::new(Filter::default());
    let search = RwSignal::new(String::new());
    let drawn = RwSignal::new(PAGE);
    let shown = Memo::new(move |_| {
        desk.overview.with(|overview| {
            let rows = overview
                .as_ref()
                .map(|overview| {
                    search
                        .with(|search| queue::list(overview, filter.get(), search, desk.now.get()))
                })
                .unwrap_or_default();
            cut(rows, drawn.get())
        })
    });
    let line = move |key: RowKey| {
        let row = Memo::new(move |_| shown.with(|shown| shown.rows.get(&key).cloned()));
        view! { <RowLine row/> }
    };
    view! {
        <section class="queue-pane" aria-label=move || desk.words().common.queue>
            <Search search/>
            <PromiseWarning/>
            <Filters filter/>
            <ol class="rows" aria-label=move || desk.words().queue.list>
                <For each=move || shown.get().order key=Clone::clone children=line/>
            </ol>
            <Rest shown drawn/>
            <Nothing shown filter search/>
            <p class="keys">{move || desk.words().queue.keys}</p>
        </section>
    }
}

fn cut(rows: Vec<Row>, limit: usize) -> Shown {
    let more = rows.len().saturating_sub(limit);
    let drawn: Vec<Row> = rows.into_iter().take(limit).collect();
    Shown {
        order: drawn.iter().map(Row::key).collect(),
        rows: drawn.into_iter().map(|row| (row.key(), row)).collect(),
        more,
    }
}

#[component]
fn Search(search: RwSignal<String>) -> impl IntoView {
    let desk = desk();
    view! {
        <input
            id="search"
            type="search"
            autocomplete="off"
            aria-label=move || desk.words().queue.search
            placeholder=move || desk.words().queue.search
            prop:value=move || search.get()
            on:input=move |event| search.set(event_target_value(&event))
        />
    }
}

/// One button for each filter, with its count.
#[component]
fn Filters(filter: RwSignal<Filter>) -> impl IntoView {
    let desk = desk();
    let counts = Memo::new(move |_| {
        desk.overview
            .with(|overview| overview.as_ref().map(queue::counts).unwrap_or_default())
    });
    let button = move |(index, one): (usize, Filter)| {
        view! {
            <button
                class="chip"
                aria-pressed=move || (filter.get() == one).to_string()
                data-filter=one.name()
                on:click=move |_| filter.set(one)
            >
                {move || words::filter(desk.locale.get(), one)}
                " "
                <span class="count">{move || counts.get()[index]}</span>
            </button>
        }
    };
    // The server knows no posts that nobody claimed.
    let offered =
        |&(_, one): &(usize, Filter)| desk.home == Home::Extension || one != Filter::Waiting;
    view! {
        <div class="chips" role="group" aria-label=move || desk.words().queue.filters>
            {Filter::ALL.into_iter().enumerate().filter(offered).map(button).collect_view()}
        </div>
    }
}

#[component]
fn Rest(shown: Memo<Shown>, drawn: RwSignal<usize>) -> impl IntoView {
    let desk = desk();
    let more = Memo::new(move |_| shown.with(|shown| shown.more));
    view! {
        <Show when=move || more.get().gt(&0) fallback=|| ()>
            <button class="more" on:click=move |_| drawn.update(|n| *n += PAGE)>
                {move || (desk.words().queue.more)(more.get().min(PAGE))}
            </button>
        </Show>
    }
}

/// What an empty list means and what to do.
#[component]
fn Nothing(
    shown: Memo<Shown>,
    filter: RwSignal<Filter>,
    search: RwSignal<String>,
) -> impl IntoView {
    let desk = desk();
    let empty = Memo::new(move |_| {
        let none = shown.with(|shown| shown.order.is_empty());
        let arrived = desk.overview.with(Option::is_some);
        let searching = search.with(|search| !search.trim().is_empty());
        (none && arrived).then_some((filter.get(), searching))
    });
    let loading = move || desk.overview.with(Option::is_none) && desk.lost.with(Option::is_none);
    view! {
        <Show when=loading fallback=|| ()>
            <p class="loading">{move || desk.words().common.loading}</p>
        </Show>
        {move || {
            empty.get().map(|(filter, searching)| {
                let empty = sentence(&desk, desk.words(), filter, searching);
                view! { <EmptyState empty/> }
            })
        }}
    }
}

const fn sentence(desk: &Desk, words: &Words, filter: Filter, searching: bool) -> Empty {
    match (filter, desk.home) {
        _ if searching => words.queue.not_found,
        (Filter::ToDo, Home::Extension) => words.queue.no_work,
        (Filter::ToDo, Home::Server) => words.queue.no_work_server,
        (Filter::Waiting, _) => words.queue.no_waiting,
        (Filter::Open, _) => words.queue.no_open,
        (Filter::Completed, _) => words.queue.no_completed,
        (Filter::Closed, _) => words.queue.no_closed,
    }
}

/// An empty list.
#[component]
pub fn EmptyState(empty: Empty) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="what">{empty.what}</p>
            <p>{empty.todo}</p>
        </div>
    }
}
