//! Writing what was decided: words first, then the log, then what follows from it.

use super::{Arrival, Salts, Sender};
use crate::{StoreError, digest, log, row};
use sqlx::SqliteConnection;
use toonvast_casework::{Made, Words, fold, happened, queue, words};
use toonvast_model::case::{Actor, Case, PostRef};
use toonvast_model::command::{Command, Outcome, PostSnapshot};
use toonvast_model::event::What;
use toonvast_model::id::{BrandId, CaseId};

/// A command that was allowed, and what it is carried out with.
pub(super) struct Happening<'c> {
    pub(super) command: &'c Command,
    pub(super) actor: Actor,
    pub(super) made: Made,
    pub(super) salts: Salts,
}

/// Writes the events of a decision; returns the number of the last, or of the case's last
/// event when there was nothing left to do.
pub(super) async fn events(
    tx: &mut SqliteConnection,
    mut case: Option<Case>,
    whats: Vec<What>,
    happening: &Happening<'_>,
) -> Result<u64, StoreError> {
    let command = happening.command;
    if whats.is_empty() {
        return log::last_seq_of(tx, &command.brand, command.case).await;
    }
    let digests = rows(tx, happening, case.as_ref()).await?;
    let mut head = log::head(tx, &command.brand).await?;
    for mut event in happened(whats, command, command.at, happening.actor, &happening.made) {
        head = log::append(tx, head, &mut event, &digests).await?;
        if let What::Corrected { post, .. } = &event.what {
            correction(tx, command, post).await?;
        }
        case = fold(case, &event);
    }
    // What is set right in a post nobody has claimed is no case.
    if let Some(case) = &case {
        casefile(tx, case).await?;
    }
    Ok(head.seq)
}

/// The erasable rows behind the events, and the digests the log keeps of them.
async fn rows(
    tx: &mut SqliteConnection,
    happening: &Happening<'_>,
    case: Option<&Case>,
) -> Result<log::Digests, StoreError> {
    let command = happening.command;
    match words(&command.action) {
        None => Ok(log::Digests::default()),
        Some(Words::Note(note)) => {
            let content = content(tx, happening, note, None).await?;
            Ok(log::Digests {
                content: Some(content),
                person: None,
            })
        }
        Some(Words::Reply(reply)) => {
            let content = content(tx, happening, &reply.text, reply.permalink.as_deref()).await?;
            place(
                tx,
                "INSERT INTO reply (brand, site, post_id, case_id) VALUES (?, ?, ?, ?)",
                command,
                reply,
            )
            .await?;
            Ok(log::Digests {
                content: Some(content),
                person: None,
            })
        }
        // The post of a case is there already, or its author was forgotten: then it stays away.
        Some(Words::Corrected(_)) if case.is_some() => Ok(log::Digests::default()),
        Some(Words::Corrected(post)) => author_and_text(tx, happening, post).await,
        // A case given back to the queue and claimed again has its post already.
        Some(Words::Post(post)) if known(tx, command, post).await? => Ok(log::Digests::default()),
        Some(Words::Post(post)) => {
            let digests = author_and_text(tx, happening, post).await?;
            place(
                tx,
                "INSERT INTO post (brand, site, post_id, case_id) VALUES (?, ?, ?, ?)",
                command,
                post,
            )
            .await?;
            Ok(digests)
        }
    }
}

async fn author_and_text(
    tx: &mut SqliteConnection,
    happening: &Happening<'_>,
    post: &PostSnapshot,
) -> Result<log::Digests, StoreError> {
    let person = person(tx, happening, post).await?;
    let content = content(tx, happening, &post.text, post.permalink.as_deref()).await?;
    Ok(log::Digests {
        content: Some(content),
        person: Some(person),
    })
}

async fn known(
    tx: &mut SqliteConnection,
    command: &Command,
    post: &PostSnapshot,
) -> Result<bool, StoreError> {
    let row: Option<(i64,)> =
        sqlx::query_as("SELECT 1 FROM post WHERE brand = ? AND site = ? AND post_id = ?")
            .bind(command.brand.as_str())
            .bind(row::name(&post.site)?)
            .bind(&post.post_id.0)
            .fetch_optional(tx)
            .await?;
    Ok(row.is_some())
}

