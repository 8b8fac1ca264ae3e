//! A batch of commands becomes events, each once, in one transaction.

mod keep;

use crate::digest::{self, Salt};
use crate::{Store, StoreError, row};
use sqlx::SqliteConnection;
use toonvast_casework::{Made, decide};
use toonvast_model::case::{Actor, Case};
use toonvast_model::command::{Action, Command, Outcome, Refusal};
use toonvast_model::id::{AccountId, BrandId, CaseId, PersonId};
use toonvast_model::timestamp::Timestamp;

/// A command as it arrived, with what the edge made for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// What the agent wants.
    pub command: Command,
    /// Ids for whatever follows.
    pub made: Made,
    /// Salts for the digests of whatever follows.
    pub salts: Salts,
}

/// Three salts, each drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salts {
    /// For the command's words.
    pub content: Salt,
    /// For the author, if he is new.
    pub person: Salt,
    /// For the command's fingerprint.
    pub fingerprint: Salt,
}

/// Who sent a batch, and when it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sender {
    /// The account.
    pub account: AccountId,
    /// The server's own time; no event is later than this.
    pub received_at: Timestamp,
}

impl Store {
    /// Carries out a batch: all of it is on disk when this returns, or none of it.
    ///
    /// A command whose id was seen before with the same content gets the outcome of then,
    /// with other content [`Refusal::IdReused`]; nothing happens twice.
    ///
    /// # Errors
    /// When the database fails; then nothing of the batch has happened.
    pub async fn carry_out(
        &self,
        brand: &BrandId,
        sender: Sender,
        batch: &[Arrival],
    ) -> Result<Vec<Outcome>, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let mut outcomes = Vec::with_capacity(batch.len());
        for arrival in batch {
            outcomes.push(one(&mut tx, brand, sender, arrival).await?);
        }
        tx.commit().await?;
        Ok(outcomes)
    }
}

async fn one(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    sender: Sender,
    arrival: &Arrival,
) -> Result<Outcome, StoreError> {
    let command = &arrival.command;
    if command.brand != *brand {
        let refusal = Refusal::Invalid {
            field: "brand".to_owned(),
            why: "is not the brand of this address".to_owned(),
        };
        return Ok(Outcome::Refused {
            command: command.id,
            refusal,
        });
    }
    if let Some(outcome) = seen_before(tx, sender.account, command).await? {
        return Ok(outcome);
    }
    let (case, outcome) = match settle(tx, sender, arrival).await? {
        Settled::Refused { case, refusal } => (
            case,
            Outcome::Refused {
                command: command.id,
                refusal,
            },
        ),
        Settled::Done { case, seq } => (
            case,
            Outcome::Done {
                command: command.id,
                case,
                seq,
            },
        ),
    };
    keep::command(tx, sender, arrival, case, &outcome).await?;
    Ok(outcome)
}

enum Settled {
    Done { case: CaseId, seq: u64 },
    Refused { case: CaseId, refusal: Refusal },
}

async fn settle(
    tx: &mut SqliteConnection,
    sender: Sender,
    arrival: &Arrival,
) -> Result<Settled, StoreError> {
    let held = holding_case(tx, &arrival.command).await?;
    let id = held.as_ref().map_or(arrival.command.case, |case| case.id);
    // A claim that met a case: what follows it in the outbox may still name its own.
    if id != arrival.command.case {
        keep::alias(tx, &arrival.command.brand, arrival.command.case, id).await?;
    }
    let command = Command {
        case: id,
        at: arrival.command.at.min(sender.received_at),
        ..arrival.command.clone()
    };
    if let Some(refusal) = logged_elsewhere(tx, &command).await? {
        return Ok(Settled::Refused { case: id, refusal });
    }
    let actor = Actor::Account(sender.account);
    let made = with_known_author(tx, &command, arrival.made).await?;
    match decide(held.as_ref(), &command, actor, &made) {
        Err(refusal) => Ok(Settled::Refused { case: id, refusal }),
        Ok(whats) => {
            let happening = keep::Happening {
                command: &command,
                actor,
                made,
                salts: arrival.salts,
            };
            let seq = keep::events(tx, held, whats, &happening).await?;
            Ok(Settled::Done { case: id, seq })
        }
    }
}

