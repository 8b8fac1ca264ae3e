//! Top-level domains.

/// IANA's list of ASCII top-level domains, sorted, one a line; names in Punycode left out.
const LIST: &str = include_str!("../data/tlds.txt");

/// Whether this is a top-level domain, whatever its case.
pub(crate) fn is_top_level(name: &str) -> bool {
    if name.len() < 2 || !name.is_ascii() {
        return false;
    }
    let name = name.to_ascii_lowercase();
    let (mut low, mut high) = (0, LIST.len());
    // A binary search over the lines of the text itself: no table to build at start.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = LIST[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = LIST[middle..]
            .find('\n')
            .map_or(LIST.len(), |at| middle + at);
        match LIST[start..end].cmp(name.as_str()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{LIST, is_top_level};

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for name in LIST.lines() {
            assert!(is_top_level(name), "{name}");
        }
        for name in ["", "n", "nlx", "Ik", "zzzz", "é"] {
            assert!(!is_top_level(name), "{name}");
        }
        assert!(is_top_level("COM"));
    }
}
