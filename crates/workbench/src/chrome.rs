//! The parts of the extension's own interface the screens use; Firefox offers the same names.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A lasting connection to the engine's home.
    #[derive(Debug, Clone)]
    pub type Port;

    /// Somewhere to listen.
    pub type Listeners;

    /// Says something; throws once the connection is gone.
    #[wasm_bindgen(method, js_name = postMessage, catch)]
    pub fn post(this: &Port, message: &JsValue) -> Result<(), JsValue>;

    /// What the other side says.
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub fn messages(this: &Port) -> Listeners;

    /// The end of the connection.
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    pub fn end(this: &Port) -> Listeners;

    /// Listens.
    #[wasm_bindgen(method, js_name = addListener)]
    pub fn add(this: &Listeners, listener: &Function);

    /// Connects to the engine's home.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = connect, catch)]
    pub fn connect(info: &JsValue) -> Result<Port, JsValue>;

    /// Says something to the background once.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    pub fn send(message: &JsValue) -> Result<Promise, JsValue>;

    /// Opens the settings.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = openOptionsPage, catch)]
    pub fn open_options() -> Result<JsValue, JsValue>;

    /// Asks the agent to allow an origin; given by the page's own script, because the browser
    /// shows the question only while it handles the click.
    #[wasm_bindgen(js_name = toonvastAskOrigin, catch)]
    pub fn ask_origin(origin: &str) -> Result<Promise, JsValue>;
}
