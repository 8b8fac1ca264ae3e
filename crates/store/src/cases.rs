//! Lists and single cases, with the words behind their ids.

use crate::{Store, StoreError, log, row};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::BTreeSet;
use toonvast_casework::queue::Lookup;
use toonvast_casework::story;
use toonvast_model::case::{Actor, Case};
use toonvast_model::event::{Event, What};
use toonvast_model::id::{AccountId, BrandId, CaseId, ContentId, PersonId};
use toonvast_model::screen::{AccountName, CaseRow, CaseView, ContentText, Contents, PersonName};
use toonvast_model::timestamp::Timestamp;
use uuid::Uuid;

/// SQLite takes 32,766 values in one statement; we stay far below.
const CHUNK: usize = 1_000;

impl Store {
    /// The brand's cases in the order of `toonvast_casework::queue`, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn queue(&self, brand: &BrandId, limit: u32) -> Result<Vec<CaseRow>, StoreError> {
        let mut tx = self.pool.begin().await?;
        let rows: Vec<(String,)> = sqlx::query_as(
            "SELECT snapshot FROM casefile WHERE brand = ?
             ORDER BY state_rank, priority DESC, score DESC, opened_at, id LIMIT ?",
        )
        .bind(brand.as_str())
        .bind(i64::from(limit))
        .fetch_all(&mut *tx)
        .await?;
        let cases = rows
            .iter()
            .map(|(snapshot,)| row::read_json(snapshot, "case"))
            .collect::<Result<Vec<Case>, _>>()?;
        let mut wanted = Wanted::default();
        for case in &cases {
            wanted.contents.insert(case.post.content.0);
            wanted.people.insert(case.post.author.0);
            wanted.actor(case.owner);
        }
        let contents = wanted.fetch(&mut tx, brand).await?;
        let lookup = Lookup::new(&contents);
        Ok(cases
            .into_iter()
            .map(|case| lookup.row(case, false))
            .collect())
    }

    /// One case with all that happened; `None` when the brand has no such case. The id may
    /// also be one a browser made for a claim that landed on a case already there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn case(&self, brand: &BrandId, id: CaseId) -> Result<Option<CaseView>, StoreError> {
        let mut tx = self.pool.begin().await?;
        let found: Option<(String,)> = sqlx::query_as(
            "SELECT snapshot FROM casefile
             WHERE brand = ?1 AND id IN (?2, (SELECT case_id FROM alias WHERE brand = ?1 AND id = ?2))
             ORDER BY id = ?2 DESC LIMIT 1",
        )
        .bind(brand.as_str())
        .bind(id.to_string())
        .fetch_optional(&mut *tx)
        .await?;
        let Some((snapshot,)) = found else {
            return Ok(None);
        };
        let case: Case = row::read_json(&snapshot, "case")?;
        let events = events_about(&mut tx, &case).await?;
        let contents = contents_of(&mut tx, brand, &events).await?;
        Ok(Some(CaseView {
            case,
            events,
            contents,
            pending: false,
        }))
    }

    /// When the brand's last command arrived.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_command_at(&self, brand: &BrandId) -> Result<Option<Timestamp>, StoreError> {
        let (at,): (Option<i64>,) =
            sqlx::query_as("SELECT max(received_at) FROM command WHERE brand = ?")
                .bind(brand.as_str())
                .fetch_one(&self.pool)
                .await?;
        Ok(at.map(Timestamp))
    }
}

