//! Opening the data and the port, answering until told to stop, and stopping well.

use crate::app::{App, router};
use crate::clock::Clock;
use crate::secret;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use toonvast_engine::Engine;
use toonvast_store::{Store, StoreError};

/// How long requests under way may take after the word to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// What a server is started with.
#[derive(Debug)]
pub struct Config {
    /// The folder of the server's own data; its database is `toonvast.db` in it.
    pub data: PathBuf,
    /// The brands it works for.
    pub engines: Vec<Engine>,
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The address people open it at, as `https://webcare.example`, when a proxy stands in
    /// front of it. With `https` the session cookie is for TLS only.
    pub public: Option<String>,
}

/// Why the server did not start, or ended by itself: what, why, what to do.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Somebody else listens there.
    #[error(
        "cannot listen on {0}: another program already does. Stop that program, or choose another address with --listen."
    )]
    PortTaken(SocketAddr),
    /// The system does not let us listen there.
    #[error(
        "cannot listen on {address}: {source}. Choose another address with --listen; ports below 1024 are for the system."
    )]
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The data folder cannot be made.
    #[error("cannot make the data directory {path}: {source}. Give --data a directory this user may write.", path = path.display())]
    Data {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A brand.
    #[error("a brand cannot be sent as JSON: {0}. Run `toonvast brand test` on it.")]
    Brand(#[from] serde_json::Error),
    /// The listener broke down.
    #[error(
        "the server stopped answering: {0}. Start it again; nothing that was answered is lost."
    )]
    Broke(io::Error),
}

/// A server that holds its port and its data, and does not answer yet.
#[derive(Debug)]
pub struct Server {
    app: App,
    listener: TcpListener,
    address: SocketAddr,
    first_link: Option<String>,
}

impl Server {
    /// Takes the port, opens the database, and prepares the one-time link when there is no
    /// account yet.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub async fn start(config: Config) -> Result<Self, ServeError> {
        let listener = listen(config.listen).await?;
        let address = listener.local_addr().map_err(ServeError::Broke)?;
        make_private(&config.data)?;
        let store = Store::open(&database(&config.data)).await?;
        let app = App::new(store, &config.engines, Clock::system(), config.public)?;
        for brand in app.brands.ids() {
            app.store.adopt(&brand).await?;
        }
        let first_link = first_link(&app, address).await?;
        Ok(Self {
            app,
            listener,
            address,
            first_link,
        })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address to open, without a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        url(&self.app, self.address)
    }

    /// The link by which the first account is made, as long as there is none. It is shown
    /// once; every start makes a new one.
    #[must_use]
    pub fn first_link(&self) -> Option<&str> {
        self.first_link.as_deref()
    }

    /// Answers until `shutdown` is done; then finishes what is under way, writes the log
    /// into the database file, and lets go of both.
    ///
    /// # Errors
    /// When the listener breaks down.
    pub async fn run(
        self,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServeError> {
        let store = self.app.store.clone();
        let (told, stopping) = oneshot::channel::<()>();
        let service = router(self.app).into_make_service_with_connect_info::<SocketAddr>();
        let answering = axum::serve(self.listener, service).with_graceful_shutdown(async move {
            shutdown.await;
            tracing::info!("stopping: requests under way are finished");
            // Nobody listens any more when the listener broke down first.
            let _ = told.send(());
        });
        let too_long = async {
            match stopping.await {
                Ok(()) => tokio::time::sleep(LAST_REQUESTS).await,
                Err(_) => std::future::pending().await,
            }
        };
        let ended = tokio::select! {
            ended = async { answering.await } => ended.map_err(ServeError::Broke),
            () = too_long => Ok(()),
        };
        store.close().await;
        tracing::info!("stopped");
        ended
    }
}

/// The database in a data folder.
pub(crate) fn database(data: &Path) -> PathBuf {
    data.join("toonvast.db")
}

async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address)
        .await
        .map_err(|source| match source.kind() {
            io::ErrorKind::AddrInUse => ServeError::PortTaken(address),
            _ => ServeError::Listen { address, source },
        })
}

/// Makes the data folder, for its owner only; one that is there keeps its permissions.
pub(crate) fn make_private(data: &Path) -> Result<(), ServeError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(data).map_err(|source| ServeError::Data {
        path: data.to_owned(),
        source,
    })
}

async fn first_link(app: &App, address: SocketAddr) -> Result<Option<String>, StoreError> {
    if app.store.accounts().await? > 0 {
        return Ok(None);
    }
    let code = secret::token();
    app.store
        .invite_first(&secret::hash(&code), app.clock.now())
        .await?;
    Ok(Some(format!("{}/#/first/{code}", url(app, address))))
}

fn url(app: &App, address: SocketAddr) -> String {
    app.public
        .as_ref()
        .map_or_else(|| format!("http://{address}"), |public| public.to_string())
}
