//! First names common in the Netherlands, Flanders and Britain.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Whether a folded word is a common first name.
pub(crate) fn is_first_name(folded: &str) -> bool {
    static NAMES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    NAMES
        .get_or_init(|| {
            include_str!("../data/first-names.txt")
                .split_whitespace()
                .collect()
        })
        .contains(folded)
}

#[cfg(test)]
mod tests {
    use super::is_first_name;
    use toonvast_brand::rule::phrase::fold;

    #[test]
    fn the_list_is_folded_and_without_doubles() {
        let list = include_str!("../data/first-names.txt");
        let mut names: Vec<&str> = list.split_whitespace().collect();
        assert!(names.iter().all(|name| fold(name) == *name));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "a name stands twice");
        assert!(all >= 400, "{all}");
    }

    #[test]
    fn knows_names_from_words() {
        for (word, name) in [
            ("marieke", true),
            ("zoe", true),
            ("klant", false),
            ("team", false),
        ] {
            assert_eq!(is_first_name(word), name, "{word}");
        }
    }
}
