//! One case: the post, how far it is, what can be done, what happened.

use super::actions::Actions;
use super::level::Level;
use super::moment::Moment;
use super::promise::PromiseMark;
use super::queue::EmptyState;
use super::row::{PendingMark, PostLink, StateChip};
use super::steps::Steps;
use super::timeline::{Overrides, Replies, Timeline};
use crate::browser::safe_link;
use crate::desk::{Desk, desk};
use crate::offers::offers;
use crate::route::Route;
use crate::words;
use leptos::prelude::*;
use toonvast_casework::queue::Lookup;
use toonvast_model::case::Actor;
use toonvast_model::screen::CaseView;
use toonvast_model::triage::Correction;

/// The case in the address, or an invitation to choose one.
#[component]
pub fn CaseScreen() -> impl IntoView {
    let desk = desk();
    // Asked for again and again: drawn again only when something happened on the case, so that
    // a form being filled in stays.
    let view = Memo::new(move |_| desk.view.get());
    let chosen = Memo::new(move |_| matches!(desk.route.get(), Route::Case(_)));
    let me = Memo::new(move |_| desk.overview.with(|overview| Some(overview.as_ref()?.me)));
    let body = move || {
        let chosen = chosen.get();
        match view.get().zip(me.get()) {
            Some((view, me)) if chosen => view! { <CaseBody view me/> }.into_any(),
            None if chosen => {
                view! { <p class="loading">{desk.words().common.loading}</p> }.into_any()
            }
            _ => view! { <EmptyState empty=desk.words().queue.choose/> }.into_any(),
        }
    };
    view! {
        <section class="case-pane" aria-live="off">
            <a class="back" href="#/">{"← "}{move || desk.words().common.back}</a>
            {body}
        </section>
    }
}

#[component]
fn CaseBody(view: CaseView, me: Actor) -> impl IntoView {
    let desk = desk();
    let offers = offers(&view, me, desk.now.get_untracked());
    let holder = view.case.owner.map(|owner| actor_name(&desk, &view, owner));
    let steps = view.case.steps;
    let case = view.case.id;
    view! {
        <article class="case">
            <PostCard view=view.clone()/>
            <Actions case offers holder=holder.unwrap_or_default()/>
            <Steps steps view=view.clone()/>
            <SetRight view=view.clone()/>
            <Replies view=view.clone()/>
            <Overrides view=view.clone()/>
            <Timeline view/>
        </article>
    }
}

/// The post, its author, level and kind.
#[component]
fn PostCard(view: CaseView) -> impl IntoView {
    let desk = desk();
    let case = &view.case;
    let text = view
        .contents
        .texts
        .iter()
        .find(|row| row.id == case.post.content);
    let author = view
        .contents
        .people
        .iter()
        .find(|row| row.id == case.post.author);
    let link = text.and_then(|row| safe_link(row.permalink.as_deref()?));
    let author = author.map(|row| row.handle.clone());
    let text = text.map(|row| row.text.clone());
    let erased = move || desk.words().common.erased.to_owned();
    let (site, kind, situation) = (case.post.site, case.kind, case.situation);
    let sort = move || {
        let locale = desk.locale.get();
        let more = words::situation(locale, situation).map(|more| format!(" · {more}"));
        let site = words::site(locale, site);
        format!(
            "{}{} · {site}",
            words::kind(locale, kind),
            more.unwrap_or_default()
        )
    };
    let posted = case.post.posted_at.unwrap_or(case.opened_at);
    view! {
        <header class="post-card">
            <p class="row-head">
                <Level priority=case.priority/>
                <StateChip state=case.state/>
                {case.promise.map(|promise| view! { <PromiseMark promise/> })}
                {view.pending.then(|| view! { <PendingMark/> })}
            </p>
            <h1 tabindex="-1">{author.unwrap_or_else(erased)}</h1>
            <p class="meta">{sort} " · " <Moment at=posted/></p>
            <blockquote class="post-text">{text.unwrap_or_else(erased)}</blockquote>
            {link.map(|link| view! { <PostLink link/> })}
        </header>
    }
}

/// What colleagues set right in the post and still holds, the last word on each field (M20).
#[component]
fn SetRight(view: CaseView) -> impl IntoView {
    let desk = desk();
    let (site, post) = (view.case.post.site, &view.case.post.post_id);
    let set_right: toonvast_casework::SetRight = view.events.iter().collect();
    let held = set_right.of(site, post).to_vec();
    (!held.is_empty()).then(|| {
        let line = move |correction: Correction| {
            let (field, value) = (correction.clone(), correction.clone());
            view! {
                <li data-field=correction.field()>
                    <span class="meta">{move || field.field_word(desk.locale.get())}": "</span>
                    <strong>{move || value.word(desk.locale.get())}</strong>
                </li>
            }
        };
        view! {
            <section aria-label=move || desk.words().case.set_right>
                <h2>{move || desk.words().case.set_right}</h2>
                <ul class="set-right">{held.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}

/// An actor as the agent calls them.
pub fn actor_name(desk: &Desk, view: &CaseView, actor: Actor) -> String {
    let words = desk.words();
    let me = desk
        .overview
        .with(|overview| overview.as_ref().map(|overview| overview.me));
    match (actor, Lookup::new(&view.contents).name(actor)) {
        _ if me == Some(actor) => words.common.you.into(),
        (_, Some(name)) => name,
        (Actor::ThisBrowser, None) => words.common.this_browser.into(),
        (Actor::Account(_), None) => words.common.colleague.into(),
    }
}
