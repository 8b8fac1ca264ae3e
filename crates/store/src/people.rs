//! Finding a person, and forgetting one.

use crate::{Store, StoreError, row};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use toonvast_model::id::{AccountId, BrandId, PersonId};
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;

/// A person who is not erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The row.
    pub id: PersonId,
    /// The site the handle belongs to.
    pub site: Site,
    /// The handle as the page showed it.
    pub handle: String,
    /// Cases about posts of this person.
    pub cases: u64,
}

/// What an erasure emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// The row, which stays, empty.
    pub person: PersonId,
    /// Cases about posts of this person; they stay in every count.
    pub cases: u64,
    /// Texts emptied: posts, with a case or only set right, our replies to them, notes.
    pub texts: u64,
}

/// A handle as it is compared: without `@`, in lower case.
pub(crate) fn handle_key(handle: &str) -> String {
    handle.trim().trim_start_matches('@').to_lowercase()
}

impl Store {
    /// The people with this handle, on any site.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_people(
        &self,
        brand: &BrandId,
        handle: &str,
    ) -> Result<Vec<Person>, StoreError> {
        let rows: Vec<(String, String, String, i64)> = sqlx::query_as(
            "SELECT p.id, p.site, p.handle,
                (SELECT count(*) FROM casefile f WHERE f.brand = p.brand AND f.person_id = p.id)
             FROM person p WHERE p.brand = ? AND p.handle_key = ? AND p.handle IS NOT NULL
             ORDER BY p.site, p.id LIMIT 100",
        )
        .bind(brand.as_str())
        .bind(handle_key(handle))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(id, site, handle, cases)| {
                Ok(Person {
                    id: PersonId(row::uuid(&id, "person")?),
                    site: serde_json::from_value(site.into())
                        .map_err(|_| StoreError::Row { what: "site" })?,
                    handle,
                    cases: cases.unsigned_abs(),
                })
            })
            .collect()
    }

    /// Forgets a person: the handle, the posts, and what we wrote about and to him, for our
    /// replies name the customer too. What remains are ids, times and counts, and the log
    /// still verifies. `None` when the brand knows no such person.
    ///
    /// # Errors
    /// When the database fails; then nothing was erased.
    pub async fn erase_person(
        &self,
        brand: &BrandId,
        person: PersonId,
        by: AccountId,
        at: Timestamp,
    ) -> Result<Option<Erased>, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let emptied = sqlx::query(
            "UPDATE person SET handle = NULL, handle_key = NULL, salt = NULL WHERE brand = ? AND id = ?",
        )
        .bind(brand.as_str())
        .bind(person.to_string())
        .execute(&mut *tx)
        .await?;
        if emptied.rows_affected() == 0 {
            return Ok(None);
        }
        let erased = empty_cases(&mut tx, brand, person).await?;
        sqlx::query("INSERT INTO audit (brand, at, actor, kind, subject) VALUES (?, ?, ?, 'person-erased', ?)")
            .bind(brand.as_str())
            .bind(at.0)
            .bind(by.to_string())
            .bind(person.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        // The write-ahead log still holds the old pages: empty it too.
        self.checkpoint().await?;
        Ok(Some(erased))
    }
}

async fn empty_cases(
    tx: &mut SqliteConnection,
    brand: &BrandId,
    person: PersonId,
) -> Result<Erased, StoreError> {
    let (cases,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM casefile WHERE brand = ? AND person_id = ?")
            .bind(brand.as_str())
            .bind(person.to_string())
            .fetch_one(&mut *tx)
            .await?;
    let texts = sqlx::query(
        "UPDATE content SET text = NULL, permalink = NULL, salt = NULL
         WHERE brand = ?1 AND text IS NOT NULL
           AND case_id IN (SELECT id FROM casefile WHERE brand = ?1 AND person_id = ?2
               UNION SELECT case_id FROM correction WHERE brand = ?1 AND person_id = ?2)",
    )
    .bind(brand.as_str())
    .bind(person.to_string())
    .execute(&mut *tx)
    .await?;
    // A fingerprint would tell whether a guess at the words is right.
    sqlx::query(
        "UPDATE command SET salt = NULL, fingerprint = NULL
         WHERE brand = ?1
           AND case_id IN (SELECT id FROM casefile WHERE brand = ?1 AND person_id = ?2
               UNION SELECT case_id FROM correction WHERE brand = ?1 AND person_id = ?2)",
    )
    .bind(brand.as_str())
    .bind(person.to_string())
    .execute(tx)
    .await?;
    Ok(Erased {
        person,
        cases: cases.unsigned_abs(),
        texts: texts.rows_affected(),
    })
}
