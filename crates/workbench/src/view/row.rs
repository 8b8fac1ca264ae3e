//! One line of the queue.

use super::level::{Level, level_name};
use super::moment::Moment;
use super::promise::PromiseMark;
use crate::browser::safe_link;
use crate::desk::{Desk, desk};
use crate::queue::Row;
use crate::route::Route;
use crate::words;
use leptos::prelude::*;
use toonvast_model::case::CaseState;
use toonvast_model::link::BadgeReason;
use toonvast_model::screen::{CaseRow, WaitingPost};

/// A line; redrawn when what it shows changed, and only then.
#[component]
pub fn RowLine(row: Memo<Option<Row>>) -> impl IntoView {
    let open = RwSignal::new(false);
    move || {
        row.get().map(|row| {
            let name = row.key().name();
            let level = level_name(row.priority());
            let body = match &row {
                Row::Waiting(post) => {
                    view! { <WaitingBody post=WaitingPost::clone(post) open/> }.into_any()
                }
                Row::Case(case) => view! { <CaseBody row=CaseRow::clone(case)/> }.into_any(),
            };
            view! {
                <li class="row" data-row=name data-level=level>
                    <Head row/>
                    {body}
                </li>
            }
        })
    }
}

/// Level, author, site and age.
#[component]
fn Head(row: Row) -> impl IntoView {
    let desk = desk();
    let site = row.site();
    let author = row.author().to_owned();
    let author = move || match author.as_str() {
        "" => desk.words().common.erased.to_owned(),
        author => author.to_owned(),
    };
    view! {
        <p class="row-head">
            <Level priority=row.priority()/>
            <span class="author">{author}</span>
            <span class="meta">
                {move || words::site(desk.locale.get(), site)}
                {row.since().map(|at| view! { " · " <Moment at/> })}
            </span>
        </p>
    }
}

/// A post nobody has claimed: its reasons on demand, and the button to take it on.
#[component]
fn WaitingBody(post: WaitingPost, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let id = post.badge.post_id.clone();
    let link = post.permalink.as_deref().and_then(safe_link);
    let reasons = StoredValue::new(post.badge.reasons);
    view! {
        <button
            class="row-main excerpt"
            aria-expanded=move || open.get().to_string()
            title=move || desk.words().queue.why
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {post.excerpt}
        </button>
        <Show when=move || open.get() fallback=|| ()>
            <Reasons reasons=reasons.get_value()/>
        </Show>
        <p class="row-foot">
            <span class="owner" data-owner="none">{move || desk.words().queue.waiting}</span>
            {link.map(|link| view! { <PostLink link/> })}
            <button
                class="primary small"
                data-act="claim"
                disabled=move || desk.busy.get()
                on:click=move |_| desk.claim(id.clone())
            >
                {move || desk.words().queue.claim}
            </button>
        </p>
    }
}

/// Why a post has its level, weightiest first.
#[component]
fn Reasons(reasons: Vec<BadgeReason>) -> impl IntoView {
    let desk = desk();
    let line = move |reason: BadgeReason| {
        view! {
            <li>
                <span class="points">{move || (desk.words().queue.points)(reason.points)}</span>
                <span>{reason.text}</span>
            </li>
        }
    };
    view! {
        <ul class="reasons" aria-label=move || desk.words().queue.why>
            {reasons.into_iter().map(line).collect_view()}
        </ul>
    }
}

/// A case: the whole line leads to it.
#[component]
fn CaseBody(row: CaseRow) -> impl IntoView {
    let desk = desk();
    let route = Route::Case(row.case.id);
    let hash = route.hash();
    let here = move || (desk.route.get() == route).then_some("true");
    let excerpt = row.excerpt.clone();
    let excerpt = move || match excerpt.as_str() {
        "" => desk.words().common.erased.to_owned(),
        text => text.to_owned(),
    };
    let state = row.case.state;
    let pending = row.pending;
    let promise = row.case.promise;
    view! {
        <a class="row-main excerpt" href=hash aria-current=here>{excerpt}</a>
        <p class="row-foot">
            <StateChip state/>
            {promise.map(|promise| view! { <PromiseMark promise/> })}
            <span class="owner">{move || owner(&desk, &row)}</span>
            {pending.then(|| view! { <PendingMark/> })}
        </p>
    }
}

fn owner(desk: &Desk, row: &CaseRow) -> String {
    let words = desk.words();
    let mine = desk.overview.with(|overview| {
        overview
            .as_ref()
            .is_some_and(|overview| Some(overview.me) == row.case.owner)
    });
    match (row.case.owner, &row.owner) {
        (None, _) => words.queue.free.into(),
        (Some(_), _) if mine => words.queue.mine.into(),
        (Some(_), Some(name)) => (words.queue.owned_by)(name),
        (Some(_), None) => (words.queue.owned_by)(words.common.colleague),
    }
}

/// Open, completed or closed.
#[component]
pub fn StateChip(state: CaseState) -> impl IntoView {
    let desk = desk();
    let name = match state {
        CaseState::Open => "open",
        CaseState::Completed => "completed",
        CaseState::Closed => "closed",
    };
    let text = move || match state {
        CaseState::Open => desk.words().case.state_open,
        CaseState::Completed => desk.words().case.state_completed,
        CaseState::Closed => desk.words().case.state_closed,
    };
    view! { <span class="state" data-state=name>{text}</span> }
}

/// Something the agent did has not reached the server yet.
#[component]
pub fn PendingMark() -> impl IntoView {
    let desk = desk();
    view! {
        <span class="pending" title=move || desk.words().queue.pending_why>
            {move || desk.words().queue.pending}
        </span>
    }
}

/// The post on its own page, in a tab of its own that knows nothing of this one.
#[component]
pub fn PostLink(link: String) -> impl IntoView {
    let desk = desk();
    view! {
        <a class="post-link" href=link target="_blank" rel="noopener noreferrer">
            {move || desk.words().queue.open_post}
            <span aria-hidden="true">{" ↗"}</span>
        </a>
    }
}
