//! Pairing a browser: a short code, and the browsers that hold a token.

use super::account::with_api;
use crate::browser;
use crate::clock;
use crate::desk::desk;
use crate::source::{Pairing, Token, TokenKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use toonvast_model::timestamp::Timestamp;

/// A code, big, with how long it is good.
#[component]
pub fn PairCode() -> impl IntoView {
    let desk = desk();
    let pairing = RwSignal::new(None::<Pairing>);
    let make = move |_| {
        with_api(desk, move |api| async move {
            pairing.set(Some(api.pairing().await?));
            Ok(())
        });
    };
    let label = move || match pairing.get() {
        Some(_) => desk.words().account.pair_again,
        None => desk.words().account.pair_do,
    };
    view! {
        <section class="card">
            <h2>{move || desk.words().account.pair}</h2>
            <p class="hint">{move || desk.words().account.pair_hint}</p>
            {move || pairing.get().map(|pairing| view! { <Code pairing/> })}
            <div class="buttons">
                <button class="primary" disabled=move || desk.busy.get() on:click=make>{label}</button>
            </div>
        </section>
    }
}

#[component]
fn Code(pairing: Pairing) -> impl IntoView {
    let desk = desk();
    let now = RwSignal::new(browser::now());
    if let Ok(ticking) =
        set_interval_with_handle(move || now.set(browser::now()), Duration::from_secs(1))
    {
        on_cleanup(move || ticking.clear());
    }
    let Pairing { code, expires_at } = pairing;
    let left = Memo::new(move |_| clock::left(now.get(), expires_at));
    let state = move || match left.get() {
        Some(left) => (desk.words().account.code_left)(&left),
        None => desk.words().account.code_gone.to_owned(),
    };
    view! {
        <div class="code-box" data-gone=move || left.with(Option::is_none).then_some("")>
            <p>{move || desk.words().account.code}</p>
            <p class="big-code"><output>{code}</output></p>
            <p class="meta" role="timer">{state}</p>
        </div>
    }
}

/// Sessions and paired browsers, each to be withdrawn.
#[component]
pub fn Tokens() -> impl IntoView {
    let desk = desk();
    let tokens = RwSignal::new(None::<Vec<Token>>);
    // A browser that pairs while this page is open appears with the next refresh.
    Effect::new(move |_| {
        desk.now.track();
        if let Some(api) = desk.source().api() {
            spawn_local(async move {
                // What fails here fails for the overview too, and is told there.
                if let Ok(heard) = api.tokens().await {
                    tokens.set(Some(heard));
                }
            });
        }
    });
    let revoke = move |id: String| {
        with_api(desk, move |api| async move {
            api.revoke(&id).await?;
            tokens.set(Some(api.tokens().await?));
            Ok(())
        });
    };
    let line = move |token: Token| view! { <TokenLine token on_revoke=revoke/> };
    view! {
        <section class="card">
            <h2>{move || desk.words().account.tokens}</h2>
            <ul class="lines">
                <For
                    each=move || tokens.get().unwrap_or_default()
                    key=|token| (token.id.clone(), token.last_used_at)
                    children=line
                />
            </ul>
        </section>
    }
}

#[component]
fn TokenLine(token: Token, on_revoke: impl Fn(String) + 'static) -> impl IntoView {
    let desk = desk();
    let Token {
        id,
        kind,
        label,
        created_at,
        last_used_at,
        current,
        ..
    } = token;
    let name = move || match kind {
        TokenKind::Session if current => desk.words().account.token_here.to_owned(),
        TokenKind::Session => desk.words().account.token_session.to_owned(),
        TokenKind::Device => label.clone(),
    };
    let ago = move |at: Timestamp| clock::ago(&desk.words().moments, desk.now.get(), at);
    let made = move || (desk.words().account.token_made)(&ago(created_at));
    let used = move || (desk.words().account.token_used)(&ago(last_used_at));
    view! {
        <li>
            <span class="host">{name}</span>
            <span class="meta">{made} " · " {used}</span>
            <button class="small" disabled=move || desk.busy.get() on:click=move |_| on_revoke(id.clone())>
                {move || desk.words().account.revoke}
            </button>
        </li>
    }
}
