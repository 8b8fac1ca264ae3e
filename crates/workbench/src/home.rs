//! Where the screens run, and which of them this page shows.

use wasm_bindgen::JsValue;

/// Where the screens run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// On a page of the extension.
    Extension,
    /// On a page of the server.
    Server,
}

/// What this page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Queue and case.
    Work,
    /// The settings of the extension.
    Options,
}

impl Home {
    /// Looks whether there is an extension around this page.
    #[must_use]
    pub fn here() -> Self {
        let id = ["chrome", "runtime", "id"].into_iter().try_fold(
            JsValue::from(js_sys::global()),
            |at, name| {
                let next = js_sys::Reflect::get(&at, &name.into()).ok()?;
                (!next.is_undefined() && !next.is_null()).then_some(next)
            },
        );
        match id {
            Some(id) if id.is_string() => Self::Extension,
            _ => Self::Server,
        }
    }
}

impl Screen {
    /// Reads `data-screen` of the page's body: `options`, else queue and case.
    #[must_use]
    pub fn of(data: Option<&str>) -> Self {
        match data {
            Some("options") => Self::Options,
            _ => Self::Work,
        }
    }
}
