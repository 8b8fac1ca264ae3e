//! `toonvast account`: accounts made from the command line, for automation.

use anyhow::{Context, bail};
use std::io::Read;
use std::path::PathBuf;
use toonvast_model::id::BrandId;
use toonvast_server::Role;

/// Longest password read; the server takes less.
const MOST_BYTES: u64 = 4_096;

#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Make an account; the password is the first line of standard input
    Add(Add),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Add {
    /// The folder of the server's own data, made when it is not there; a server may run on it
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// First name, as it stands under replies; the colleague signs in with it
    #[arg(long)]
    name: String,
    /// A brand the colleague works for; may be given several times
    #[arg(long, value_name = "ID", required = true)]
    brand: Vec<BrandId>,
    /// What the colleague may do
    #[arg(long, value_enum, default_value_t = As::Agent)]
    role: As,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum As {
    /// Casework.
    Agent,
    /// Everything, erasing people included.
    Admin,
}

/// Makes the account and prints its id.
pub(crate) async fn run(command: Command) -> anyhow::Result<()> {
    let Command::Add(add) = command;
    let password = password()?;
    let role = match add.role {
        As::Agent => Role::Agent,
        As::Admin => Role::Admin,
    };
    let id = toonvast_server::add_account(&add.data, &add.name, password, &add.brand, role).await?;
    std::io::Write::write_fmt(&mut std::io::stdout(), format_args!("{id}\n"))?;
    Ok(())
}

fn password() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_to_string(&mut text)
        .context("cannot read the password from standard input; give it as UTF-8 text")?;
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => bail!(
            "no password on standard input; pipe it in, as in: printf 'PASSWORD' | toonvast account add …"
        ),
    }
}
