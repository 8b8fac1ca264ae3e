//! Our own pages, served over TLS under the real host names.
//!
//! Chromium is told by [`Stage::host_rules`] that `x.com` and the others live on a port of this machine, so that
//! match patterns, cookies and content security policies apply as they do on the real sites. The certificate is made
//! at start and trusted by nobody: the browser needs `--ignore-certificate-errors` as well.

mod art;
mod clock;
mod facebook;
mod files;
mod forum;
mod host;
mod posts;
mod reply;
mod route;
mod saved;
mod talk;
mod x;

pub use host::{ARTICLE_HOST, DISCOURSE_HOST, FACEBOOK_HOST, FORUM_HOST, X_HOST};
pub use posts::{Account, Post, Posts, Quote};
pub use reply::Posted;
pub use saved::SavedPage;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use reply::Replies;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Why the stage could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// A file of the stage cannot be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The invented posts are not what we expect.
    #[error("{path} is not a list of posts: {source}")]
    Posts {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// The editors from npm are missing.
    #[error("the editors are missing: run `npm ci` in {0}")]
    NoEditors(PathBuf),
    /// The port is taken or not ours.
    #[error("cannot listen on {address}: {source}; choose another port")]
    Listen {
        /// Where we wanted to listen.
        address: SocketAddr,
        /// Why not.
        source: std::io::Error,
    },
    /// The certificate could not be made.
    #[error("cannot make a certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// The TLS library refuses the certificate.
    #[error("cannot set up TLS: {0}")]
    Tls(std::io::Error),
    /// A saved page came with an address that is no `http` or `https` URL.
    #[error("{0} is no address of a page: expected https://HOST/PATH")]
    PageUrl(String),
}

/// The running stage; it stops when dropped.
#[derive(Debug)]
pub struct Stage {
    /// The port of this machine that speaks TLS.
    pub port: u16,
    plain_port: u16,
    hosts: Vec<String>,
    replies: Arc<Replies>,
    handle: Handle<SocketAddr>,
}

/// What every request needs.
#[derive(Debug)]
struct Scene {
    root: PathBuf,
    posts: Posts,
    facebook: facebook::Facebook,
    forum: forum::Forum,
    talk: talk::Talk,
    replies: Arc<Replies>,
    saved: saved::SavedPages,
}

impl Stage {
    /// The stage's folder in the source tree this was built from.
    #[must_use]
    pub fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("stage")
    }

    /// Serves the folder `root` (see [`Stage::folder`]) on a free port.
    ///
    /// # Errors
    /// When a file is missing or malformed, or no port can be had.
    pub async fn start(root: &Path) -> Result<Self, StageError> {
        Self::start_on(root, 0, Vec::new()).await
    }

    /// Serves only saved pages, each under its own address.
    ///
    /// # Errors
    /// As [`Stage::start`], and when an address is no URL.
    pub async fn start_with(pages: Vec<SavedPage>) -> Result<Self, StageError> {
        Self::start_on(&Self::folder(), 0, pages).await
    }

    /// Serves `root` and `pages` on `port` (0: a free one). A host that has saved pages shows nothing else.
    ///
    /// # Errors
    /// As [`Stage::start`] and [`Stage::start_with`].
    pub async fn start_on(
        root: &Path,
        port: u16,
        pages: Vec<SavedPage>,
    ) -> Result<Self, StageError> {
        let saved = saved::SavedPages::new(pages)?;
        if saved.is_empty() {
            files::editors(root)?;
        }
        let hosts = saved.hosts().into_iter().chain(host::ours()).collect();
        let replies = Arc::new(Replies::default());
        let posts = Posts::read(root)?;
        let facebook = facebook::Facebook::read(root)?;
        let forum = forum::Forum::read(root)?;
        let talk = talk::Talk::read(root)?;
        let scene = Arc::new(Scene {
            facebook,
            forum,
            talk,
            root: root.to_path_buf(),
            posts,
            replies: Arc::clone(&replies),
            saved,
        });
        let handle = Handle::new();
        let secure = listen(port)?;
        let plain = listen(0)?;
        let stage = Self {
            port: secure.1,
            plain_port: plain.1,
            hosts,
            replies,
            handle: handle.clone(),
        };
        serve(scene, handle, secure.0, plain.0).await?;
        Ok(stage)
    }

    /// The value of Chromium's `--host-resolver-rules`: our hosts lead here, this machine stays, all else is unknown.
    #[must_use]
    pub fn host_rules(&self) -> String {
        let mut rules = Vec::new();
        for host in &self.hosts {
            rules.push(format!("MAP {host}:80 127.0.0.1:{}", self.plain_port));
            rules.push(format!("MAP {host} 127.0.0.1:{}", self.port));
        }
        rules.push("MAP * ~NOTFOUND".to_owned());
        rules.push("EXCLUDE localhost".to_owned());
        rules.push("EXCLUDE 127.0.0.1".to_owned());
        rules.join(", ")
    }

    /// What was posted on the stage since it started, oldest first.
    #[must_use]
    pub fn posted(&self) -> Vec<Posted> {
        self.replies.all()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.handle.shutdown();
    }
}

/// A listening socket and its port.
fn listen(port: u16) -> Result<(TcpListener, u16), StageError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let failed = |source| StageError::Listen { address, source };
    let listener = TcpListener::bind(address).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    Ok((listener, port))
}

/// Starts both servers; they end with the handle.
async fn serve(
    scene: Arc<Scene>,
    handle: Handle<SocketAddr>,
    secure: TcpListener,
    plain: TcpListener,
) -> Result<(), StageError> {
    let app = route::router(scene).into_make_service();
    let tls = certificate().await?;
    let over_tls = axum_server::from_tcp_rustls(secure, tls).map_err(StageError::Tls)?;
    let in_plain = axum_server::from_tcp(plain).map_err(StageError::Tls)?;
    let both = tokio::spawn(over_tls.handle(handle.clone()).serve(app.clone()));
    let _detached = tokio::spawn(in_plain.handle(handle.clone()).serve(app));
    if tokio::time::timeout(Duration::from_secs(10), handle.listening())
        .await
        .is_err()
    {
        both.abort();
    }
    Ok(())
}

/// A certificate for every host of ours, made now and trusted by nobody.
async fn certificate() -> Result<RustlsConfig, StageError> {
    // Another crate may have chosen the same provider before us.
    let _chosen = rustls::crypto::ring::default_provider().install_default();
    let made = rcgen::generate_simple_self_signed(host::ours().collect::<Vec<_>>())?;
    let key = made.signing_key.serialize_der();
    RustlsConfig::from_der(vec![made.cert.der().to_vec()], key)
        .await
        .map_err(StageError::Tls)
}
