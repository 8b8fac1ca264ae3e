//! `toonvast brand new`: a minimal brand folder.

use crate::Ended;
use anyhow::{Context as _, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use toonvast_brand::folder;
use toonvast_brand::{Brand, BrandFiles};

/// Where.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder to write; its name becomes the brand's id
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The brand's name as customers know it; the folder's name when absent
    #[arg(long)]
    name: Option<String>,
}

/// Writes the folder, after checking that it is a brand.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let id = args
        .dir
        .file_name()
        .context("DIR has no name of its own; write one, as `brands/fietsfluit`")?;
    let id = id.to_string_lossy();
    let name = args.name.as_deref().unwrap_or(&id);
    let policy = include_str!("new/policy.toml").replace("\"NAME\"", &quoted(name)?);
    let files = BrandFiles::from([
        ("policy.toml", policy.as_str()),
        ("tone/guide.toml", include_str!("new/guide.toml")),
        ("replies/replies.toml", include_str!("new/replies.toml")),
        (
            "examples/opening-hours.txt",
            include_str!("new/opening-hours.txt"),
        ),
    ]);
    let brand = Brand::parse(&id, &files)?;
    let parent = args.dir.parent().unwrap_or(Path::new(""));
    if args.dir.exists() {
        bail!(
            "{} exists already; choose another folder",
            args.dir.display()
        );
    }
    let dir = folder::write(parent, &brand.id, &files, false)?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}: fill in policy.toml first, then run `toonvast brand test {}`",
        dir.display(),
        dir.display()
    )?;
    Ok(Ended::Well)
}

/// A text as TOML writes it; JSON's escapes are TOML's too.
fn quoted(text: &str) -> anyhow::Result<String> {
    Ok(serde_json::to_string(text)?)
}

#[cfg(test)]
mod tests {
    use toonvast_brand::policy::Policy;
    use toonvast_brand::{Brand, BrandFiles};
    use toonvast_model::post::Site;
    use toonvast_model::triage::{Kind, Priority};

    /// The template with everything it comments out put in.
    fn whole() -> Policy {
        let is_setting = |line: &str| line.starts_with('[') || line.contains(" = ");
        let lines: Vec<&str> = include_str!("new/policy.toml")
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if is_setting(rest) && !rest.contains(": ") => rest,
                _ => line,
            })
            .collect();
        let files = BrandFiles::from([("policy.toml", lines.join("\n").as_str())]);
        Brand::parse("bel", &files).expect("a valid brand").policy
    }

    #[test]
    fn what_the_template_comments_out_is_valid() {
        let whole = whole();
        let bare = Policy::named("NAME");
        assert_eq!(whole.service_levels.len(), 4);
        assert_ne!(whole.hours, bare.hours);
        assert_ne!(whole.special_hours, bare.special_hours);
        assert_ne!(whole.influence, bare.influence);
        assert_ne!(whole.campaigns, bare.campaigns);
        assert_ne!(whole.crisis, bare.crisis);
        assert_ne!(whole.weights, bare.weights);
    }

    #[test]
    fn what_the_template_calls_usual_is() {
        let (whole, bare) = (whole(), Policy::named("NAME"));
        assert_eq!(whole.answers, bare.answers);
        assert_eq!(whole.trend, bare.trend);
        for priority in Priority::ALL {
            for kind in Kind::ALL {
                let level = |policy: &Policy| policy.service_level(*priority, *kind, Site::X);
                assert_eq!(level(&whole), level(&bare), "{priority:?} {kind:?}");
            }
        }
    }
}