async fn content(
    tx: &mut SqliteConnection,
    happening: &Happening<'_>,
    text: &str,
    permalink: Option<&str>,
) -> Result<String, StoreError> {
    let salt = &happening.salts.content;
    sqlx::query(
        "INSERT INTO content (brand, id, case_id, text, permalink, salt) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(happening.command.brand.as_str())
    .bind(happening.made.content.to_string())
    .bind(happening.command.case.to_string())
    .bind(text)
    .bind(permalink)
    .bind(salt.as_slice())
    .execute(tx)
    .await?;
    Ok(digest::content(salt, text, permalink))
}

/// The author's row, made unless it is there; its digest.
async fn person(
    tx: &mut SqliteConnection,
    happening: &Happening<'_>,
    post: &PostSnapshot,
) -> Result<String, StoreError> {
    let brand = happening.command.brand.as_str();
    let id = happening.made.person.to_string();
    let site = row::name(&post.site)?;
    sqlx::query(
        "INSERT INTO person (brand, id, site, handle, handle_key, salt) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (brand, id) DO NOTHING",
    )
    .bind(brand)
    .bind(&id)
    .bind(&site)
    .bind(&post.author)
    .bind(crate::people::handle_key(&post.author))
    .bind(happening.salts.person.as_slice())
    .execute(&mut *tx)
    .await?;
    let (handle, salt): (String, Vec<u8>) =
        sqlx::query_as("SELECT handle, salt FROM person WHERE brand = ? AND id = ?")
            .bind(brand)
            .bind(&id)
            .fetch_one(tx)
            .await?;
    Ok(digest::person(&salt, &site, &handle))
}

async fn place(
    tx: &mut SqliteConnection,
    insert: &'static str,
    command: &Command,
    post: &PostSnapshot,
) -> Result<(), StoreError> {
    sqlx::query(insert)
        .bind(command.brand.as_str())
        .bind(row::name(&post.site)?)
        .bind(&post.post_id.0)
        .bind(command.case.to_string())
        .execute(tx)
        .await?;
    Ok(())
}

/// Where to find what was set right when its author is to be forgotten or its post is claimed.
async fn correction(
    tx: &mut SqliteConnection,
    command: &Command,
    post: &PostRef,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO correction (brand, site, post_id, case_id, person_id) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
    )
    .bind(command.brand.as_str())
    .bind(row::name(&post.site)?)
    .bind(&post.post_id.0)
    .bind(command.case.to_string())
    .bind(post.author.to_string())
    .execute(tx)
    .await?;
    Ok(())
}

async fn casefile(tx: &mut SqliteConnection, case: &Case) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO casefile (brand, id, person_id, state_rank, priority, score, opened_at, snapshot)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (brand, id) DO UPDATE SET
            state_rank = excluded.state_rank, priority = excluded.priority,
            snapshot = excluded.snapshot",
    )
    .bind(case.brand.as_str())
    .bind(case.id.to_string())
    .bind(case.post.author.to_string())
    .bind(i64::from(queue::state_rank(case.state)))
    .bind(case.priority as i64)
    .bind(i64::from(case.score))
    .bind(case.opened_at.0)
    .bind(row::json(case, "case")?)
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn alias(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    id: CaseId,
    case: CaseId,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO alias (brand, id, case_id) VALUES (?, ?, ?) ON CONFLICT (brand, id) DO NOTHING")
        .bind(brand.as_str())
        .bind(id.to_string())
        .bind(case.to_string())
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn command(
    tx: &mut SqliteConnection,
    sender: Sender,
    arrival: &Arrival,
    case: CaseId,
    outcome: &Outcome,
) -> Result<(), StoreError> {
    let salt = &arrival.salts.fingerprint;
    let fingerprint = digest::fingerprint(salt, sender.account, &arrival.command)
        .map_err(|_| StoreError::Row { what: "command" })?;
    sqlx::query(
        "INSERT INTO command (brand, id, case_id, salt, fingerprint, outcome, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(arrival.command.brand.as_str())
    .bind(arrival.command.id.to_string())
    .bind(case.to_string())
    .bind(salt.as_slice())
    .bind(fingerprint)
    .bind(row::json(outcome, "outcome")?)
    .bind(sender.received_at.0)
    .execute(tx)
    .await?;
    Ok(())
}
