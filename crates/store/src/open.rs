//! Opening and closing the file.

use crate::StoreError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Migrations in order; the schema version is their number. A released one never changes.
const MIGRATIONS: [&str; 3] = [
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_corrections.sql"),
    include_str!("../migrations/0003_quality.sql"),
];

/// The schema this version writes.
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

const WAIT_FOR_OTHERS: Duration = Duration::from_secs(10);
const MOST_CONNECTIONS: u32 = 8;

/// An open database. Cheap to clone; all clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) pool: SqlitePool,
    path: PathBuf,
}

impl Store {
    /// Opens the file, making it or bringing its schema up to date where needed.
    ///
    /// Every commit is on disk before it is answered (WAL, `synchronous=FULL`), and what is
    /// erased is overwritten (`secure_delete`).
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Damaged`], [`StoreError::Foreign`],
    /// [`StoreError::Unwritable`], each naming the file.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        make_private(path)?;
        look(path).await?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(WAIT_FOR_OTHERS)
            .pragma("secure_delete", "ON");
        let pool = SqlitePoolOptions::new()
            .max_connections(MOST_CONNECTIONS)
            .acquire_timeout(WAIT_FOR_OTHERS)
            .connect_with(options)
            .await
            .map_err(|error| StoreError::opening(path, &error))?;
        let store = Self {
            pool,
            path: path.to_owned(),
        };
        match store.migrate().await {
            Ok(()) => Ok(store),
            Err(error) => {
                store.pool.close().await;
                Err(error)
            }
        }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT schema_version FROM meta")
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Writes everything into the one file and lets go of it; SQLite removes its empty log a
    /// moment later. A file that was not closed, as after a crash, loses nothing: the next `open` finishes what was committed.
    pub async fn close(&self) {
        // A reader elsewhere may hold the log; then it stays beside the file, as after a crash.
        let _left_beside = self.checkpoint().await;
        self.pool.close().await;
    }

    /// Moves the write-ahead log into the file and empties it.
    pub(crate) async fn checkpoint(&self) -> Result<(), StoreError> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    async fn migrate(&self) -> Result<(), StoreError> {
        let opening = |error: sqlx::Error| StoreError::opening(&self.path, &error);
        let mut tx = self
            .pool
            .begin_with("BEGIN IMMEDIATE")
            .await
            .map_err(opening)?;
        // Read again: another process may have been faster.
        let version = schema_version(&mut tx)
            .await
            .map_err(opening)?
            .known(&self.path)?;
        for migration in MIGRATIONS
            .iter()
            .skip(usize::try_from(version).unwrap_or(0))
        {
            sqlx::raw_sql(migration)
                .execute(&mut *tx)
                .await
                .map_err(opening)?;
        }
        if version < SCHEMA_VERSION {
            sqlx::query("DELETE FROM meta")
                .execute(&mut *tx)
                .await
                .map_err(opening)?;
            sqlx::query("INSERT INTO meta (schema_version) VALUES (?)")
                .bind(SCHEMA_VERSION)
                .execute(&mut *tx)
                .await
                .map_err(opening)?;
        }
        tx.commit().await.map_err(opening)
    }
}

/// Looks at a file before anything is written to it: it may be somebody else's.
async fn look(path: &Path) -> Result<(), StoreError> {
    let opening = |error: sqlx::Error| StoreError::opening(path, &error);
    let options = SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(WAIT_FOR_OTHERS);
    let mut connection = options.connect().await.map_err(opening)?;
    let schema = schema_version(&mut connection).await.map_err(opening)?;
    connection.close().await.map_err(opening)?;
    schema.known(path).map(|_| ())
}

enum Schema {
    Empty,
    Ours(i64),
    Foreign,
}

impl Schema {
    /// The version, 0 for an empty file; an error for what this version cannot use.
    fn known(self, path: &Path) -> Result<i64, StoreError> {
        let path = path.to_owned();
        match self {
            Self::Empty => Ok(0),
            Self::Ours(found) if found > SCHEMA_VERSION => Err(StoreError::Newer {
                path,
                found,
                known: SCHEMA_VERSION,
            }),
            Self::Ours(version) => Ok(version),
            Self::Foreign => Err(StoreError::Foreign { path }),
        }
    }
}

async fn schema_version(connection: &mut SqliteConnection) -> Result<Schema, sqlx::Error> {
    let names: Vec<(String,)> =
        sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table'")
            .fetch_all(&mut *connection)
            .await?;
    if names.is_empty() {
        return Ok(Schema::Empty);
    }
    let ours = ["meta", "event", "casefile"]
        .iter()
        .all(|ours| names.iter().any(|(name,)| name == ours));
    if !ours {
        return Ok(Schema::Foreign);
    }
    let row: Option<(i64,)> = sqlx::query_as("SELECT schema_version FROM meta")
        .fetch_optional(connection)
        .await?;
    Ok(row.map_or(Schema::Foreign, |(version,)| Schema::Ours(version)))
}

/// The file holds people's words: made readable for its owner only. What SQLite puts
/// beside it takes over its permissions.
fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map(|_| ())
        .map_err(|error| StoreError::Unwritable {
            path: path.to_owned(),
            why: error.to_string(),
        })
}
