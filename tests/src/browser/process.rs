//! The driver's process, and the end of everything it started.

use super::BrowserError;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

/// What chromedriver says on its output before the number.
const STARTED: &str = "started successfully on port ";

/// A running chromedriver.
#[derive(Debug)]
pub(super) struct Chromedriver {
    pub(super) port: u16,
    child: Child,
    profile: PathBuf,
    // Closing it would stop the driver at its next line of output.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts the program on a port of its own choice.
    pub(super) async fn start(program: &Path, profile: &Path) -> Result<Self, BrowserError> {
        let failed = |source| BrowserError::Start {
            what: program.display().to_string(),
            source,
        };
        let mut child = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let output = child.stdout.take().ok_or(BrowserError::NoPort)?;
        let said = tokio::task::spawn_blocking(move || port(BufReader::new(output))).await;
        let Some((port, output)) = said.ok().flatten() else {
            let _gone = child.kill();
            return Err(BrowserError::NoPort);
        };
        Ok(Self {
            port,
            child,
            profile: profile.to_path_buf(),
            _output: output,
        })
    }

    /// Asks the driver to end the session, which ends the browser. Blocking, so that a destructor can do it.
    pub(super) fn end_session(&self, session: &str) {
        let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) else {
            return;
        };
        let _limit = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let request = format!(
            "DELETE /session/{session} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        );
        if stream.write_all(request.as_bytes()).is_ok() {
            let _answered = stream.read(&mut [0; 256]);
        }
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _killed = self.child.kill();
        let _reaped = self.child.wait();
        for process in using(&self.profile) {
            let _killed = Command::new("kill").args(["-9", &process]).status();
        }
    }
}

fn port(mut output: BufReader<ChildStdout>) -> Option<(u16, BufReader<ChildStdout>)> {
    let mut line = String::new();
    while output.read_line(&mut line).ok()? > 0 {
        if let Some((_, number)) = line.trim_end().trim_end_matches('.').split_once(STARTED) {
            return Some((number.parse().ok()?, output));
        }
        line.clear();
    }
    None
}

/// The processes of this profile that outlived the driver. Only Linux tells; elsewhere the driver has to be trusted.
fn using(profile: &Path) -> Vec<String> {
    let wanted = format!("--user-data-dir={}", profile.display());
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    let ours = |entry: &std::fs::DirEntry| {
        std::fs::read(entry.path().join("cmdline")).is_ok_and(|line| {
            line.split(|byte| *byte == 0)
                .any(|arg| arg == wanted.as_bytes())
        })
    };
    entries
        .flatten()
        .filter(ours)
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}
