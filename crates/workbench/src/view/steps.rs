//! The six steps of webcare, with who and when (M93).

use super::case::actor_name;
use super::moment::Moment;
use crate::desk::desk;
use crate::words;
use leptos::prelude::*;
use toonvast_model::case::{Step, StepState};
use toonvast_model::screen::CaseView;

/// All six, in order; the first one open is the one to do now.
#[component]
pub fn Steps(steps: [StepState; 6], view: CaseView) -> impl IntoView {
    let desk = desk();
    let next = steps.iter().position(|state| *state == StepState::Open);
    let view = StoredValue::new(view);
    let line = move |(index, step): (usize, Step)| {
        let state = steps[index];
        let is_next = next == Some(index);
        view! {
            <li class="step" data-step=step_name(state, is_next) aria-current=is_next.then_some("step")>
                <span class="step-mark" aria-hidden="true">{step_mark(state, index)}</span>
                <span class="step-name">{move || words::step(desk.locale.get(), step)}</span>
                <span class="step-when"><When state is_next view/></span>
            </li>
        }
    };
    view! {
        <section aria-label=move || desk.words().case.steps>
            <h2>{move || desk.words().case.steps}</h2>
            <ol class="steps">{Step::ALL.into_iter().enumerate().map(line).collect_view()}</ol>
        </section>
    }
}

/// Who and when, or how it stands.
#[component]
fn When(state: StepState, is_next: bool, view: StoredValue<CaseView>) -> impl IntoView {
    let desk = desk();
    match state {
        StepState::Done { at, by } => {
            let who = move || view.with_value(|view| actor_name(&desk, view, by));
            view! { <Moment at/> " · " {who} }.into_any()
        }
        StepState::Skipped { at } => {
            view! { {move || desk.words().case.step_skipped} " · " <Moment at/> }.into_any()
        }
        StepState::Open if is_next => (move || desk.words().case.step_next).into_any(),
        StepState::Open => (move || desk.words().case.step_open).into_any(),
    }
}

const fn step_name(state: StepState, is_next: bool) -> &'static str {
    match state {
        StepState::Done { .. } => "done",
        StepState::Skipped { .. } => "skipped",
        StepState::Open if is_next => "next",
        StepState::Open => "open",
    }
}

fn step_mark(state: StepState, index: usize) -> String {
    match state {
        StepState::Done { .. } => "✓".into(),
        StepState::Skipped { .. } => "–".into(),
        StepState::Open => (index + 1).to_string(),
    }
}
