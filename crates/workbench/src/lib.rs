//! The screens: queue, case, outbox, settings, accounts.
//!
//! One app with two homes, chosen when it starts: on the extension's pages it asks the engine's
//! home over a port, on the server's page it asks the server.
//!
//! - pure: [`queue`] (what the list shows), [`offers`] (what may be done), [`address`], [`clock`], [`keys`],
//!   [`route`], [`words`] (every sentence), [`trouble`]
//! - edge: [`home`], [`browser`], [`chrome`], [`source`], [`ids`]
//! - drawn: [`desk`] (what the screens share), [`app`] (the frame), [`mod@view`] (each screen)

pub mod address;
pub mod app;
pub mod browser;
pub mod chrome;
pub mod clock;
pub mod desk;
pub mod home;
pub mod ids;
pub mod keys;
pub mod offers;
pub mod queue;
pub mod route;
#[cfg(test)]
mod sample;
pub mod source;
pub mod trouble;
pub mod view;
pub mod words;

use app::App;
use home::{Home, Screen};
use leptos::mount::{mount_to, mount_to_body};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// Draws the screens into the element `toonvast` of the page, or else into its body.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    let home = Home::here();
    let body = document().body();
    let data = body.and_then(|body| body.dataset().get("screen"));
    let screen = Screen::of(data.as_deref());
    let place = document().get_element_by_id("toonvast");
    match place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(place) => mount_to(place, move || view! { <App home screen/> }).forget(),
        None => mount_to_body(move || view! { <App home screen/> }),
    }
}
