//! A real `toonvast serve` on a real SQLite file, and an account to use it.

use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};

/// The agent who uses the server in demo and tests.
pub const AGENT: &str = "Noor";
/// Their password; the server lives on this machine only as long as the demo or the test.
pub const PASSWORD: &str = "fluit-op-de-fiets-2026";

/// Why the server is not there.
#[derive(Debug, thiserror::Error)]
pub enum BackendError {
    /// A program or file of this machine failed.
    #[error("{what}: {source}")]
    Machine {
        /// What was tried.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// The server said no.
    #[error("the server refuses {what}: {said}")]
    Refused {
        /// What was asked.
        what: String,
        /// Its answer.
        said: String,
    },
    /// Nothing answers.
    #[error("the server at {0} does not answer")]
    Silent(String),
}

/// A running server; it is killed when dropped.
#[derive(Debug)]
pub struct Backend {
    child: Child,
    binary: PathBuf,
    data: PathBuf,
    brands: PathBuf,
    port: u16,
    log: PathBuf,
    client: reqwest::Client,
}

impl Backend {
    /// Starts `binary` on a free port (or `port`) for the brand folder `brands`, with an account
    /// for [`AGENT`].
    ///
    /// # Errors
    /// When it does not start or does not answer.
    pub async fn start(
        binary: &Path,
        data: &Path,
        brands: &Path,
        port: Option<u16>,
    ) -> Result<Self, BackendError> {
        let machine = |what: &str| {
            let what = what.to_owned();
            move |source| BackendError::Machine { what, source }
        };
        std::fs::create_dir_all(data).map_err(machine("cannot make the data folder"))?;
        let port = match port {
            Some(port) => port,
            None => free_port().map_err(machine("no free port"))?,
        };
        let log = data.join("server.log");
        let child = launch(binary, data, brands, port, &log)?;
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .timeout(Duration::from_secs(10))
            .build()
            .map_err(|why| refused("a client", why))?;
        let mut backend = Self {
            child,
            binary: binary.to_owned(),
            data: data.to_owned(),
            brands: brands.to_owned(),
            port,
            log,
            client,
        };
        backend.ready().await?;
        backend.account().await?;
        Ok(backend)
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The SQLite file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data.join("toonvast.db")
    }

    /// What it has logged so far.
    #[must_use]
    pub fn logged(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Kills it at once, as a power cut would (SIGKILL).
    ///
    /// # Errors
    /// When the process cannot be killed.
    pub async fn kill(&mut self) -> Result<(), BackendError> {
        self.child
            .kill()
            .await
            .map_err(|source| BackendError::Machine {
                what: "cannot kill the server".into(),
                source,
            })
    }

    /// Starts it again on the same data and port.
    ///
    /// # Errors
    /// When it does not start or does not answer.
    pub async fn restart(&mut self) -> Result<(), BackendError> {
        self.child = launch(&self.binary, &self.data, &self.brands, self.port, &self.log)?;
        self.ready().await
    }

    /// A pairing code, as the server's page shows it to the signed-in agent.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn pairing_code(&self) -> Result<String, BackendError> {
        self.post(
            "/v1/session",
            json!({ "name": AGENT, "password": PASSWORD }),
        )
        .await?;
        let answer = self.post("/v1/pairings", json!({})).await?;
        answer["code"]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| BackendError::Refused {
                what: "a pairing code".into(),
                said: answer.to_string(),
            })
    }

    /// Reads from the API as the signed-in agent.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn get(&self, path: &str) -> Result<Value, BackendError> {
        let response = self
            .client
            .get(format!("{}{path}", self.address()))
            .send()
            .await;
        value(path, response).await
    }

    async fn post(&self, path: &str, body: Value) -> Result<Value, BackendError> {
        let request = self
            .client
            .post(format!("{}{path}", self.address()))
            .header("x-toonvast", "1")
            .json(&body);
        value(path, request.send().await).await
    }

    async fn ready(&mut self) -> Result<(), BackendError> {
        let health = format!("{}/health", self.address());
        let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
        let mut ticks = tokio::time::interval(Duration::from_millis(50));
        while tokio::time::Instant::now() < deadline {
            ticks.tick().await;
            if self
                .client
                .get(&health)
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                let said = format!("it ended with {status}: {}", self.logged());
                return Err(BackendError::Refused {
                    what: "to start".into(),
                    said,
                });
            }
        }
        Err(BackendError::Silent(self.address()))
    }

    async fn account(&self) -> Result<(), BackendError> {
        let machine = |source| BackendError::Machine {
            what: "cannot add the account".into(),
            source,
        };
        let mut child = Command::new(&self.binary)
            .args([
                "account", "add", "--role", "admin", "--name", AGENT, "--data",
            ])
            .arg(&self.data)
            .arg("--brand")
            .arg(self.brands.file_name().unwrap_or_default())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(machine)?;
        if let Some(mut input) = child.stdin.take() {
            input
                .write_all(format!("{PASSWORD}\n").as_bytes())
                .await
                .map_err(machine)?;
        }
        let output = child.wait_with_output().await.map_err(machine)?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(BackendError::Refused {
            what: "the account".into(),
            said,
        })
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn launch(
    binary: &Path,
    data: &Path,
    brands: &Path,
    port: u16,
    log: &Path,
) -> Result<Child, BackendError> {
    let machine = |source| BackendError::Machine {
        what: format!("cannot start {}", binary.display()),
        source,
    };
    let log = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
        .map_err(machine)?;
    Command::new(binary)
        .arg("serve")
        .arg("--data")
        .arg(data)
        .arg("--brands")
        .arg(brands)
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .stdin(Stdio::null())
        .stdout(log.try_clone().map_err(machine)?)
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .map_err(machine)
}

async fn value(
    what: &str,
    response: Result<reqwest::Response, reqwest::Error>,
) -> Result<Value, BackendError> {
    let response = response.map_err(|why| refused(what, why))?;
    let status = response.status();
    let body = response.text().await.map_err(|why| refused(what, why))?;
    if !status.is_success() {
        return Err(BackendError::Refused {
            what: what.to_owned(),
            said: format!("{status} {body}"),
        });
    }
    if body.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&body).map_err(|why| BackendError::Refused {
        what: what.to_owned(),
        said: format!("{why}: {body}"),
    })
}

fn refused(what: &str, why: impl std::fmt::Display) -> BackendError {
    BackendError::Refused {
        what: what.to_owned(),
        said: why.to_string(),
    }
}
