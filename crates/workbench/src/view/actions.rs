//! What the agent may do to a case now.

use crate::desk::desk;
use crate::offers::Offers;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use toonvast_casework::check::{CAUSE_MAX, DEPARTMENT_MAX};
use toonvast_model::command::Action;
use toonvast_model::id::CaseId;

/// The form that is open under the buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Gather,
    Close,
}

/// Buttons, and the small form one of them opens.
#[component]
pub fn Actions(case: CaseId, offers: Offers, holder: String) -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<Form>);
    let held = offers.held.then_some(holder);
    let answer_first = offers.answer_first;
    view! {
        <section class="actions" aria-label=move || desk.words().case.actions>
            <Buttons case offers form/>
            {move || form.get().map(|form_open| match form_open {
                Form::Gather => view! { <GatherForm case form/> }.into_any(),
                Form::Close => view! { <CloseForm case form/> }.into_any(),
            })}
            {held.map(|holder| view! {
                <p class="hint">{move || (desk.words().case.not_yours)(&holder)}</p>
            })}
            {answer_first.then(|| view! {
                <p class="hint">{move || desk.words().case.answer_first}</p>
            })}
        </section>
    }
}

#[component]
fn Buttons(case: CaseId, offers: Offers, form: RwSignal<Option<Form>>) -> impl IntoView {
    let desk = desk();
    let busy = move || desk.busy.get();
    let toggle = move |one: Form| form.update(|form| *form = (*form != Some(one)).then_some(one));
    let claim = offers.claim.map(|claim| {
        view! {
            <button class="primary" data-act="claim" disabled=busy on:click=move |_| desk.act(case, claim.clone())>
                {move || desk.words().case.claim}
            </button>
        }
    });
    let opens =
        move |one: Form, name: &'static str, label: fn(&crate::words::Case) -> &'static str| {
            view! {
                <button
                    data-act=name
                    disabled=busy
                    aria-expanded=move || (form.get() == Some(one)).to_string()
                    on:click=move |_| toggle(one)
                >
                    {move || label(&desk.words().case)}
                </button>
            }
        };
    let does = move |action: Action,
                     name: &'static str,
                     label: fn(&crate::words::Case) -> &'static str| {
        view! {
            <button data-act=name disabled=busy on:click=move |_| desk.act(case, action.clone())>
                {move || label(&desk.words().case)}
            </button>
        }
    };
    view! {
        <div class="buttons">
            {claim}
            {offers.close.then(|| opens(Form::Close, "close", |words| words.close))}
            {offers.gather.then(|| opens(Form::Gather, "gather", |words| words.gather))}
            {offers.reopen.then(|| does(Action::Reopen, "reopen", |words| words.reopen))}
            {offers.release.then(|| does(Action::Release, "release", |words| words.release))}
        </div>
    }
}

#[component]
fn GatherForm(case: CaseId, form: RwSignal<Option<Form>>) -> impl IntoView {
    let desk = desk();
    let department = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let department = department.get().trim().to_owned();
        if !department.is_empty() {
            form.set(None);
            desk.act(case, Action::Gather { department });
        }
    };
    view! {
        <form class="small-form" on:submit=submit>
            <label>
                <span>{move || desk.words().case.department}</span>
                <input
                    name="department"
                    required
                    autofocus
                    maxlength=DEPARTMENT_MAX.to_string()
                    prop:value=move || department.get()
                    on:input=move |event| department.set(event_target_value(&event))
                />
            </label>
            <FormButtons form label=|words| words.gather_do/>
        </form>
    }
}

#[component]
fn CloseForm(case: CaseId, form: RwSignal<Option<Form>>) -> impl IntoView {
    let desk = desk();
    let cause = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.set(None);
        desk.act(
            case,
            Action::Close {
                cause: cause.get().trim().to_owned(),
            },
        );
    };
    view! {
        <form class="small-form" on:submit=submit>
            <label>
                <span>{move || desk.words().case.cause}</span>
                <input
                    name="cause"
                    autofocus
                    maxlength=CAUSE_MAX.to_string()
                    aria-describedby="cause-hint"
                    prop:value=move || cause.get()
                    on:input=move |event| cause.set(event_target_value(&event))
                />
            </label>
            <p class="hint" id="cause-hint">{move || desk.words().case.cause_hint}</p>
            <FormButtons form label=|words| words.close_do/>
        </form>
    }
}

#[component]
fn FormButtons(
    form: RwSignal<Option<Form>>,
    label: fn(&crate::words::Case) -> &'static str,
) -> impl IntoView {
    let desk = desk();
    view! {
        <div class="buttons">
            <button class="primary" type="submit">{move || label(&desk.words().case)}</button>
            <button type="button" on:click=move |_| form.set(None)>
                {move || desk.words().common.cancel}
            </button>
        </div>
    }
}
