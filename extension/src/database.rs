//! The browser's own database: what must survive a closed tab, a stopped worker, a crash.

use idb::{DatabaseEvent, Factory, ObjectStoreParams, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

const NAME: &str = "toonvast";
const VERSION: u32 = 1;

/// The stores of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// Language, server, token, brand.
    Settings,
    /// Commands the server has not confirmed.
    Outbox,
    /// Events the server has confirmed, by number.
    Events,
    /// Texts, handles and names behind the ids in events.
    Contents,
    /// Judged posts of today that wait for somebody.
    Waiting,
    /// Drafts being written, until their post is met on the page.
    Drafts,
}

impl Store {
    const ALL: [Self; 6] = [
        Self::Settings,
        Self::Outbox,
        Self::Events,
        Self::Contents,
        Self::Waiting,
        Self::Drafts,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Outbox => "outbox",
            Self::Events => "events",
            Self::Contents => "contents",
            Self::Waiting => "waiting",
            Self::Drafts => "drafts",
        }
    }
}

/// Why the browser's database failed.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The browser refused.
    #[error("the browser's database failed: {0}")]
    Browser(#[from] idb::Error),
    /// A row is not what this version writes.
    #[error("a row in the browser's database cannot be read: {0}")]
    Row(#[from] serde_wasm_bindgen::Error),
    /// The transaction ended without being kept.
    #[error("the browser did not keep the change; there may be no room left on the disk")]
    NotKept,
}

/// Changes that are kept together or not at all.
#[derive(Debug, Default)]
pub struct Batch(Vec<(Store, String, Option<JsValue>)>);

impl Batch {
    /// Adds or replaces a row.
    ///
    /// # Errors
    /// When the value cannot be written as a row.
    pub fn put<T: Serialize>(
        &mut self,
        store: Store,
        key: &str,
        value: &T,
    ) -> Result<(), DatabaseError> {
        let row = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        self.0.push((store, key.to_owned(), Some(row)));
        Ok(())
    }

    /// Removes a row, if it is there.
    pub fn delete(&mut self, store: Store, key: &str) {
        self.0.push((store, key.to_owned(), None));
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The open database.
#[derive(Debug, Clone)]
pub struct Db(web_sys::IdbDatabase);

impl Db {
    /// Opens the database, making its stores the first time.
    ///
    /// # Errors
    /// When the browser refuses, as in some private windows.
    pub async fn open() -> Result<Self, DatabaseError> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else {
                return;
            };
            let existing = database.store_names();
            for store in Store::ALL {
                if !existing.iter().any(|name| name == store.name()) {
                    // A refusal here surfaces as a missing store at the first transaction.
                    drop(database.create_object_store(store.name(), ObjectStoreParams::new()));
                }
            }
        });
        Ok(Self(request.await?.into()))
    }

    /// Every row of a store, by key.
    ///
    /// # Errors
    /// When the browser refuses or a row cannot be read.
    pub async fn all<T: DeserializeOwned>(&self, store: Store) -> Result<Vec<T>, DatabaseError> {
        let transaction = self.transaction("readonly")?;
        let rows = transaction
            .object_store(store.name())?
            .get_all(None, None)?
            .await?;
        rows.into_iter()
            .map(|row| serde_wasm_bindgen::from_value(row).map_err(DatabaseError::from))
            .collect()
    }

    /// Keeps a batch; when this returns it is on the disk.
    ///
    /// # Errors
    /// When the browser refuses; then nothing of the batch is kept.
    pub async fn keep(&self, batch: Batch) -> Result<(), DatabaseError> {
        if batch.is_empty() {
            return Ok(());
        }
        let transaction = self.transaction("readwrite")?;
        for (store, key, row) in batch.0 {
            let store = transaction.object_store(store.name())?;
            let key = JsValue::from_str(&key);
            match row {
                Some(row) => drop(store.put(&row, Some(&key))?),
                None => drop(store.delete(key)?),
            }
        }
        if transaction.commit()?.await?.is_committed() {
            Ok(())
        } else {
            Err(DatabaseError::NotKept)
        }
    }

    /// A transaction that reports success only when the disk has it: an agent's click is
    /// acknowledged after this, so the browser's relaxed default is not enough.
    fn transaction(&self, mode: &str) -> Result<Transaction, DatabaseError> {
        let names: js_sys::Array = Store::ALL
            .iter()
            .map(|store| JsValue::from_str(store.name()))
            .collect();
        let options = js_sys::Object::new();
        let opened = js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())
            .and_then(|_| {
                self.0
                    .unchecked_ref::<DurableDatabase>()
                    .transaction(&names, mode, &options)
            });
        opened
            .map(|transaction| {
                Transaction::from(transaction.unchecked_into::<web_sys::IdbTransaction>())
            })
            .map_err(|why| DatabaseError::Browser(idb::Error::TransactionOpenFailed(why)))
    }
}

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the third argument of `transaction`, which web-sys does not have yet.
    #[wasm_bindgen(js_name = IDBDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &DurableDatabase,
        stores: &js_sys::Array,
        mode: &str,
        options: &js_sys::Object,
    ) -> Result<JsValue, JsValue>;
}