/// What the timeline of a case tells: its events, and those that concern its post.
async fn events_about(tx: &mut SqliteConnection, case: &Case) -> Result<Vec<Event>, StoreError> {
    let rows: Vec<log::Row> = sqlx::query_as(
        "SELECT seq, id, case_id, command_id, kind, at, actor, payload, prev, hash FROM event
         WHERE brand = ?1 AND kind <> 'lessons-forgotten' AND case_id IN (SELECT ?2
            UNION SELECT case_id FROM correction WHERE brand = ?1 AND site = ?3 AND post_id = ?4)
         UNION ALL
         SELECT seq, id, case_id, command_id, kind, at, actor, payload, prev, hash FROM event
         WHERE brand = ?1 AND kind = 'lessons-forgotten'",
    )
    .bind(case.brand.as_str())
    .bind(case.id.to_string())
    .bind(row::name(&case.post.site)?)
    .bind(&case.post.post_id.0)
    .fetch_all(tx)
    .await?;
    let mut events = rows
        .iter()
        .map(|row| row.event(&case.brand))
        .collect::<Result<Vec<_>, _>>()?;
    // Asked to order them, SQLite would walk the brand's whole log.
    events.sort_by_key(|event| event.seq);
    Ok(story(case, &events).cloned().collect())
}

/// The words behind events, as far as not erased.
pub(crate) async fn contents_of(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    events: &[Event],
) -> Result<Contents, StoreError> {
    let mut wanted = Wanted::default();
    for event in events {
        wanted.actor(Some(event.actor));
        wanted.contents.extend(event.note.map(|note| note.0));
        match &event.what {
            What::Opened { post, .. } | What::Corrected { post, .. } => {
                wanted.contents.insert(post.content.0);
                wanted.people.insert(post.author.0);
            }
            What::Replied { reply, .. } => {
                wanted.contents.insert(reply.content.0);
                wanted.actor(Some(reply.by));
            }
            _ => {}
        }
    }
    wanted.fetch(tx, brand).await
}

#[derive(Default)]
struct Wanted {
    contents: BTreeSet<Uuid>,
    people: BTreeSet<Uuid>,
    accounts: BTreeSet<Uuid>,
}

impl Wanted {
    fn actor(&mut self, actor: Option<Actor>) {
        if let Some(Actor::Account(account)) = actor {
            self.accounts.insert(account.0);
        }
    }

    async fn fetch(
        &self,
        tx: &mut SqliteConnection,
        brand: &BrandId,
    ) -> Result<Contents, StoreError> {
        let mut contents = Contents::default();
        for ids in chunks(&self.contents) {
            let mut query = in_brand(
                "SELECT id, text, permalink FROM content WHERE text IS NOT NULL AND brand = ",
                brand,
                &ids,
            );
            let rows: Vec<(String, String, Option<String>)> =
                query.build_query_as().fetch_all(&mut *tx).await?;
            for (id, text, permalink) in rows {
                let id = ContentId(row::uuid(&id, "content")?);
                contents.texts.push(ContentText {
                    id,
                    text,
                    permalink,
                });
            }
        }
        for ids in chunks(&self.people) {
            let mut query = in_brand(
                "SELECT id, handle FROM person WHERE handle IS NOT NULL AND brand = ",
                brand,
                &ids,
            );
            let rows: Vec<(String, String)> = query.build_query_as().fetch_all(&mut *tx).await?;
            for (id, handle) in rows {
                contents.people.push(PersonName {
                    id: PersonId(row::uuid(&id, "person")?),
                    handle,
                });
            }
        }
        for ids in chunks(&self.accounts) {
            let mut query = QueryBuilder::new("SELECT id, name FROM account WHERE id IN (");
            among(&mut query, &ids);
            let rows: Vec<(String, String)> = query.build_query_as().fetch_all(&mut *tx).await?;
            for (id, name) in rows {
                contents.accounts.push(AccountName {
                    id: AccountId(row::uuid(&id, "account")?),
                    name,
                });
            }
        }
        Ok(contents)
    }
}

fn chunks(ids: &BTreeSet<Uuid>) -> Vec<Vec<String>> {
    let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    ids.chunks(CHUNK).map(<[String]>::to_vec).collect()
}

fn in_brand<'q>(select: &'q str, brand: &BrandId, ids: &[String]) -> QueryBuilder<'q, Sqlite> {
    let mut query = QueryBuilder::new(select);
    query
        .push_bind(brand.as_str().to_owned())
        .push(" AND id IN (");
    among(&mut query, ids);
    query
}

fn among(query: &mut QueryBuilder<'_, Sqlite>, ids: &[String]) {
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(id.clone());
    }
    query.push(") ORDER BY id");
}
