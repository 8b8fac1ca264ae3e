//! The event log: appending, reading, and proving that nobody changed it.

mod verify;

pub use verify::{Broken, Verified};

use crate::digest::{self, GENESIS, Line};
use crate::{Store, StoreError, cases, row};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use toonvast_model::event::{Event, What};
use toonvast_model::id::{BrandId, CaseId, CommandId, ContentId, EventId};
use toonvast_model::screen::Contents;
use toonvast_model::timestamp::Timestamp;

/// A stretch of the log with the words behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The events, in order.
    pub events: Vec<Event>,
    /// Their words, as far as not erased.
    pub contents: Contents,
    /// Number of the last event of the whole log; 0 when it is empty.
    pub head: u64,
}

impl Store {
    /// At most `limit` events after number `after`, with their words.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn events_after(
        &self,
        brand: &BrandId,
        after: u64,
        limit: u32,
    ) -> Result<Stretch, StoreError> {
        let mut tx = self.pool.begin().await?;
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT seq, id, case_id, command_id, kind, at, actor, payload, prev, hash
             FROM event WHERE brand = ? AND seq > ? ORDER BY seq LIMIT ?",
        )
        .bind(brand.as_str())
        .bind(i64::try_from(after).unwrap_or(i64::MAX))
        .bind(i64::from(limit))
        .fetch_all(&mut *tx)
        .await?;
        let events = rows
            .iter()
            .map(|row| row.event(brand))
            .collect::<Result<Vec<_>, _>>()?;
        let contents = cases::contents_of(&mut tx, brand, &events).await?;
        let head = head(&mut tx, brand).await?.seq;
        Ok(Stretch {
            events,
            contents,
            head,
        })
    }
}

/// Digests of the words behind an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Digests {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) person: Option<String>,
}

/// The column `payload`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Payload {
    #[serde(flatten)]
    what: What,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<ContentId>,
    #[serde(default)]
    digests: Digests,
}

/// Where a brand's log ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: u64,
    pub(crate) hash: String,
}

pub(crate) async fn head(tx: &mut SqliteConnection, brand: &BrandId) -> Result<Head, StoreError> {
    let row: Option<(i64, String)> =
        sqlx::query_as("SELECT seq, hash FROM event WHERE brand = ? ORDER BY seq DESC LIMIT 1")
            .bind(brand.as_str())
            .fetch_optional(tx)
            .await?;
    Ok(match row {
        Some((seq, hash)) => Head {
            seq: seq.unsigned_abs(),
            hash,
        },
        None => Head {
            seq: 0,
            hash: GENESIS.to_owned(),
        },
    })
}

pub(crate) async fn last_seq_of(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    case: CaseId,
) -> Result<u64, StoreError> {
    let (seq,): (i64,) =
        sqlx::query_as("SELECT coalesce(max(seq), 0) FROM event WHERE brand = ? AND case_id = ?")
            .bind(brand.as_str())
            .bind(case.to_string())
            .fetch_one(tx)
            .await?;
    Ok(seq.unsigned_abs())
}

/// Appends one event after `head`, gives it its number and returns the new head.
pub(crate) async fn append(
    tx: &mut SqliteConnection,
    head: Head,
    event: &mut Event,
    digests: &Digests,
) -> Result<Head, StoreError> {
    event.seq = head.seq + 1;
    let payload = Payload {
        what: event.what.clone(),
        note: event.note,
        digests: if has_words(event) {
            digests.clone()
        } else {
            Digests::default()
        },
    };
    let row = Row {
        seq: i64::try_from(event.seq).map_err(|_| StoreError::Row { what: "event" })?,
        id: event.id.to_string(),
        case_id: event.case.to_string(),
        command_id: event.command.to_string(),
        kind: event.what.name().to_owned(),
        at: event.at.0,
        actor: row::actor(event.actor),
        payload: row::json(&payload, "event")?,
        prev: head.hash,
        hash: String::new(),
    };
    let hash = row.chained(event.brand.as_str())?;
    sqlx::query(
        "INSERT INTO event (brand, seq, id, case_id, kind, at, actor, payload, prev, hash, command_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(event.brand.as_str())
    .bind(row.seq)
    .bind(row.id)
    .bind(row.case_id)
    .bind(row.kind)
    .bind(row.at)
    .bind(row.actor)
    .bind(row.payload)
    .bind(row.prev)
    .bind(&hash)
    .bind(row.command_id)
    .execute(tx)
    .await?;
    Ok(Head {
        seq: event.seq,
        hash,
    })
}

const fn has_words(event: &Event) -> bool {
    let words = matches!(
        event.what,
        What::Opened { .. } | What::Replied { .. } | What::Corrected { .. }
    );
    words || event.note.is_some()
}

/// A line of the table, without its brand.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Row {
    seq: i64,
    id: String,
    case_id: String,
    command_id: String,
    kind: String,
    at: i64,
    actor: String,
    payload: String,
    prev: String,
    hash: String,
}

impl Row {
    pub(crate) fn event(&self, brand: &BrandId) -> Result<Event, StoreError> {
        let payload: Payload = row::read_json(&self.payload, "event")?;
        Ok(Event {
            id: EventId(row::uuid(&self.id, "event")?),
            brand: brand.clone(),
            seq: self.seq.unsigned_abs(),
            case: CaseId(row::uuid(&self.case_id, "event")?),
            command: CommandId(row::uuid(&self.command_id, "event")?),
            at: Timestamp(self.at),
            actor: row::read_actor(&self.actor)?,
            note: payload.note,
            what: payload.what,
        })
    }

    fn chained(&self, brand: &str) -> Result<String, StoreError> {
        let line = Line {
            brand,
            seq: self.seq,
            id: &self.id,
            case_id: &self.case_id,
            command_id: &self.command_id,
            kind: &self.kind,
            at: self.at,
            actor: &self.actor,
            payload: &self.payload,
        };
        digest::chained(&self.prev, &line).map_err(|_| StoreError::Row { what: "event" })
    }
}
