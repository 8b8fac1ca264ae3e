//! The extension: numbered questions over a port that is opened again when it drops.

use crate::chrome::{self, Port};
use crate::trouble::Failure;
use js_sys::{Function, JSON, Promise};
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use toonvast_model::screen::{ScreenAnswer, ScreenAsk};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// A question as it travels.
#[derive(Serialize)]
struct Question<'a> {
    seq: u32,
    ask: &'a ScreenAsk,
}

/// An answer as it travels; `seq` 0 is news.
#[derive(Deserialize)]
struct Answer {
    seq: u32,
    answer: ScreenAnswer,
}

/// The connection to the engine's home.
#[derive(Debug, Clone)]
pub struct Link(Rc<Inner>);

struct Inner {
    port: RefCell<Option<Connected>>,
    connecting: RefCell<Option<Promise>>,
    last_seq: Cell<u32>,
    /// Who waits for which answer.
    waiting: RefCell<BTreeMap<u32, Waiter>>,
    answers: RefCell<BTreeMap<u32, Result<ScreenAnswer, Failure>>>,
    news: Box<dyn Fn()>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("last_seq", &self.last_seq)
            .finish_non_exhaustive()
    }
}

/// Wakes one waiting question.
struct Waiter(Function);

/// A port and what listens to it.
struct Connected {
    port: Port,
    _message: Closure<dyn Fn(JsValue)>,
    _end: Closure<dyn Fn()>,
}

impl Link {
    /// Not yet connected; the first question does that. `news` is called when something
    /// changed, and when the connection dropped.
    #[must_use]
    pub fn new(news: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner {
            port: RefCell::new(None),
            connecting: RefCell::new(None),
            last_seq: Cell::new(0),
            waiting: RefCell::default(),
            answers: RefCell::default(),
            news: Box::new(news),
        }))
    }

    /// Asks and waits for the answer.
    ///
    /// # Errors
    /// When the engine's home cannot be reached, or stops before it has answered.
    pub async fn ask(&self, ask: &ScreenAsk) -> Result<ScreenAnswer, Failure> {
        let port = self.connected().await?;
        let seq = self.0.last_seq.get().wrapping_add(1).max(1);
        self.0.last_seq.set(seq);
        let answered = Promise::new(&mut |resolve, _| {
            self.0.waiting.borrow_mut().insert(seq, Waiter(resolve));
        });
        let text = serde_json::to_string(&Question { seq, ask }).map_err(|_| Failure::Garbled)?;
        let question = JSON::parse(&text).map_err(|_| Failure::Garbled)?;
        if port.post(&question).is_err() {
            self.0.waiting.borrow_mut().remove(&seq);
            self.drop_port();
            return Err(Failure::Lost);
        }
        // Only ever resolved: the answer itself lies in `answers`.
        let _ = JsFuture::from(answered).await;
        let answer = self.0.answers.borrow_mut().remove(&seq);
        answer.unwrap_or(Err(Failure::Lost))
    }

    /// The port, connecting first where there is none; several questions share one attempt.
    async fn connected(&self) -> Result<Port, Failure> {
        if self.port().is_none() {
            let running = self.0.connecting.borrow().clone();
            let attempt = running.unwrap_or_else(|| {
                let link = self.clone();
                let promise = future_to_promise(async move {
                    let connected = link.connect().await;
                    *link.0.connecting.borrow_mut() = None;
                    connected.map(|()| JsValue::UNDEFINED)
                });
                *self.0.connecting.borrow_mut() = Some(promise.clone());
                promise
            });
            JsFuture::from(attempt).await.map_err(|_| Failure::Lost)?;
        }
        self.port().ok_or(Failure::Lost)
    }

    fn port(&self) -> Option<Port> {
        self.0
            .port
            .borrow()
            .as_ref()
            .map(|connected| connected.port.clone())
    }

    /// Has the background see to it that there is somebody to connect to, and connects.
    async fn connect(&self) -> Result<(), JsValue> {
        let ensure = JSON::parse(r#"{"to":"background","do":"ensure-host"}"#)?;
        JsFuture::from(chrome::send(&ensure)?).await?;
        let port = chrome::connect(&JSON::parse(r#"{"name":"screen"}"#)?)?;
        let link = self.clone();
        let message = Closure::<dyn Fn(JsValue)>::new(move |message| link.hear(&message));
        let link = self.clone();
        let end = Closure::<dyn Fn()>::new(move || link.drop_port());
        port.messages().add(message.as_ref().unchecked_ref());
        port.end().add(end.as_ref().unchecked_ref());
        *self.0.port.borrow_mut() = Some(Connected {
            port,
            _message: message,
            _end: end,
        });
        Ok(())
    }

    fn hear(&self, message: &JsValue) {
        let text = JSON::stringify(message)
            .map(String::from)
            .unwrap_or_default();
        match serde_json::from_str::<Answer>(&text) {
            Ok(Answer { seq: 0, .. }) => (self.0.news)(),
            Ok(Answer { seq, answer }) => self.wake(seq, Ok(answer)),
            // An answer of another version: whoever asked must not wait for ever.
            Err(_) => {
                let numbered = js_sys::Reflect::get(message, &"seq".into()).ok();
                let seq = numbered.and_then(|seq| seq.as_f64()).unwrap_or_default();
                let asked = self
                    .0
                    .waiting
                    .borrow()
                    .keys()
                    .copied()
                    .find(|&n| f64::from(n) == seq);
                asked
                    .into_iter()
                    .for_each(|n| self.wake(n, Err(Failure::Garbled)));
            }
        }
    }

    fn wake(&self, seq: u32, answer: Result<ScreenAnswer, Failure>) {
        let waiter = self.0.waiting.borrow_mut().remove(&seq);
        if let Some(Waiter(resolve)) = waiter {
            self.0.answers.borrow_mut().insert(seq, answer);
            // Resolving a promise cannot throw.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }

    /// Nobody answers any more: everybody waiting is told, and the screens ask again.
    fn drop_port(&self) {
        // The closures being dropped may be the ones running: let them finish first.
        let gone = self.0.port.borrow_mut().take();
        leptos::prelude::queue_microtask(move || drop(gone));
        let waiting: Vec<u32> = self.0.waiting.borrow().keys().copied().collect();
        for seq in waiting {
            self.wake(seq, Err(Failure::Lost));
        }
        (self.0.news)();
    }
}
