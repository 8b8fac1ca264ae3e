//! Misspelt names.

/// Letters a name must have before a misspelling is looked for.
const SHORTEST: usize = 5;

/// Whether `token` looks like a slip in writing `name`, both folded: two letters swapped,
/// one doubled, dropped or added; in names of 9 letters and more any one letter, and the
/// name with an ending grown on to it.
///
/// In short names another letter usually makes another word (*straal*, *straat*).
pub(crate) fn misspells(token: &str, name: &str) -> bool {
    if name.len() < SHORTEST || token == name || token.chars().next() != name.chars().next() {
        return false;
    }
    let (token_len, name_len) = (token.chars().count(), name.chars().count());
    if name_len < SHORTEST || token_len + 1 < name_len {
        return false;
    }
    if name_len > SHORTEST
        && token_len > name_len
        && token_len <= name_len + 12
        && token.starts_with(name)
    {
        return true;
    }
    let a: Vec<char> = token.chars().collect();
    let b: Vec<char> = name.chars().collect();
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest_a = &a[start..];
    let rest_b = &b[start..];
    let end = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - end], &rest_b[..rest_b.len() - end]);
    match (mid_a, mid_b) {
        ([x, y], [p, q]) => x == q && y == p,
        ([one], []) => name_len > SHORTEST || repeats(*one, start, &a),
        ([], [_]) => name_len > SHORTEST,
        ([_], [_]) => name_len >= 9,
        _ => false,
    }
}

/// Whether the added letter doubles a neighbour.
fn repeats(added: char, at: usize, token: &[char]) -> bool {
    let before = at.checked_sub(1).and_then(|index| token.get(index));
    before == Some(&added) || token.get(at + 1) == Some(&added)
}

#[cfg(test)]
mod tests {
    use super::misspells;

    #[test]
    fn slips_yes_other_words_no() {
        for (token, name, expected) in [
            ("fietsfliut", "fietsfluit", true),
            ("fietsfluut", "fietsfluit", true),
            ("fietsfluitabonnement", "fietsfluit", true),
            ("fietsfluit", "fietsfluit", false),
            ("straat", "straal", false),
            ("sraal", "straal", true),
            ("wezen", "wezel", false),
            ("weezel", "wezel", true),
            ("bol", "bo", false),
        ] {
            assert_eq!(misspells(token, name), expected, "{token} {name}");
        }
    }
}
