//! JSON lines in, one JSON line each out, in order.

use crate::Ended;
use crate::brands::Brands;
use crate::fields::{Fields, LineError};
use serde::Serialize;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use toonvast_engine::Engine;
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach};

/// Bytes one line may have.
pub(crate) const MAX_LINE: usize = 1 << 20;

/// What the three verbs over lines take.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A line needs `id` and `text` (check: `id` and `draft`); every other field may be absent, and \
unknown ones are ignored. A bad line yields {\"line\":N,\"error\":\"…\"} in its place, the rest goes on, and the exit code is 1. \
Spans are in UTF-8 bytes."
)]
pub(crate) struct Args {
    /// A brand's folder, or one that holds several, among which a line's `brand` picks
    #[arg(long, value_name = "DIR")]
    brand: PathBuf,
    /// The language of reasons and findings: nl or en
    #[arg(long, default_value = "nl", value_parser = locale)]
    locale: Locale,
}

/// `nl` or `en`.
pub(crate) fn locale(text: &str) -> Result<Locale, String> {
    match text {
        "nl" => Ok(Locale::Nl),
        "en" => Ok(Locale::En),
        _ => Err("write nl or en".to_owned()),
    }
}

#[derive(Serialize)]
struct Fault {
    line: usize,
    error: String,
}

/// Runs `answer` over every line of standard input.
pub(crate) fn run<T: Serialize>(
    args: &Args,
    answer: impl Fn(Fields, &Brands, Locale) -> Result<T, LineError>,
) -> anyhow::Result<Ended> {
    let brands = Brands::read(&args.brand)?;
    each(|fields| answer(fields, &brands, args.locale))
}

/// Runs `answer` over every line of standard input; a bad line yields its error in place.
pub(crate) fn each<T: Serialize>(
    answer: impl Fn(Fields) -> Result<T, LineError>,
) -> anyhow::Result<Ended> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut ended = Ended::Well;
    let mut number = 0;
    while let Some(line) = next(&mut input)? {
        number += 1;
        let said = line.and_then(|line| Fields::parse(&line)).and_then(&answer);
        match said {
            Ok(said) => serde_json::to_writer(&mut output, &said).map_err(io::Error::from)?,
            Err(error) => {
                ended = Ended::WithFaults;
                let fault = Fault {
                    line: number,
                    error: error.to_string(),
                };
                serde_json::to_writer(&mut output, &fault).map_err(io::Error::from)?;
            }
        }
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(ended)
}

/// The next line without its end; one that is too long is read past and not kept.
fn next(input: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, LineError>>> {
    let mut line = Vec::new();
    let limit = MAX_LINE as u64 + 1;
    if io::Read::take(&mut *input, limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > MAX_LINE {
        skip_line(input)?;
        return Ok(Some(Err(LineError::TooLong)));
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(Some(Ok(line)))
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let chunk = input.fill_buf()?;
        let (length, done) = match chunk.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (chunk.len(), chunk.is_empty()),
        };
        input.consume(length);
        if done {
            return Ok(());
        }
    }
}

/// The post a line holds, what is known around it, and whose engine judges it. Labels a
/// line may carry are not looked at.
pub(crate) fn post<'b>(
    fields: &mut Fields,
    brands: &'b Brands,
) -> Result<(&'b Engine, Post, Context), LineError> {
    let text = fields.required("text")?;
    let engine = brands.pick(fields.text("brand")?.as_deref())?;
    let mut author = fields.object("author", "author.")?;
    let mut reach = fields.object("reach", "reach.")?;
    let post = Post {
        id: PostId(String::new()),
        text,
        site: fields.value("site")?.unwrap_or_default(),
        brand: Some(engine.brand().id.clone()),
        author: Author {
            handle: author.text("handle")?.unwrap_or_default(),
            followers: author.count("followers")?,
            verified: author.flag("verified")?.unwrap_or_default(),
        },
        reach: Reach {
            likes: reach.count("likes")?,
            replies: reach.count("replies")?,
            shares: reach.count("shares")?,
            views: reach.count("views")?,
        },
        posted_at: fields.moment("posted_at"),
    };
    let earlier = fields.count("earlier_posts")?.unwrap_or_default();
    let context = Context {
        now: fields.moment("now"),
        addressed: fields.flag("addressed")?.unwrap_or_default(),
        answered: fields.flag("answered")?.unwrap_or_default(),
        earlier_posts: u32::try_from(earlier).unwrap_or(u32::MAX),
        follow_up: fields.flag("follow_up")?.unwrap_or_default(),
        under_ad: fields.flag("under_ad")?.unwrap_or_default(),
        solicited: fields.flag("solicited")?.unwrap_or_default(),
        similar: u32::try_from(fields.count("similar")?.unwrap_or_default()).unwrap_or(u32::MAX),
        corrections: Vec::new(),
    };
    Ok((engine, post, context))
}

#[cfg(test)]
mod tests {
    use super::{MAX_LINE, next};
    use crate::fields::LineError;
    use std::io::{BufReader, Cursor};

    #[test]
    fn a_line_too_long_costs_only_itself() {
        let long = "x".repeat(MAX_LINE + 1);
        let most = "y".repeat(MAX_LINE);
        let text = format!("a\r\n{long}\n{most}\n\nlast");
        let mut input = BufReader::with_capacity(100, Cursor::new(text));
        let mut found = Vec::new();
        while let Some(line) = next(&mut input).unwrap() {
            found.push(line.map(|line| String::from_utf8(line).unwrap()));
        }
        let expected = [
            Ok("a".to_owned()),
            Err(LineError::TooLong),
            Ok(most),
            Ok(String::new()),
            Ok("last".to_owned()),
        ];
        assert!(found == expected);
    }
}
