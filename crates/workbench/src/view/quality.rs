//! How replies were, by colleague and week (M58).

use super::queue::EmptyState;
use crate::desk::{Desk, desk};
use leptos::prelude::*;
use toonvast_model::calendar::LocalDate;
use toonvast_model::case::Actor;
use toonvast_model::quality::{AgentQuality, Quality, RuleCount, WeekQuality};

/// The team's replies to who leads it, one's own to everybody else.
#[component]
pub fn QualityScreen() -> impl IntoView {
    let desk = desk();
    let body = move || match desk.quality.get() {
        None => view! { <p class="loading">{desk.words().common.loading}</p> }.into_any(),
        Some(quality) => view! { <Told quality/> }.into_any(),
    };
    view! {
        <section class="quality" aria-label=move || desk.words().quality.title>
            <h1 tabindex="-1">{move || desk.words().quality.title}</h1>
            {body}
        </section>
    }
}

#[component]
fn Told(quality: Quality) -> impl IntoView {
    let desk = desk();
    let everyone = quality.everyone;
    let about = move || match everyone {
        true => desk.words().quality.everyone,
        false => desk.words().quality.own,
    };
    if quality.agents.is_empty() {
        return view! {
            <p class="hint">{about}</p>
            {move || view! { <EmptyState empty=desk.words().quality.nothing/> }}
        }
        .into_any();
    }
    let weeks = StoredValue::new(quality.weeks);
    let row = move |agent: AgentQuality| view! { <Row agent weeks/> };
    view! {
        <p class="hint">{about}</p>
        <div class="table">
            <table>
                <thead><Heads/></thead>
                <tbody>{quality.agents.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Heads() -> impl IntoView {
    let desk = desk();
    view! {
        <tr>
            <th scope="col">{move || desk.words().quality.agent}</th>
            <th scope="col" class="figure">{move || desk.words().quality.replies}</th>
            <th scope="col" class="figure">{move || desk.words().quality.faultless}</th>
            <th scope="col">{move || desk.words().quality.course}</th>
            <th scope="col">{move || desk.words().quality.rules}</th>
            <th scope="col" class="figure">{move || desk.words().quality.overrides}</th>
        </tr>
    }
}

#[component]
fn Row(agent: AgentQuality, weeks: StoredValue<Vec<LocalDate>>) -> impl IntoView {
    let desk = desk();
    let total = agent.total();
    let (actor, name, trend) = (agent.actor, agent.name, agent.trend);
    let percent = percent(total);
    let bars = agent.weeks.into_iter().enumerate();
    let bar = move |(number, week): (usize, WeekQuality)| {
        let monday = weeks.with_value(|weeks| weeks.get(number).copied());
        view! { <Bar week monday/> }
    };
    let rules = rules(agent.rules);
    view! {
        <tr data-agent>
            <th scope="row">{move || called(&desk, actor, name.as_deref())}</th>
            <td class="figure">{total.replies}</td>
            <td class="figure">{percent}</td>
            <td>
                <ol class="course">{bars.map(bar).collect_view()}</ol>
                <small>{move || (desk.words().quality.trend)(trend)}</small>
            </td>
            <td>{rules.unwrap_or_else(|| desk.words().quality.no_rules.into())}</td>
            <td class="figure">{total.overrides}</td>
        </tr>
    }
}

/// One week as a bar, filled by the share of faultless replies and told in full to who asks.
#[component]
fn Bar(week: WeekQuality, monday: Option<LocalDate>) -> impl IntoView {
    let desk = desk();
    let share = week.faultless_percent();
    let told = move || {
        let monday = monday.map(|monday| monday.to_string()).unwrap_or_default();
        (desk.words().quality.week)(&monday, week.replies, share)
    };
    let filled = share.unwrap_or(0).to_string();
    view! {
        <li data-none=share.is_none().then_some("")>
            <meter min="0" max="100" value=filled title=told aria-label=told></meter>
        </li>
    }
}

fn percent(total: WeekQuality) -> String {
    let share = total.faultless_percent();
    share.map_or_else(|| "–".into(), |share| format!("{share}%"))
}

fn rules(rules: Vec<RuleCount>) -> Option<String> {
    let told = rules
        .iter()
        .map(|count| format!("{} {}×", count.rule, count.replies));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

fn called(desk: &Desk, actor: Actor, name: Option<&str>) -> String {
    let words = desk.words();
    let overview = desk.overview.get();
    let me = overview.is_some_and(|overview| overview.me == actor);
    match (me, actor, name) {
        (true, _, None) => words.common.you.into(),
        (true, _, Some(name)) => format!("{name} ({})", words.common.you),
        (false, _, Some(name)) => name.to_owned(),
        (false, Actor::ThisBrowser, None) => words.common.this_browser.into(),
        (false, Actor::Account(_), None) => words.common.colleague.into(),
    }
}
