//! What figures about replies are reckoned from (M58): events only, no words.

use crate::{Store, StoreError, log, row};
use toonvast_model::event::Event;
use toonvast_model::id::{AccountId, BrandId};
use toonvast_model::screen::AccountName;
use toonvast_model::timestamp::Timestamp;

impl Store {
    /// The brand's replies and overrides since a moment, in order, and the names of those who
    /// work for the brand.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replies_since(
        &self,
        brand: &BrandId,
        since: Timestamp,
    ) -> Result<(Vec<Event>, Vec<AccountName>), StoreError> {
        let mut tx = self.pool.begin().await?;
        let rows: Vec<log::Row> = sqlx::query_as(
            "SELECT seq, id, case_id, command_id, kind, at, actor, payload, prev, hash FROM event
             WHERE brand = ? AND at >= ? AND kind IN ('replied', 'overridden') ORDER BY seq",
        )
        .bind(brand.as_str())
        .bind(since.0)
        .fetch_all(&mut *tx)
        .await?;
        let names: Vec<(String, String)> = sqlx::query_as(
            "SELECT a.id, a.name FROM account a JOIN membership m ON m.account = a.id
             WHERE m.brand = ? ORDER BY a.id",
        )
        .bind(brand.as_str())
        .fetch_all(&mut *tx)
        .await?;
        let events = rows.iter().map(|row| row.event(brand));
        let names = names.into_iter().map(|(id, name)| {
            let id = AccountId(row::uuid(&id, "account")?);
            Ok(AccountName { id, name })
        });
        Ok((
            events.collect::<Result<_, _>>()?,
            names.collect::<Result<_, StoreError>>()?,
        ))
    }
}
