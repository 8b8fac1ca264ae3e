//! `toonvast brand new`: a first brand folder, from a questionnaire or from its usual answers.

mod first;
mod questionnaire;

use crate::Ended;
use crate::lines::locale;
use anyhow::{Context as _, bail};
use questionnaire::Answers;
use std::io::{IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use toonvast_brand::{Brand, folder};
use toonvast_model::locale::Locale;

/// Where, and from what answers.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
On a terminal the questions are asked; an empty answer takes the usual value. ANSWERS is TOML with any of: name, sector, image \
(formal, businesslike, warm, playful), community (customers, fans, professionals, citizens), viral (never, sometimes, gladly), \
address (je, u), emoji, and the lists agents, products, competitors, jargon and say ([\"ticket = melding\"]).")]
pub(crate) struct Args {
    /// The folder to write; its name becomes the brand's id
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The brand's name as customers know it; the folder's name when absent
    #[arg(long)]
    name: Option<String>,
    /// Answers to the questionnaire, as TOML, instead of asking
    #[arg(long, value_name = "ANSWERS")]
    answers: Option<PathBuf>,
    /// Ask nothing: the usual answers
    #[arg(long, conflicts_with = "answers")]
    usual: bool,
    /// The language of the questions and of the guide's notes
    #[arg(long, default_value = "nl", value_parser = locale)]
    locale: Locale,
}

/// Writes the folder, after checking that it is a brand.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let id = args
        .dir
        .file_name()
        .context("DIR has no name of its own; write one, as `brands/fietsfluit`")?;
    let id = id.to_string_lossy();
    if args.dir.exists() {
        bail!(
            "{} exists already; choose another folder",
            args.dir.display()
        );
    }
    let mut out = std::io::stdout().lock();
    let answers = answers(args, &mut out)?;
    let name = args.name.as_deref().or(answers.name.as_deref());
    let files = first::files(name.unwrap_or(&id), &answers, args.locale)?;
    let brand = Brand::parse(&id, &files)?;
    let parent = args.dir.parent().unwrap_or(Path::new(""));
    let dir = folder::write(parent, &brand.id, &files, false)?;
    writeln!(
        out,
        "{}: fill in policy.toml first, then run `toonvast brand test {}`",
        dir.display(),
        dir.display()
    )?;
    Ok(Ended::Well)
}

/// From the file, from the person at the terminal, or the usual ones.
fn answers(args: &Args, out: &mut impl Write) -> anyhow::Result<Answers> {
    if let Some(file) = &args.answers {
        return questionnaire::read(file);
    }
    let stdin = std::io::stdin();
    if args.usual || !stdin.is_terminal() {
        return Ok(Answers::default());
    }
    Ok(questionnaire::ask(args.locale, &mut stdin.lock(), out)?)
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