async fn seen_before(
    tx: &mut SqliteConnection,
    account: AccountId,
    command: &Command,
) -> Result<Option<Outcome>, StoreError> {
    type Row = (Option<Vec<u8>>, Option<String>, String);
    let row: Option<Row> =
        sqlx::query_as("SELECT salt, fingerprint, outcome FROM command WHERE brand = ? AND id = ?")
            .bind(command.brand.as_str())
            .bind(command.id.to_string())
            .fetch_optional(tx)
            .await?;
    let Some((salt, known, outcome)) = row else {
        return Ok(None);
    };
    // Without salt the words were erased and nothing is left to compare: the id decides.
    let same = match (salt, known) {
        (Some(salt), Some(known)) => {
            let now = digest::fingerprint(&salt, account, command)
                .map_err(|_| StoreError::Row { what: "command" })?;
            now == known
        }
        _ => true,
    };
    if same {
        row::read_json(&outcome, "outcome").map(Some)
    } else {
        Ok(Some(Outcome::Refused {
            command: command.id,
            refusal: Refusal::IdReused,
        }))
    }
}

/// The case a command is about: for a claim or a correction the one that holds the post.
async fn holding_case(
    tx: &mut SqliteConnection,
    command: &Command,
) -> Result<Option<Case>, StoreError> {
    let brand = command.brand.as_str();
    if let Action::Claim { post, .. } | Action::Correct { post, .. } = &command.action {
        let holds: Option<(String,)> = sqlx::query_as(
            "SELECT f.snapshot FROM post p JOIN casefile f ON f.brand = p.brand AND f.id = p.case_id
             WHERE p.brand = ? AND p.site = ? AND p.post_id = ?",
        )
        .bind(brand)
        .bind(row::name(&post.site)?)
        .bind(&post.post_id.0)
        .fetch_optional(&mut *tx)
        .await?;
        if let Some((snapshot,)) = holds {
            return row::read_json(&snapshot, "case").map(Some);
        }
    }
    let id = command.case.to_string();
    let named: Option<(String,)> = sqlx::query_as(
        "SELECT snapshot FROM casefile
         WHERE brand = ?1 AND id IN (?2, (SELECT case_id FROM alias WHERE brand = ?1 AND id = ?2))
         ORDER BY id = ?2 DESC LIMIT 1",
    )
    .bind(brand)
    .bind(&id)
    .fetch_optional(tx)
    .await?;
    named
        .map(|(snapshot,)| row::read_json(&snapshot, "case"))
        .transpose()
}

async fn logged_elsewhere(
    tx: &mut SqliteConnection,
    command: &Command,
) -> Result<Option<Refusal>, StoreError> {
    let Action::LogReply { reply, .. } = &command.action else {
        return Ok(None);
    };
    let on: Option<(String,)> =
        sqlx::query_as("SELECT case_id FROM reply WHERE brand = ? AND site = ? AND post_id = ?")
            .bind(command.brand.as_str())
            .bind(row::name(&reply.site)?)
            .bind(&reply.post_id.0)
            .fetch_optional(tx)
            .await?;
    Ok(on
        .filter(|(case,)| *case != command.case.to_string())
        .map(|_| Refusal::Invalid {
            field: "reply.post_id".to_owned(),
            why: "is logged on another case already".to_owned(),
        }))
}

/// The ids made for a command, the author's replaced by the row that is there already.
async fn with_known_author(
    tx: &mut SqliteConnection,
    command: &Command,
    made: Made,
) -> Result<Made, StoreError> {
    let (Action::Claim { post, .. } | Action::Correct { post, .. }) = &command.action else {
        return Ok(made);
    };
    let known: Option<(String,)> = sqlx::query_as(
        "SELECT id FROM person WHERE brand = ? AND site = ? AND handle_key = ? AND handle_key <> ''",
    )
    .bind(command.brand.as_str())
    .bind(row::name(&post.site)?)
    .bind(crate::people::handle_key(&post.author))
    .fetch_optional(tx)
    .await?;
    match known {
        Some((id,)) => Ok(Made {
            person: PersonId(row::uuid(&id, "person")?),
            ..made
        }),
        None => Ok(made),
    }
}
