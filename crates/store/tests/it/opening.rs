//! Files that cannot be used: what, why, what to do.

use crate::world::World;
use sqlx::{Connection, SqliteConnection};
use std::path::Path;
use toonvast_store::{SCHEMA_VERSION, Store};

async fn says(path: &Path) -> String {
    match Store::open(path).await {
        Ok(_) => panic!("opened"),
        Err(error) => error
            .to_string()
            .replace(&path.display().to_string(), "FILE"),
    }
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let world = World::new().await;
    world.store.close().await;
    let mut connection = SqliteConnection::connect(&world.path().display().to_string())
        .await
        .unwrap();
    sqlx::raw_sql("UPDATE meta SET schema_version = 99")
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    let before = std::fs::read(world.path()).unwrap();
    assert_eq!(
        says(&world.path()).await,
        format!(
            "cannot use FILE: it was written by a newer Toonvast (schema 99; this version knows up to {SCHEMA_VERSION}). Install that version, or restore the copy made before the upgrade."
        )
    );
    assert_eq!(std::fs::read(world.path()).unwrap(), before);
}

#[tokio::test]
async fn a_database_of_the_first_version_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("toonvast.db");
    std::fs::write(&path, "").unwrap();
    let mut connection = SqliteConnection::connect(&path.display().to_string())
        .await
        .unwrap();
    let first = include_str!("../../migrations/0001_first.sql");
    sqlx::raw_sql(&format!(
        "{first} INSERT INTO meta VALUES (1); INSERT INTO audit VALUES (1, 'b', 2, 'a', 'k', 's');"
    ))
    .execute(&mut connection)
    .await
    .unwrap();
    connection.close().await.unwrap();
    Store::open(&path).await.expect("opens").close().await;
    let mut connection = SqliteConnection::connect(&path.display().to_string())
        .await
        .unwrap();
    let (version, audits, corrections): (i64, i64, i64) = sqlx::query_as(
        "SELECT schema_version, (SELECT count(*) FROM audit), (SELECT count(*) FROM correction) FROM meta",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert_eq!((version, audits, corrections), (SCHEMA_VERSION, 1, 0));
}

#[tokio::test]
async fn what_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("toonvast.db");
    let words = "Dit is geen database. ".repeat(400);
    std::fs::write(&path, &words).unwrap();
    assert_eq!(
        says(&path).await,
        "cannot use FILE: it is damaged or not a SQLite database. Move it aside and restore a copy, or start with an empty data directory."
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), words);
}

#[tokio::test]
async fn a_damaged_database_is_named() {
    let world = World::new().await;
    world.store.close().await;
    let mut bytes = std::fs::read(world.path()).unwrap();
    bytes[100..].fill(0xa5);
    std::fs::write(world.path(), bytes).unwrap();
    assert_eq!(
        says(&world.path()).await,
        "cannot use FILE: it is damaged or not a SQLite database. Move it aside and restore a copy, or start with an empty data directory."
    );
}

#[tokio::test]
async fn a_database_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("toonvast.db");
    std::fs::write(&path, "").unwrap();
    let mut connection = SqliteConnection::connect(&path.display().to_string())
        .await
        .unwrap();
    sqlx::raw_sql("CREATE TABLE recipes (name TEXT)")
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(
        says(&path).await,
        "cannot use FILE: it is a SQLite database, but not one of Toonvast. Give --data a directory of its own."
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_folder_that_is_not_there_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        says(&folder.path().join("gone/toonvast.db")).await,
        "cannot write FILE: No such file or directory (os error 2). Give --data a directory this user may write, on a disk with room."
    );
}

#[tokio::test]
async fn two_processes_may_open_a_new_file_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("toonvast.db");
    let (one, two) = tokio::join!(Store::open(&path), Store::open(&path));
    one.expect("opens").ping().await.expect("answers");
    two.expect("opens").ping().await.expect("answers");
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new().await;
    for entry in std::fs::read_dir(world.path().parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
    }
}
