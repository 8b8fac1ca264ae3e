//! Who may come in: sessions of this server's pages, devices that were paired, and the
//! short codes that pair them. Secrets arrive here as hashes only.

use crate::{Store, StoreError, row};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use toonvast_model::id::AccountId;
use toonvast_model::timestamp::Timestamp;
use uuid::Uuid;

/// What a token opens the door for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenKind {
    /// A browser showing the server's own pages; comes in a cookie.
    Session,
    /// A paired extension; comes in the header `Authorization`.
    Device,
}

/// A token to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// SHA-256 of the secret, in hexadecimal.
    pub hash: String,
    /// Its public name, by which it is revoked.
    pub id: Uuid,
    /// Session or device.
    pub kind: TokenKind,
    /// What the colleague recognises it by.
    pub label: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends whatever happens; never when `None`.
    pub expires_at: Option<Timestamp>,
}

/// A token as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Its public name.
    pub id: Uuid,
    /// Session or device.
    pub kind: TokenKind,
    /// What the colleague recognises it by.
    pub label: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Timestamp,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// A token that was presented, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presented {
    /// The account.
    pub account: AccountId,
    /// The account's name.
    pub name: String,
    /// The token.
    pub token: Token,
}

const COLUMNS: &str =
    "t.id, t.kind, t.label, t.created_at, t.last_used_at, t.expires_at, t.revoked_at";

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    label: String,
    created_at: i64,
    last_used_at: i64,
    expires_at: Option<i64>,
    revoked_at: Option<i64>,
}

impl Row {
    fn token(self) -> Result<Token, StoreError> {
        Ok(Token {
            id: row::uuid(&self.id, "token")?,
            kind: serde_json::from_value(self.kind.into())
                .map_err(|_| StoreError::Row { what: "token" })?,
            label: self.label,
            created_at: Timestamp(self.created_at),
            last_used_at: Timestamp(self.last_used_at),
            expires_at: self.expires_at.map(Timestamp),
            revoked_at: self.revoked_at.map(Timestamp),
        })
    }
}

impl Store {
    /// Keeps a token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_token(&self, account: AccountId, token: &NewToken) -> Result<(), StoreError> {
        let mut connection = self.pool.acquire().await?;
        insert(&mut connection, account, token).await
    }

    /// The token with this hash, whether it still opens or not.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn token(&self, hash: &str) -> Result<Option<Presented>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct Whose {
            account: String,
            name: String,
            #[sqlx(flatten)]
            row: Row,
        }
        let found: Option<Whose> = sqlx::query_as(&format!(
            "SELECT t.account, a.name, {COLUMNS} FROM token t JOIN account a ON a.id = t.account
             WHERE t.hash = ?"
        ))
        .bind(hash)
        .fetch_optional(&self.pool)
        .await?;
        found
            .map(|whose| {
                Ok(Presented {
                    account: AccountId(row::uuid(&whose.account, "account")?),
                    name: whose.name,
                    token: whose.row.token()?,
                })
            })
            .transpose()
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn token_used(&self, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
        sqlx::query("UPDATE token SET last_used_at = max(last_used_at, ?) WHERE id = ?")
            .bind(at.0)
            .bind(id.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The account's tokens, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tokens(&self, account: AccountId) -> Result<Vec<Token>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(&format!(
            "SELECT {COLUMNS} FROM token t WHERE t.account = ? ORDER BY t.created_at DESC, t.id LIMIT 500"
        ))
        .bind(account.to_string())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::token).collect()
    }

    /// Revokes a token of this account; false when it has no such token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_token(
        &self,
        account: AccountId,
        id: Uuid,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let revoked = sqlx::query(
            "UPDATE token SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND account = ?",
        )
        .bind(at.0)
        .bind(id.to_string())
        .bind(account.to_string())
        .execute(&self.pool)
        .await?;
        Ok(revoked.rows_affected() > 0)
    }

    /// Keeps a pairing code until `expires_at`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_pairing(
        &self,
        account: AccountId,
        code_hash: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("DELETE FROM pairing WHERE expires_at < ?")
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO pairing (code_hash, account, expires_at) VALUES (?, ?, ?)")
            .bind(code_hash)
            .bind(account.to_string())
            .bind(expires_at.0)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Uses up a pairing code and keeps the device's token; `None` when the code is
    /// unknown, used or expired.
    ///
    /// # Errors
    /// When the database fails; then the code is not used up.
    pub async fn redeem_pairing(
        &self,
        code_hash: &str,
        now: Timestamp,
        token: &NewToken,
    ) -> Result<Option<(AccountId, String)>, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let used: Option<(String,)> = sqlx::query_as(
            "UPDATE pairing SET used_at = ?1
             WHERE code_hash = ?2 AND used_at IS NULL AND expires_at > ?1 RETURNING account",
        )
        .bind(now.0)
        .bind(code_hash)
        .fetch_optional(&mut *tx)
        .await?;
        let Some((account,)) = used else {
            return Ok(None);
        };
        let id = AccountId(row::uuid(&account, "account")?);
        insert(&mut tx, id, token).await?;
        let (name,): (String,) = sqlx::query_as("SELECT name FROM account WHERE id = ?")
            .bind(&account)
            .fetch_one(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(Some((id, name)))
    }
}

async fn insert(
    connection: &mut SqliteConnection,
    account: AccountId,
    token: &NewToken,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO token (hash, id, account, kind, label, created_at, last_used_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&token.hash)
    .bind(token.id.to_string())
    .bind(account.to_string())
    .bind(row::name(&token.kind)?)
    .bind(&token.label)
    .bind(token.created_at.0)
    .bind(token.created_at.0)
    .bind(token.expires_at.map(|at| at.0))
    .execute(connection)
    .await?;
    Ok(())
}
