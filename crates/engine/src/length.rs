//! How long a reply is, as the site where it would stand counts (M40).

use toonvast_model::post::Site;

/// The longest post on X, in weighted characters.
pub const X_LIMIT: usize = 280;

/// A reply's length and the site's limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// On X weighted characters (a link counts 23, an emoji 2), elsewhere characters.
    pub count: usize,
    /// The most the site takes, where it says so.
    pub limit: Option<usize>,
}

/// The length of a reply on a site.
#[must_use]
pub fn length(site: Site, text: &str) -> Length {
    match site {
        Site::X => Length {
            count: toonvast_text::weighted_length(text),
            limit: Some(X_LIMIT),
        },
        _ => Length {
            count: text.chars().count(),
            limit: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x_counts_links_and_emoji_its_own_way() {
        let text = "Kijk 😀 https://fietsfluit.nl/een/heel/lang/adres";
        assert_eq!(
            length(Site::X, text),
            Length {
                count: 5 + 2 + 1 + 23,
                limit: Some(280)
            }
        );
        assert_eq!(
            length(Site::Forum, "één"),
            Length {
                count: 3,
                limit: None
            }
        );
    }
}
