//! The little the screens need of the browser itself.

use js_sys::{Date, Object, Reflect};
use leptos::prelude::{document, window};
use toonvast_model::locale::Locale;
use toonvast_model::timestamp::Timestamp;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::HtmlElement;

/// The present moment, by the clock of the browser.
#[must_use]
pub fn now() -> Timestamp {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a date is whole milliseconds below 2^53"
    )]
    Timestamp(Date::now() as i64)
}

/// A moment in full, in the zone of the browser, as `zaterdag 21 november 2026 21:18`.
#[must_use]
pub fn exact(lang: &str, moment: Timestamp) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "full"), ("timeStyle", "short")] {
        // Setting a property of a new plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds stay below 2^53 until the year 287396"
    )]
    let millis = JsValue::from_f64(moment.0 as f64);
    Date::new(&millis).to_locale_string(lang, &options).into()
}

/// Something kept by this browser for this origin.
#[must_use]
pub fn recall(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps something; a browser that keeps nothing just forgets.
pub fn keep(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The language the browser speaks to its user: Dutch, else English.
#[must_use]
pub fn locale() -> Locale {
    match window().navigator().language() {
        Some(language) if !language.starts_with("nl") => Locale::En,
        _ => Locale::Nl,
    }
}

/// The language the document is in now.
#[must_use]
pub fn lang() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}

/// The part of the address from `#`.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another screen of this page.
pub fn go(hash: &str) {
    // Fails only for a document that is no longer shown.
    let _ = window().location().set_hash(hash);
}

/// The elements that answer to a selector, in the order of the page.
#[must_use]
pub fn elements(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

/// Moves the focus, where there is such an element.
pub fn focus(selector: &str) {
    if let Some(element) = elements(selector).first() {
        let _ = element.focus();
    }
}

/// An address that may stand behind a link: http or https, nothing that runs.
#[must_use]
pub fn safe_link(address: &str) -> Option<String> {
    let start = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let safe = start.starts_with("https://") || start.starts_with("http://");
    safe.then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::safe_link;

    #[test]
    fn only_the_web_is_linked_to() {
        for good in ["https://x.com/a/status/1", "HTTP://forum.test/t?p=1#p1"] {
            assert_eq!(safe_link(good).as_deref(), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            " https://x.com",
            "data:text/html,x",
            "//x.com",
            "",
            "é",
        ] {
            assert_eq!(safe_link(bad), None, "{bad}");
        }
    }
}
