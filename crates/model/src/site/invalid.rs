//! What can be wrong with a site pack.

use super::{Answers, SitePack, Strategy};

/// Longest selector or pattern, in bytes; more is a mistake.
const LONGEST: usize = 1_000;

/// Why a site pack cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPack {
    /// The name is no name.
    #[error(
        "site pack `{0}`: its `id` is no name; use 1 to 32 lower-case letters, digits or hyphens"
    )]
    Id(String),
    /// It says nowhere where it applies.
    #[error(
        "site pack `{0}` applies nowhere: give `hosts`, or `detect` for software under any host"
    )]
    Nowhere(String),
    /// A host that no browser would report.
    #[error(
        "site pack `{pack}`: `{host}` is no host; write it as `x.com` or `*.x.com`, in lower case, without scheme or path"
    )]
    Host {
        /// The pack.
        pack: String,
        /// The text.
        host: String,
    },
    /// A list without which nothing can be read.
    #[error("site pack `{pack}`: `{place}` is empty, so no post could be read; give at least one")]
    Missing {
        /// The pack.
        pack: String,
        /// The key.
        place: &'static str,
    },
    /// A selector the browser would refuse.
    #[error(
        "site pack `{pack}`: `{place}` is no selector ({why}); every page would fail on it, correct it"
    )]
    Selector {
        /// The pack.
        pack: String,
        /// The key.
        place: String,
        /// What is wrong.
        why: &'static str,
    },
    /// A pattern that yields nothing or too much.
    #[error(
        "site pack `{pack}`: the pattern in `{place}` {why}; write one group round the value, `(?:…)` for the rest"
    )]
    Pattern {
        /// The pack.
        pack: String,
        /// The key.
        place: String,
        /// What is wrong.
        why: &'static str,
    },
}

pub(super) fn check(pack: &SitePack) -> Result<(), InvalidPack> {
    let id = || pack.id.chars().take(40).collect::<String>();
    let named = (1..=32).contains(&pack.id.len())
        && pack
            .id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !named {
        return Err(InvalidPack::Id(id()));
    }
    if pack.hosts.is_empty() && pack.detect.is_empty() {
        return Err(InvalidPack::Nowhere(id()));
    }
    if let Some(host) = pack.hosts.iter().find(|host| !is_host(host)) {
        return Err(InvalidPack::Host {
            pack: id(),
            host: host.chars().take(80).collect(),
        });
    }
    for (place, empty) in [
        ("post.select", pack.post.select.is_empty()),
        ("post.id", pack.post.id.is_empty()),
        ("post.text.select", pack.post.text.select.is_empty()),
    ] {
        if empty {
            return Err(InvalidPack::Missing { pack: id(), place });
        }
    }
    for (place, selector) in selectors(pack) {
        if let Some(why) = selector_fault(selector) {
            return Err(InvalidPack::Selector {
                pack: id(),
                place,
                why,
            });
        }
    }
    for (place, pattern, groups) in patterns(pack) {
        if let Some(why) = pattern_fault(pattern, groups) {
            return Err(InvalidPack::Pattern {
                pack: id(),
                place,
                why,
            });
        }
    }
    Ok(())
}

fn is_host(host: &str) -> bool {
    let name = host.strip_prefix("*.").unwrap_or(host);
    name.len() <= 253
        && name.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
}

/// Every [`Strategy`] of a pack under its key.
fn picks(pack: &SitePack) -> impl Iterator<Item = (String, &Strategy)> {
    let post = &pack.post;
    [
        ("account", &pack.account),
        ("post.id", &post.id),
        ("post.author", &post.author),
        ("post.author_name", &post.author_name),
        ("post.time", &post.time),
        ("post.permalink", &post.permalink),
        ("post.followers", &post.followers),
        ("post.likes", &post.likes),
        ("post.replies", &post.replies),
        ("post.shares", &post.shares),
        ("post.views", &post.views),
    ]
    .into_iter()
    .flat_map(|(key, list)| {
        list.iter()
            .enumerate()
            .map(move |(n, pick)| (format!("{key}[{n}]"), pick))
    })
}

