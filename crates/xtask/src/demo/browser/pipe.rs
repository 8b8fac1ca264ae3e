//! Branded Chrome refuses `--load-extension`; it takes an unpacked extension over its
//! debugging pipe (`Extensions.loadUnpacked`), file descriptors 3 and 4 of the child.

use super::Shown;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Write};
use std::path::Path;
use std::process::Command;

/// Starts the browser with a debugging pipe, loads the extension, opens the stage.
///
/// # Errors
/// When the browser cannot be started. One that will not load the extension stays open, and
/// the person is told what to click.
pub fn open(command: Command, extension: &Path, headless: bool) -> Result<Shown> {
    let (their_input, our_output) = std::io::pipe().context("cannot make a pipe")?;
    let (our_input, their_output) = std::io::pipe().context("cannot make a pipe")?;
    let child = through_shell(&command, their_input, their_output)?;
    let mut talk = Talk {
        output: our_output,
        input: BufReader::new(our_input),
        last: 0,
    };
    let loaded = talk.ask("Extensions.loadUnpacked", &json!({ "path": extension }));
    let by_hand = loaded.is_err().then(|| extension.to_path_buf());
    // A browser without this command still opens; the person is told what to click.
    drop(talk.ask(
        "Target.createTarget",
        &json!({ "url": "https://x.com/home" }),
    ));
    // Closing the pipe would close the browser: it stays open as long as we run.
    std::mem::forget(talk);
    Ok(Shown {
        child,
        headless,
        by_hand,
    })
}

/// The shell moves the two ends to the descriptors 3 and 4 that the browser expects.
fn through_shell(
    command: &Command,
    input: PipeReader,
    output: PipeWriter,
) -> Result<std::process::Child> {
    Command::new("sh")
        .args([
            "-c",
            "exec 3<&0 4>&1 0</dev/null 1>/dev/null; exec \"$@\"",
            "sh",
        ])
        .arg(command.get_program())
        .args(command.get_args())
        .args([
            "--remote-debugging-pipe",
            "--enable-unsafe-extension-debugging",
        ])
        .stdin(input)
        .stdout(output)
        .stderr(std::process::Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().display()))
}

struct Talk {
    output: PipeWriter,
    input: BufReader<PipeReader>,
    last: u64,
}

impl Talk {
    fn ask(&mut self, method: &str, params: &Value) -> Result<Value> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params })
            .to_string()
            .into_bytes();
        message.push(0);
        self.output.write_all(&message)?;
        loop {
            let mut answer = Vec::new();
            if self.input.read_until(0, &mut answer)? == 0 {
                bail!("the browser closed its pipe");
            }
            answer.pop();
            let answer: Value = serde_json::from_slice(&answer)?;
            if answer["id"] == self.last {
                return match answer.get("error") {
                    Some(error) => bail!("{method}: {error}"),
                    None => Ok(answer["result"].clone()),
                };
            }
        }
    }
}
