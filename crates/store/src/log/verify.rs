//! Proving that a brand's log and the words behind it are as they were written.

use super::{Digests, Payload, Row};
use crate::digest::{self, GENESIS};
use crate::{Store, StoreError, row};
use sqlx::SqliteConnection;
use toonvast_model::event::What;
use toonvast_model::id::{BrandId, ContentId};

const PAGE: i64 = 500;

/// A log that holds: how long it is, and the hash to note down elsewhere. Whoever keeps
/// that hash can tell later whether the end was cut off, which the chain alone cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Events.
    pub events: u64,
    /// Hash of the last, as 64 hexadecimal digits.
    pub head: String,
}

/// The first line that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the log breaks at event {seq}: {why}")]
pub struct Broken {
    /// Its number.
    pub seq: u64,
    /// What is wrong.
    pub why: &'static str,
}

impl Store {
    /// Reads the brand's whole log and compares every hash and every digest of words that
    /// are still there.
    ///
    /// # Errors
    /// When the database fails. A broken log is not an error but the answer.
    pub async fn verify_chain(
        &self,
        brand: &BrandId,
    ) -> Result<Result<Verified, Broken>, StoreError> {
        let mut tx = self.pool.begin().await?;
        let mut seq = 0_i64;
        let mut head = GENESIS.to_owned();
        loop {
            let page: Vec<Row> = sqlx::query_as(
                "SELECT seq, id, case_id, command_id, kind, at, actor, payload, prev, hash
                 FROM event WHERE brand = ? AND seq > ? ORDER BY seq LIMIT ?",
            )
            .bind(brand.as_str())
            .bind(seq)
            .bind(PAGE)
            .fetch_all(&mut *tx)
            .await?;
            if page.is_empty() {
                return Ok(Ok(Verified {
                    events: seq.unsigned_abs(),
                    head,
                }));
            }
            for line in page {
                if let Some(why) = wrong(&mut tx, brand, &line, seq + 1, &head).await? {
                    return Ok(Err(Broken {
                        seq: line.seq.unsigned_abs(),
                        why,
                    }));
                }
                seq = line.seq;
                head = line.hash;
            }
        }
    }
}

async fn wrong(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    line: &Row,
    expected: i64,
    prev: &str,
) -> Result<Option<&'static str>, StoreError> {
    if line.seq != expected {
        return Ok(Some("an event before it is missing"));
    }
    if line.prev != prev {
        return Ok(Some("it does not follow the event before it"));
    }
    if line.chained(brand.as_str())? != line.hash {
        return Ok(Some("it was changed after it was written"));
    }
    let Ok(payload) = row::read_json::<Payload>(&line.payload, "event") else {
        return Ok(Some("it does not read as an event"));
    };
    if payload.what.name() != line.kind {
        return Ok(Some("its kind is not that of its payload"));
    }
    words_changed(tx, brand, &payload).await
}

async fn words_changed(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    payload: &Payload,
) -> Result<Option<&'static str>, StoreError> {
    // A correction on a case rests on the words the case was opened with, proven there.
    if matches!(payload.what, What::Corrected { .. }) && payload.digests == Digests::default() {
        return Ok(None);
    }
    let content = match &payload.what {
        What::Opened { post, .. } | What::Corrected { post, .. } => Some(post.content),
        What::Replied { reply, .. } => Some(reply.content),
        _ => payload.note,
    };
    if let Some(content) = content {
        match content_digest(tx, brand, content).await? {
            Kept::Missing => return Ok(Some("the words behind it are missing")),
            Kept::Words(now) if Some(&now) != payload.digests.content.as_ref() => {
                return Ok(Some("the words behind it were changed"));
            }
            Kept::Words(_) | Kept::Erased => {}
        }
    }
    if let What::Opened { post, .. } | What::Corrected { post, .. } = &payload.what {
        let person: Option<(String, Option<String>, Option<Vec<u8>>)> =
            sqlx::query_as("SELECT site, handle, salt FROM person WHERE brand = ? AND id = ?")
                .bind(brand.as_str())
                .bind(post.author.to_string())
                .fetch_optional(tx)
                .await?;
        if let Some((site, Some(handle), Some(salt))) = person
            && Some(digest::person(&salt, &site, &handle)) != payload.digests.person
        {
            return Ok(Some("the author behind it was changed"));
        }
    }
    Ok(None)
}

enum Kept {
    /// There is no such row.
    Missing,
    /// The row is empty.
    Erased,
    /// The digest of what is there.
    Words(String),
}

async fn content_digest(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    content: ContentId,
) -> Result<Kept, StoreError> {
    type Words = (Option<String>, Option<String>, Option<Vec<u8>>);
    let words: Option<Words> =
        sqlx::query_as("SELECT text, permalink, salt FROM content WHERE brand = ? AND id = ?")
            .bind(brand.as_str())
            .bind(content.to_string())
            .fetch_optional(tx)
            .await?;
    Ok(match words {
        None => Kept::Missing,
        Some((None, None, None)) => Kept::Erased,
        Some((text, permalink, salt)) => Kept::Words(digest::content(
            &salt.unwrap_or_default(),
            &text.unwrap_or_default(),
            permalink.as_deref(),
        )),
    })
}
