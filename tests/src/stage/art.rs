//! Pictures without files: avatars, photographs and emoji, drawn from their address.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use std::path::Path;

/// Draws `avatar/HANDLE.svg` or `photo/HUE.svg`, or finds `emoji/1f600-fe0f.svg` in the installed set below `root`.
pub(super) fn draw(root: &Path, path: &str) -> Option<Response> {
    let (kind, name) = path.strip_suffix(".svg")?.split_once('/')?;
    let svg = match kind {
        "avatar" => avatar(name)?,
        "photo" => photo(name.parse().ok()?),
        "emoji" => emoji(root, name)?,
        _ => return None,
    };
    Some(([(CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

fn avatar(handle: &str) -> Option<String> {
    let first = handle
        .chars()
        .next()
        .filter(char::is_ascii_alphanumeric)?
        .to_ascii_uppercase();
    let hue = handle
        .bytes()
        .fold(7_u32, |sum, byte| (sum * 31 + u32::from(byte)) % 360);
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl({hue} 45% 45%)"/><text x="20" y="27" font-family="sans-serif" font-size="19" font-weight="600" fill="#fff" text-anchor="middle">{first}</text></svg>"##
    ))
}

/// A bicycle before a hill: two wheels, a frame, a sun.
fn photo(hue: u16) -> String {
    let far = hue + 25;
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 340"><rect width="640" height="340" fill="hsl({hue} 45% 82%)"/><circle cx="520" cy="80" r="38" fill="hsl(45 90% 78%)"/><path d="M0 250Q170 150 330 235T640 200V340H0Z" fill="hsl({far} 35% 60%)"/><g fill="none" stroke="hsl({hue} 40% 22%)" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"><circle cx="235" cy="245" r="52"/><circle cx="405" cy="245" r="52"/><path d="M235 245L285 175H375L405 245M285 175L318 245H235M318 245L375 175M276 155H300M375 175L365 145H390"/></g></svg>"##
    )
}

/// The set's files leave out the variation selector, except in sequences.
fn emoji(root: &Path, codes: &str) -> Option<String> {
    let plain = codes
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let without = codes.replace("-fe0f", "");
    let set = root.join("node_modules/@twemoji/svg");
    let read = |name: &str| std::fs::read_to_string(set.join(format!("{name}.svg"))).ok();
    plain.then(|| read(codes).or_else(|| read(&without)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_drawings_are_drawn() {
        let root = Path::new("nowhere");
        for path in ["avatar/FietsfluitNL.svg", "photo/205.svg"] {
            assert!(draw(root, path).is_some(), "{path}");
        }
        for path in [
            "avatar/.svg",
            "avatar/<b>.svg",
            "photo/x.svg",
            "emoji/../x.svg",
            "emoji/1f6b2.svg",
            "other/1.svg",
            "",
        ] {
            assert!(draw(root, path).is_none(), "{path}");
        }
    }
}
