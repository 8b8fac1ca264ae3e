//! What happened on a case, and what we said.

use super::case::actor_name;
use super::moment::Moment;
use super::queue::EmptyState;
use super::row::PostLink;
use crate::browser::safe_link;
use crate::desk::{Desk, desk};
use crate::words;
use leptos::prelude::*;
use toonvast_model::case::ReplyRef;
use toonvast_model::draft::ReplyKind;
use toonvast_model::event::{Event, What};
use toonvast_model::id::ContentId;
use toonvast_model::screen::{CaseView, ContentText};

/// Every event, newest first.
#[component]
pub fn Timeline(view: CaseView) -> impl IntoView {
    let desk = desk();
    let events = view.events.clone();
    let view = StoredValue::new(view);
    let line = move |event: Event| {
        let note = note(view, &event);
        let who = move || view.with_value(|view| actor_name(&desk, view, event.actor));
        let number = move || match event.seq {
            0 => desk.words().case.local_event.to_owned(),
            seq => (desk.words().case.event_number)(seq),
        };
        let what = event.what.clone();
        view! {
            <li data-event=event.what.name()>
                <span class="event-what">{move || event_name(&desk, &what)}</span>
                {note.map(|note| view! { <span class="note">{note}</span> })}
                <span class="meta">
                    {who} " · " <Moment at=event.at/> " · " <span class="number">{number}</span>
                </span>
            </li>
        }
    };
    view! {
        <section aria-label=move || desk.words().case.events>
            <h2>{move || desk.words().case.events}</h2>
            <ol class="events" reversed>{events.into_iter().rev().map(line).collect_view()}</ol>
        </section>
    }
}

fn event_name(desk: &Desk, what: &What) -> String {
    let words = &desk.words().case;
    match what {
        What::Opened { .. } => words.opened.into(),
        What::Claimed => words.claimed.into(),
        What::Released => words.released.into(),
        What::Replied { reply, .. } => match reply.kind {
            ReplyKind::Holding => words.replied_holding.into(),
            ReplyKind::Substantive => words.replied_substantive.into(),
        },
        What::Gathering => words.gathering.into(),
        What::Overridden { rule } => (words.overridden)(&rule.0),
        What::Closed => words.closed.into(),
        What::Reopened => words.reopened.into(),
        What::Corrected { corrections, .. } => {
            (words.corrected)(&words::corrections(desk.locale.get(), corrections))
        }
        What::LessonsForgotten => words.lessons_forgotten.into(),
    }
}

fn note(view: StoredValue<CaseView>, event: &Event) -> Option<String> {
    let id = event.note?;
    view.with_value(|view| text(view, id).map(|row| row.text.clone()))
}

fn text(view: &CaseView, id: ContentId) -> Option<&ContentText> {
    view.contents.texts.iter().find(|row| row.id == id)
}

/// Our replies, oldest first.
#[component]
pub fn Replies(view: CaseView) -> impl IntoView {
    let desk = desk();
    let none = view.case.replies.is_empty();
    let replies = view.case.replies.clone();
    let view = StoredValue::new(view);
    let line = move |reply: ReplyRef| view! { <Reply reply view/> };
    view! {
        <section aria-label=move || desk.words().case.replies>
            <h2>{move || desk.words().case.replies}</h2>
            {none.then_some(move || view! { <EmptyState empty=desk.words().case.no_replies/> })}
            <ul class="replies">{replies.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Reply(reply: ReplyRef, view: StoredValue<CaseView>) -> impl IntoView {
    let desk = desk();
    let row = view.with_value(|view| text(view, reply.content).cloned());
    let link = row
        .as_ref()
        .and_then(|row| safe_link(row.permalink.as_deref()?));
    let words_of_ours = row.map(|row| row.text);
    let (kind, by) = (reply.kind, reply.by);
    let name = match kind {
        ReplyKind::Holding => "holding",
        ReplyKind::Substantive => "substantive",
    };
    view! {
        <li class="reply" data-kind=name>
            <p class="meta">
                <strong>{move || words::reply_kind(desk.locale.get(), kind)}</strong>
                " · "
                {move || view.with_value(|view| actor_name(&desk, view, by))}
                " · "
                <Moment at=reply.at/>
            </p>
            <blockquote class="post-text">
                {words_of_ours.unwrap_or_else(|| desk.words().common.erased.into())}
            </blockquote>
            {link.map(|link| view! { <PostLink link/> })}
        </li>
    }
}

/// The rules an agent overrode on this case, with the reason given (M73).
#[component]
pub fn Overrides(view: CaseView) -> impl IntoView {
    let desk = desk();
    let overrides: Vec<(Event, String)> = view
        .events
        .iter()
        .filter_map(|event| match &event.what {
            What::Overridden { rule } => Some((event.clone(), rule.0.clone())),
            _ => None,
        })
        .collect();
    let view = StoredValue::new(view);
    (!overrides.is_empty()).then(|| {
        let line = move |(event, rule): (Event, String)| {
            view! {
                <li>
                    <code>{rule}</code>
                    {note(view, &event).map(|note| view! { <span class="note">{note}</span> })}
                    <span class="meta">
                        {move || view.with_value(|view| actor_name(&desk, view, event.actor))}
                        " · "
                        <Moment at=event.at/>
                    </span>
                </li>
            }
        };
        view! {
            <section aria-label=move || desk.words().case.overrides>
                <h2>{move || desk.words().case.overrides}</h2>
                <ul class="events">{overrides.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}