fn selectors(pack: &SitePack) -> Vec<(String, &str)> {
    let post = &pack.post;
    let mut all: Vec<(String, &str)> = Vec::new();
    for (key, list) in [
        ("detect", &pack.detect),
        ("post.select", &post.select),
        ("post.exclude", &post.exclude),
        ("post.foreign", &post.foreign),
        ("post.badge", &post.badge),
        ("post.verified", &post.verified),
        ("post.text.select", &post.text.select),
        ("post.text.drop", &post.text.drop),
        ("post.partial", &post.partial),
        ("post.promoted", &post.promoted),
    ] {
        all.extend(
            list.iter()
                .enumerate()
                .map(|(n, s)| (format!("{key}[{n}]"), s.as_str())),
        );
    }
    for (key, pick) in picks(pack) {
        let both = [("select", &pick.select), ("closest", &pick.closest)];
        all.extend(both.into_iter().filter_map(|(field, value)| {
            value
                .as_deref()
                .map(|selector| (format!("{key}.{field}"), selector))
        }));
    }
    for (n, composer) in pack.composers.iter().enumerate() {
        all.push((format!("composers[{n}].select"), &composer.select));
        all.extend(
            composer
                .beside
                .iter()
                .map(|s| (format!("composers[{n}].beside"), s.as_str())),
        );
        for answers in &composer.answers {
            let (within, select) = match answers {
                Answers::Post { within, select, .. } => (within.as_deref(), select.as_deref()),
                Answers::Link { select } => (None, Some(select.as_str())),
                Answers::Url { .. } | Answers::Draft { .. } => (None, None),
            };
            let both = within.into_iter().chain(select);
            all.extend(both.map(|s| (format!("composers[{n}].answers"), s)));
        }
    }
    for (n, health) in pack.health.iter().enumerate() {
        all.extend(
            health
                .select
                .iter()
                .map(|s| (format!("health[{n}].select"), s.as_str())),
        );
    }
    all
}

/// Every pattern with its key and whether it must hold exactly one group.
fn patterns(pack: &SitePack) -> Vec<(String, &str, bool)> {
    let mut all: Vec<(String, &str, bool)> = picks(pack)
        .filter_map(|(key, pick)| {
            pick.pattern
                .as_deref()
                .map(|pattern| (format!("{key}.pattern"), pattern, true))
        })
        .collect();
    let until = pack.post.text.until.as_deref();
    all.extend(until.map(|pattern| ("post.text.until".to_owned(), pattern, true)));
    for (n, composer) in pack.composers.iter().enumerate() {
        let url = composer.url.as_deref();
        all.extend(url.map(|pattern| (format!("composers[{n}].url"), pattern, false)));
        for answers in &composer.answers {
            if let Answers::Url { pattern, .. } | Answers::Draft { pattern, .. } = answers {
                all.push((format!("composers[{n}].answers"), pattern, true));
            }
        }
    }
    for (n, health) in pack.health.iter().enumerate() {
        let url = health.url.as_deref();
        all.extend(url.map(|pattern| (format!("health[{n}].url"), pattern, false)));
    }
    all
}

fn selector_fault(selector: &str) -> Option<&'static str> {
    if selector.trim().is_empty() {
        return Some("it is empty");
    }
    if selector.len() > LONGEST {
        return Some("it is longer than 1000 bytes");
    }
    let (mut open, mut quote) = (Vec::new(), None);
    let mut chars = selector.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (_, '\\') => drop(chars.next()),
            (Some(q), c) if q == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => open.push(']'),
            (None, '(') => open.push(')'),
            (None, ']' | ')') if open.pop() != Some(c) => return Some("its brackets do not match"),
            (None, '{' | '}' | ';') => return Some("it holds a character no selector has"),
            _ => {}
        }
    }
    match (quote, open.is_empty()) {
        (Some(_), _) => Some("a quotation mark is left open"),
        (None, false) => Some("its brackets do not match"),
        (None, true) => None,
    }
}

fn pattern_fault(pattern: &str, one_group: bool) -> Option<&'static str> {
    if pattern.is_empty() {
        return Some("is empty");
    }
    if pattern.len() > LONGEST {
        return Some("is longer than 1000 bytes");
    }
    let (mut depth, mut groups, mut class) = (0_u32, 0_u32, false);
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            ']' => class = false,
            '[' => class = true,
            '(' if !class => {
                depth += 1;
                groups += u32::from(chars.peek() != Some(&'?'));
            }
            ')' if !class => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some("closes a group it never opened"),
            },
            _ => {}
        }
    }
    if depth > 0 || class {
        Some("leaves a bracket open")
    } else if one_group && groups != 1 {
        Some("must hold exactly one group")
    } else {
        None
    }
}
