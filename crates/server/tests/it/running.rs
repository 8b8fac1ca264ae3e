//! A server with a socket: starting, what keeps it from starting, stopping.

use crate::world::engines;
use std::net::SocketAddr;
use std::path::Path;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use toonvast_server::{Config, Server};

fn config(data: &Path, listen: &str) -> Config {
    Config {
        data: data.to_owned(),
        engines: engines(),
        listen: listen.parse().expect("an address"),
        public: None,
    }
}

async fn says(config: Config) -> String {
    match Server::start(config).await {
        Ok(_) => panic!("started"),
        Err(error) => error.to_string(),
    }
}

async fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("connects");
    let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("reads");
    answer
}

#[tokio::test]
async fn it_answers_until_told_to_stop_and_leaves_all_in_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new/data");
    let server = Server::start(config(&data, "127.0.0.1:0"))
        .await
        .expect("starts");
    let address = server.address();
    assert_eq!(server.url(), format!("http://{address}"));
    let link = server.first_link().expect("no account yet").to_owned();
    let code = link
        .strip_prefix(&format!("http://{address}/#/first/"))
        .expect("the link");
    assert_eq!(code.len(), 64);
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(server.run(async { drop(stopped.await) }));
    let health = get(address, "/health").await;
    assert!(
        health.starts_with("HTTP/1.1 200 OK") && health.contains(r#""status":"ok""#),
        "{health}"
    );
    stop.send(()).expect("still running");
    running.await.expect("no panic").expect("ends well");
    assert!(TcpStream::connect(address).await.is_err());
    // SQLite may need a moment more to remove its log; nothing is in it any more.
    let log = std::fs::metadata(data.join("toonvast.db-wal")).map_or(0, |log| log.len());
    assert_eq!(log, 0, "all of it is in the one file");
    assert!(std::fs::metadata(data.join("toonvast.db")).unwrap().len() > 10_000);
}

#[tokio::test]
async fn a_taken_port_is_named_before_any_data_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let data = folder.path().join("data");
    assert_eq!(
        says(config(&data, &address)).await,
        format!(
            "cannot listen on {address}: another program already does. Stop that program, or choose another address with --listen."
        )
    );
    assert!(!data.exists());
}

#[tokio::test]
async fn a_data_directory_that_cannot_be_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let data = file.join("data");
    assert_eq!(
        says(config(&data, "127.0.0.1:0")).await,
        format!(
            "cannot make the data directory {}: Not a directory (os error 20). Give --data a directory this user may write.",
            data.display()
        )
    );
}

#[tokio::test]
async fn a_database_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("toonvast.db");
    std::fs::write(&path, "geen database ".repeat(100)).unwrap();
    assert_eq!(
        says(config(folder.path(), "127.0.0.1:0")).await,
        format!(
            "cannot use {}: it is damaged or not a SQLite database. Move it aside and restore a copy, or start with an empty data directory.",
            path.display()
        )
    );
}
