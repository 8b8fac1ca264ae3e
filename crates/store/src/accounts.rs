//! Accounts of colleagues, and the brands they work for.

use crate::{Store, StoreError, row};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use toonvast_model::id::{AccountId, BrandId};
use toonvast_model::timestamp::Timestamp;

/// What a colleague may do for a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Everything, erasing people included.
    Admin,
    /// Casework.
    Agent,
}

/// An account to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Its id.
    pub id: AccountId,
    /// First name, unique; it stands under replies and is what the colleague signs in with.
    pub name: String,
    /// The hash of the password, in PHC format.
    pub password_hash: String,
    /// When it is made.
    pub created_at: Timestamp,
}

/// An account, as far as signing in needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// First name.
    pub name: String,
    /// The hash of the password, in PHC format.
    pub password_hash: String,
}

/// What became of an attempt to make an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// It is there.
    Done,
    /// Somebody has that name already.
    NameTaken,
    /// The one-time link is unknown, used, or no longer needed.
    NotInvited,
}

impl Store {
    /// How many accounts there are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn accounts(&self) -> Result<u64, StoreError> {
        let (count,): (i64,) = sqlx::query_as("SELECT count(*) FROM account")
            .fetch_one(&self.pool)
            .await?;
        Ok(count.unsigned_abs())
    }

    /// Makes an account with a role for each of `brands`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_account(
        &self,
        account: &NewAccount,
        brands: &[BrandId],
        role: Role,
    ) -> Result<Made, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let made = insert(&mut tx, account, brands, role).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// Replaces the one-time link to the first account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invite_first(&self, code_hash: &str, at: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("DELETE FROM invitation")
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO invitation (code_hash, created_at) VALUES (?, ?)")
            .bind(code_hash)
            .bind(at.0)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Makes the first account, which becomes admin of `brands`, and uses up the link.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_first_account(
        &self,
        code_hash: &str,
        account: &NewAccount,
        brands: &[BrandId],
    ) -> Result<Made, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let used = sqlx::query(
            "DELETE FROM invitation WHERE code_hash = ? AND NOT EXISTS (SELECT 1 FROM account)",
        )
        .bind(code_hash)
        .execute(&mut *tx)
        .await?;
        if used.rows_affected() == 0 {
            return Ok(Made::NotInvited);
        }
        let made = insert(&mut tx, account, brands, Role::Admin).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// Gives a brand that nobody may open to the oldest account, so that a folder added
    /// later is not lost.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn adopt(&self, brand: &BrandId) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO membership (brand, account, role)
             SELECT ?1, id, 'admin' FROM account
             WHERE NOT EXISTS (SELECT 1 FROM membership WHERE brand = ?1)
             ORDER BY created_at, id LIMIT 1",
        )
        .bind(brand.as_str())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The account with this name, whatever the case of its letters.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account_named(&self, name: &str) -> Result<Option<Account>, StoreError> {
        let row: Option<(String, String, String)> =
            sqlx::query_as("SELECT id, name, password_hash FROM account WHERE name = ?")
                .bind(name)
                .fetch_optional(&self.pool)
                .await?;
        row.map(|(id, name, password_hash)| {
            Ok(Account {
                id: AccountId(row::uuid(&id, "account")?),
                name,
                password_hash,
            })
        })
        .transpose()
    }

    /// The brands an account works for, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn memberships(
        &self,
        account: AccountId,
    ) -> Result<Vec<(BrandId, Role)>, StoreError> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT brand, role FROM membership WHERE account = ? ORDER BY brand")
                .bind(account.to_string())
                .fetch_all(&self.pool)
                .await?;
        rows.into_iter()
            .map(|(brand, role)| {
                let role = serde_json::from_value(role.into());
                Ok((
                    row::brand(brand)?,
                    role.map_err(|_| StoreError::Row { what: "role" })?,
                ))
            })
            .collect()
    }
}

async fn insert(
    tx: &mut SqliteConnection,
    account: &NewAccount,
    brands: &[BrandId],
    role: Role,
) -> Result<Made, StoreError> {
    let added = sqlx::query(
        "INSERT INTO account (id, name, password_hash, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO NOTHING",
    )
    .bind(account.id.to_string())
    .bind(&account.name)
    .bind(&account.password_hash)
    .bind(account.created_at.0)
    .execute(&mut *tx)
    .await?;
    if added.rows_affected() == 0 {
        return Ok(Made::NameTaken);
    }
    for brand in brands {
        sqlx::query(
            "INSERT INTO membership (brand, account, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(brand.as_str())
        .bind(account.id.to_string())
        .bind(row::name(&role)?)
        .execute(&mut *tx)
        .await?;
    }
    Ok(Made::Done)
}
