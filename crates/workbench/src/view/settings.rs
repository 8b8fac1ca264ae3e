//! The settings of the extension.

use super::lessons::Lessons;
use crate::address::origin;
use crate::chrome;
use crate::desk::{Desk, desk};
use crate::trouble::Failure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use toonvast_model::locale::Locale;
use toonvast_model::screen::Settings;
use wasm_bindgen_futures::JsFuture;

/// Language and name, server, what was learnt, paused sites.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let desk = desk();
    let arrived = Memo::new(move |_| desk.settings.with(Option::is_some));
    view! {
        <h1>{move || desk.words().common.settings}</h1>
        <Show
            when=move || arrived.get()
            fallback=move || view! { <p class="loading">{move || desk.words().common.loading}</p> }
        >
            <You/>
            <Server/>
            <Lessons/>
            <Paused/>
        </Show>
    }
}

/// Changes the settings and asks for them again.
fn save(desk: Desk, change: impl FnOnce(&mut Settings), then: impl FnOnce() + 'static) {
    let Some(mut settings) = desk.settings.get_untracked() else {
        return;
    };
    change(&mut settings);
    desk.run(async move {
        desk.source().save(settings).await?;
        then();
        desk.refresh();
        Ok(())
    });
}

/// The language and the name that signs.
#[component]
fn You() -> impl IntoView {
    let desk = desk();
    let heard = Memo::new(move |_| {
        desk.settings
            .with(|settings| settings.as_ref().map(|settings| settings.agent.clone()))
    });
    let agent = RwSignal::new(String::new());
    let saved = RwSignal::new(false);
    Effect::new(move |_| agent.set(heard.get().unwrap_or_default()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = agent.get().trim().trim_start_matches('^').to_owned();
        save(
            desk,
            |settings| settings.agent = name,
            move || saved.set(true),
        );
    };
    view! {
        <section class="card">
            <h2>{move || desk.words().settings.you}</h2>
            <LanguageField on_choose=move |locale| {
                save(desk, |settings| settings.locale = locale, || ());
            }/>
            <form class="stack" on:submit=submit>
                <label>
                    <span>{move || desk.words().settings.agent}</span>
                    <input
                        name="agent"
                        maxlength="40"
                        autocomplete="given-name"
                        aria-describedby="agent-hint"
                        prop:value=move || agent.get()
                        on:input=move |event| {
                            saved.set(false);
                            agent.set(event_target_value(&event));
                        }
                    />
                </label>
                <p class="hint" id="agent-hint">{move || desk.words().settings.agent_hint}</p>
                <div class="buttons">
                    <button class="primary" type="submit" disabled=move || desk.busy.get()>
                        {move || desk.words().settings.save}
                    </button>
                    <span role="status">
                        {move || saved.get().then(|| desk.words().settings.saved)}
                    </span>
                </div>
            </form>
        </section>
    }
}

/// Dutch or English, each called by its own name.
#[component]
pub fn LanguageField(on_choose: impl Fn(Locale) + 'static) -> impl IntoView {
    let desk = desk();
    let choose = move |event| {
        on_choose(match event_target_value(&event).as_str() {
            "en" => Locale::En,
            _ => Locale::Nl,
        });
    };
    let chosen = move |locale: Locale| desk.locale.get() == locale;
    view! {
        <label>
            <span>{move || desk.words().settings.language}</span>
            <select name="locale" on:change=choose>
                <option value="nl" lang="nl" prop:selected=move || chosen(Locale::Nl)>{"Nederlands"}</option>
                <option value="en" lang="en" prop:selected=move || chosen(Locale::En)>{"English"}</option>
            </select>
        </label>
    }
}

/// The server: paired with one, or a form to pair.
#[component]
fn Server() -> impl IntoView {
    let desk = desk();
    let paired = Memo::new(move |_| {
        desk.settings.with(|settings| {
            let settings = settings.as_ref()?;
            settings.signed_in.then(|| settings.server.clone())
        })
    });
    let leave = move |_| {
        desk.run(async move {
            desk.source().sign_out().await?;
            desk.refresh();
            Ok(())
        });
    };
    let body = move || match paired.get() {
        Some(server) => view! {
            <p class="good">{move || (desk.words().settings.paired)(&server)}</p>
            <p class="hint">{move || desk.words().settings.sign_out_hint}</p>
            <div class="buttons">
                <button disabled=move || desk.busy.get() on:click=leave>
                    {move || desk.words().settings.sign_out}
                </button>
            </div>
        }
        .into_any(),
        None => view! { <PairForm/> }.into_any(),
    };
    view! {
        <section class="card" id="server">
            <h2>{move || desk.words().settings.server}</h2>
            {body}
        </section>
    }
}

#[component]
fn PairForm() -> impl IntoView {
    let desk = desk();
    let known = desk
        .settings
        .with_untracked(|settings| settings.clone().unwrap_or_default().server);
    let server = RwSignal::new(known);
    let code = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        pair(desk, &server.get(), code.get());
    };
    let label = move || match desk.busy.get() {
        true => desk.words().settings.pairing,
        false => desk.words().settings.pair,
    };
    view! {
        <form class="stack" on:submit=submit>
            <p class="hint">{move || desk.words().settings.server_hint}</p>
            <label>
                <span>{move || desk.words().settings.address}</span>
                <input
                    name="server"
                    type="url"
                    required
                    placeholder="https://webcare.example"
                    prop:value=move || server.get()
                    on:input=move |event| server.set(event_target_value(&event))
                />
            </label>
            <label>
                <span>{move || desk.words().settings.code}</span>
                <input
                    name="code"
                    class="code"
                    required
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    maxlength="12"
                    aria-describedby="code-hint"
                    prop:value=move || code.get()
                    on:input=move |event| code.set(event_target_value(&event))
                />
            </label>
            <p class="hint" id="code-hint">{move || desk.words().settings.code_hint}</p>
            <div class="buttons">
                <button class="primary" type="submit" disabled=move || desk.busy.get()>{label}</button>
            </div>
        </form>
    }
}

