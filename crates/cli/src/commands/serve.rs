//! `toonvast serve`: the server.

use crate::brands::engine;
use anyhow::Context;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use toonvast_brand::folder;
use toonvast_server::{Config, Server};
use tracing_subscriber::EnvFilter;

/// What the server takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the server's own data; its database is DIR/toonvast.db
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// A brand's folder, or one that holds several
    #[arg(long, value_name = "DIR")]
    brands: PathBuf,
    /// The address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7878")]
    listen: SocketAddr,
    /// The address people open, as `https://webcare.example`, when a proxy stands in front
    #[arg(long, value_name = "URL", value_parser = public_address)]
    public: Option<String>,
    /// How the log on standard error is written; RUST_LOG sets how much
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Log {
    /// A line each.
    Text,
    /// A JSON object each.
    Json,
}

/// Serves until it is told to stop.
pub(crate) async fn run(args: Args) -> anyhow::Result<()> {
    log(args.log);
    let engines = folder::brands(&args.brands)?
        .into_iter()
        .map(engine)
        .collect();
    let config = Config {
        data: args.data,
        engines,
        listen: args.listen,
        public: args.public,
    };
    let server = Server::start(config).await?;
    say(&server).context("cannot write to standard output")?;
    let told = told_to_stop()?;
    server.run(told).await?;
    Ok(())
}

/// Two lines that programs may read: `listening on URL`, and while there is no account
/// yet `first account: LINK`.
fn say(server: &Server) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on {}", server.url())?;
    if let Some(link) = server.first_link() {
        writeln!(out, "first account: {link}")?;
    }
    out.flush()
}

fn log(how: Log) {
    let much = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(much)
        .with_writer(std::io::stderr);
    match how {
        Log::Text => lines.with_ansi(false).init(),
        Log::Json => lines.json().init(),
    }
}

/// Done at Ctrl-C, and where there are signals at SIGTERM.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        let interrupted = tokio::signal::ctrl_c();
        #[cfg(unix)]
        tokio::select! {
            _ = interrupted => {}
            _ = terminate.recv() => {}
        }
        #[cfg(not(unix))]
        // Without a handler there is no other word to stop than the end of the process.
        let _ = interrupted.await;
    })
}

fn public_address(text: &str) -> Result<String, String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    match host.map(|host| host.trim_end_matches('/')) {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '@']) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err("give scheme, host and port only, as https://webcare.example".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::public_address;

    #[test]
    fn a_public_address_is_an_origin() {
        assert_eq!(
            public_address("https://w.test/"),
            Ok("https://w.test".to_owned())
        );
        assert_eq!(
            public_address("http://w.test:8080"),
            Ok("http://w.test:8080".to_owned())
        );
        for bad in [
            "w.test",
            "https://",
            "https://w.test/app",
            "https://a@w.test",
            "ftp://w.test",
        ] {
            assert!(public_address(bad).is_err(), "{bad}");
        }
    }
}
