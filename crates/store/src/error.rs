//! What can go wrong with the file: what, why, and what to do. Never anybody's words.

use std::path::PathBuf;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a later version.
    #[error(
        "cannot use {path}: it was written by a newer Toonvast (schema {found}; this version knows up to {known}). Install that version, or restore the copy made before the upgrade.",
        path = path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The schema found.
        found: i64,
        /// The newest schema this version knows.
        known: i64,
    },
    /// The file is no database, or a damaged one.
    #[error(
        "cannot use {path}: it is damaged or not a SQLite database. Move it aside and restore a copy, or start with an empty data directory.",
        path = path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// A SQLite database of something else.
    #[error(
        "cannot use {path}: it is a SQLite database, but not one of Toonvast. Give --data a directory of its own.",
        path = path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file or its directory cannot be written.
    #[error(
        "cannot write {path}: {why}. Give --data a directory this user may write, on a disk with room.",
        path = path.display()
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the operating system or SQLite says.
        why: String,
    },
    /// Somebody else held the file longer than we wait.
    #[error(
        "the database is busy: another process has held it for over ten seconds. Try again; if it lasts, look for a second server or a backup on the same file."
    )]
    Busy,
    /// A row does not read back as what was written.
    #[error(
        "the database holds a {what} that does not read back. Run an integrity check and restore a copy."
    )]
    Row {
        /// What it should have been.
        what: &'static str,
    },
    /// Anything else SQLite says; holds its code and words, no values.
    #[error("the database failed: {0}")]
    Sql(String),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match primary_code(&error) {
            Some(5 | 6) => Self::Busy,
            _ => match error {
                sqlx::Error::PoolTimedOut => Self::Busy,
                sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                    Self::Row { what: "row" }
                }
                other => Self::Sql(other.to_string()),
            },
        }
    }
}

impl StoreError {
    /// The error of opening `path`, in the words of whoever started the server.
    pub(crate) fn opening(path: &std::path::Path, error: &sqlx::Error) -> Self {
        let path = path.to_owned();
        match primary_code(error) {
            Some(11 | 26) => Self::Damaged { path },
            Some(5 | 6) => Self::Busy,
            Some(8 | 10 | 13 | 14) => Self::Unwritable {
                path,
                why: said(error),
            },
            _ => Self::Sql(said(error)),
        }
    }
}

/// SQLite's primary result code: 5 busy, 8 read-only, 11 corrupt, 13 full, 14 cannot open, 26 no database.
fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let code = error.as_database_error()?.code()?;
    code.parse::<i32>().ok().map(|extended| extended & 0xff)
}

fn said(error: &sqlx::Error) -> String {
    error.as_database_error().map_or_else(
        || error.to_string(),
        |database| database.message().to_owned(),
    )
}