/// Asks the browser first, at once: it shows its question only while it handles the click.
fn pair(desk: Desk, address: &str, code: String) {
    let Some(server) = origin(address) else {
        desk.trouble
            .set(Some(desk.words().settings.bad_address.into()));
        return;
    };
    let asked = chrome::ask_origin(&server);
    desk.run(async move {
        let allowed = match asked {
            Ok(promise) => JsFuture::from(promise)
                .await
                .is_ok_and(|answer| answer.is_truthy()),
            Err(_) => false,
        };
        if !allowed {
            let words = crate::words::Words::of(desk.locale.get_untracked());
            return Err(Failure::Told(words.settings.not_allowed.into()));
        }
        desk.source().pair(server, code.trim().to_owned()).await?;
        desk.refresh();
        Ok(())
    });
}

/// Where the extension keeps still, and the way to wake it.
#[component]
fn Paused() -> impl IntoView {
    let desk = desk();
    let paused = Memo::new(move |_| {
        desk.settings
            .with(|settings| settings.clone().unwrap_or_default().paused)
    });
    let line = move |host: String| {
        let label = host.clone();
        let gone = host.clone();
        view! {
            <li>
                <span class="host">{host}</span>
                <button
                    class="small"
                    aria-label=move || (desk.words().settings.resume_on)(&label)
                    disabled=move || desk.busy.get()
                    on:click=move |_| save(desk, |settings| settings.paused.retain(|host| *host != gone), || ())
                >
                    {move || desk.words().settings.resume}
                </button>
            </li>
        }
    };
    view! {
        <section class="card">
            <h2>{move || desk.words().settings.paused}</h2>
            <Show when=move || paused.with(Vec::is_empty) fallback=|| ()>
                <p class="hint">{move || desk.words().settings.paused_none}</p>
            </Show>
            <ul class="lines">
                <For each=move || paused.get() key=Clone::clone children=line/>
            </ul>
        </section>
    }
}
