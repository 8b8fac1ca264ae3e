//! How alike two words look, for those mistyped.

/// Whether `a` and `b` differ by at most one letter added, dropped or replaced, or two swapped.
pub(crate) fn one_slip_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same_start = short
        .iter()
        .zip(long.iter())
        .take_while(|(x, y)| x == y)
        .count();
    let left_short = &short[same_start..];
    let left_long = &long[same_start..];
    if left_short.len() < left_long.len() {
        return left_short == &left_long[1..];
    }
    match (left_short, left_long) {
        ([], []) => true,
        ([p, q, ..], [r, s, ..]) if p == s && q == r => left_short[2..] == left_long[2..],
        ([_, rest @ ..], [_, other @ ..]) => rest == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::one_slip_apart;

    #[test]
    fn a_slip_is_one_letter() {
        let alike = [
            ("pakket", "paket"),
            ("pakket", "pakekt"),
            ("accu", "acuc"),
            ("fiets", "fiets"),
            ("slot", "slpt"),
            ("a", ""),
        ];
        for (a, b) in alike {
            assert!(one_slip_apart(a, b) && one_slip_apart(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("pakket", "packt"),
            ("slot", "stol"),
            ("fiets", "iets!"),
            ("ab", ""),
        ] {
            assert!(!one_slip_apart(a, b) && !one_slip_apart(b, a), "{a} {b}");
        }
    }
}
