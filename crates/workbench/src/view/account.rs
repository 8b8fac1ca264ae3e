//! Accounts on the server: signing in, the first account, and what belongs to an account.

use super::pairing::{PairCode, Tokens};
use super::settings::LanguageField;
use crate::browser;
use crate::desk::{Desk, Standing, desk};
use crate::route::Route;
use crate::source::{Api, Me};
use crate::trouble::Failure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Fewest characters of a password, as the server has it.
const PASSWORD_MIN: usize = 8;

/// Does something with the server behind this page.
pub fn with_api<F>(desk: Desk, work: impl FnOnce(Api) -> F + 'static)
where
    F: Future<Output = Result<(), Failure>> + 'static,
{
    if let Some(api) = desk.source().api() {
        desk.run(work(api));
    }
}

/// Name and password.
#[component]
pub fn SignIn() -> impl IntoView {
    let desk = desk();
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        with_api(desk, move |api| async move {
            api.sign_in(name.get_untracked().trim(), &password.get_untracked())
                .await?;
            enter(desk);
            Ok(())
        });
    };
    view! {
        <section class="card door">
            <h1>{move || desk.words().account.sign_in}</h1>
            <p class="hint">{move || desk.words().account.sign_in_hint}</p>
            <form class="stack" on:submit=submit>
                <NameField name/>
                <PasswordField password fresh=false/>
                <div class="buttons">
                    <button class="primary" type="submit" disabled=move || desk.busy.get()>
                        {move || desk.words().account.sign_in_do}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// The one-time link printed by a new server leads here.
#[component]
pub fn First(code: String) -> impl IntoView {
    let desk = desk();
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let code = code.clone();
        with_api(desk, move |api| async move {
            let (name, password) = (name.get_untracked(), password.get_untracked());
            api.first(&code, name.trim(), &password).await?;
            enter(desk);
            Ok(())
        });
    };
    view! {
        <section class="card door">
            <h1>{move || desk.words().account.first}</h1>
            <p class="hint">{move || desk.words().account.first_hint}</p>
            <form class="stack" on:submit=submit>
                <NameField name/>
                <PasswordField password fresh=true/>
                <div class="buttons">
                    <button class="primary" type="submit" disabled=move || desk.busy.get()>
                        {move || desk.words().account.first_do}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// Signed in: the link's code leaves the address, and the queue is asked for.
fn enter(desk: Desk) {
    desk.standing.set(Standing::Unknown);
    browser::go(&Route::Queue.hash());
    desk.route.set(Route::Queue);
    desk.refresh();
}

#[component]
fn NameField(name: RwSignal<String>) -> impl IntoView {
    let desk = desk();
    view! {
        <label>
            <span>{move || desk.words().account.name}</span>
            <input
                name="name"
                required
                autofocus
                autocomplete="username"
                maxlength="40"
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
            />
        </label>
    }
}

/// A password; a `fresh` one must be long enough.
#[component]
fn PasswordField(password: RwSignal<String>, fresh: bool) -> impl IntoView {
    let desk = desk();
    view! {
        <label>
            <span>{move || desk.words().account.password}</span>
            <input
                name="password"
                type="password"
                required
                minlength=fresh.then(|| PASSWORD_MIN.to_string())
                autocomplete=if fresh { "new-password" } else { "current-password" }
                prop:value=move || password.get()
                on:input=move |event| password.set(event_target_value(&event))
            />
        </label>
        {fresh.then(|| view! { <p class="hint">{move || desk.words().account.password_hint}</p> })}
    }
}

/// What belongs to the account signed in: language, brand, paired browsers.
#[component]
pub fn Accounts() -> impl IntoView {
    let desk = desk();
    let me = move || match desk.standing.get() {
        Standing::In(me) => me,
        Standing::Out | Standing::Unknown => None,
    };
    let leave = move |_| {
        with_api(desk, move |api| async move {
            api.sign_out().await?;
            desk.overview.set(None);
            desk.view.set(None);
            desk.standing.set(Standing::Out);
            browser::go(&Route::Queue.hash());
            Ok(())
        });
    };
    view! {
        <div class="page">
            <h1>{move || desk.words().common.settings}</h1>
            <section class="card">
                <p class="good">
                    {move || me().map(|me| (desk.words().account.signed_in)(&me.name))}
                </p>
                <LanguageField on_choose=move |locale| desk.speak(locale)/>
                {move || me().map(|me| view! { <BrandField me/> })}
                <div class="buttons">
                    <button disabled=move || desk.busy.get() on:click=leave>
                        {move || desk.words().account.sign_out}
                    </button>
                </div>
            </section>
            <PairCode/>
            <Tokens/>
        </div>
    }
}

/// The brand looked at, where there is a choice.
#[component]
fn BrandField(me: Me) -> impl IntoView {
    let desk = desk();
    if me.brands.len() < 2 {
        return None;
    }
    let brands = me.brands.clone();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(brand) = brands.iter().find(|brand| brand.id.as_str() == chosen) {
            desk.choose_brand(brand.id.clone());
        }
    };
    let current = move |id: &str| {
        desk.overview.with(|overview| {
            overview
                .as_ref()
                .is_some_and(|overview| overview.brand.as_str() == id)
        })
    };
    let option = move |brand: crate::source::Brand| {
        let id = brand.id.to_string();
        view! { <option value=brand.id.to_string() prop:selected=move || current(&id)>{brand.name}</option> }
    };
    Some(view! {
        <label>
            <span>{move || desk.words().account.brand}</span>
            <select name="brand" on:change=choose>
                {me.brands.into_iter().map(option).collect_view()}
            </select>
        </label>
    })
}
