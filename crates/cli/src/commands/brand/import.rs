//! `toonvast brand import`: JSON to brand folders (M159).

use crate::Ended;
use anyhow::Context as _;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use toonvast_brand::folder::{self, FolderError};
use toonvast_brand::import::{MAX_IMPORT, brands};

/// What to import, and where to.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// An array of brands
    #[arg(value_name = "BRANDS.JSON")]
    brands: PathBuf,
    /// Canned replies, one JSON object a line, each with the brand it belongs to
    #[arg(value_name = "LIBRARY.JSONL")]
    library: Option<PathBuf>,
    /// The folder that is to hold one folder a brand
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Replace the files of brands that are already there
    #[arg(long)]
    force: bool,
}

/// Writes one folder a brand: all of them, or none.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let exported = read(&args.brands)?;
    let library = args.library.as_deref().map(read).transpose()?;
    let brands = brands(&exported, library.as_deref())?;
    let mut prepared = Vec::new();
    for brand in brands {
        let dir = args.out.join(brand.id.as_str());
        if dir.exists() && !args.force {
            return Err(FolderError::Exists(dir).into());
        }
        prepared.push((brand.to_files()?, brand));
    }
    let mut out = std::io::stdout().lock();
    for (files, brand) in prepared {
        let dir = folder::write(&args.out, &brand.id, &files, args.force)?;
        writeln!(out, "{}: {} replies", dir.display(), brand.library.len())?;
    }
    Ok(Ended::Well)
}

fn read(path: &Path) -> anyhow::Result<String> {
    let advice = || {
        format!(
            "{} cannot be read; check the path and that it is UTF-8",
            path.display()
        )
    };
    let file = std::fs::File::open(path).with_context(advice)?;
    let mut text = String::new();
    file.take(MAX_IMPORT as u64 + 1)
        .read_to_string(&mut text)
        .with_context(advice)?;
    Ok(text)
}
