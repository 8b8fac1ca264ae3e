//! A binary logarithm without floating point.

/// One in this crate's fixed-point numbers.
pub(crate) const ONE: u64 = 1 << 10;

/// log2(`numerator` / `denominator`) in 1/1024ths, rounded down; 0 when the quotient is
/// at most 1 or nothing.
pub(crate) fn log2(numerator: u64, denominator: u64) -> u64 {
    if denominator == 0 || numerator <= denominator {
        return 0;
    }
    let whole = u64::from((numerator / denominator).ilog2());
    // The quotient scaled into [1, 2), as 32 bits behind the point.
    let scaled = (u128::from(numerator) << 32) / (u128::from(denominator) << whole);
    let mut rest = scaled;
    let mut bits = 0;
    for _ in 0..10 {
        rest = (rest * rest) >> 32;
        bits <<= 1;
        if rest >= 1 << 33 {
            rest >>= 1;
            bits |= 1;
        }
    }
    whole * ONE + bits
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn agrees_with_the_real_one_to_three_places() {
        for (n, d) in [
            (1, 1),
            (2, 1),
            (3, 2),
            (10, 1),
            (1000, 3),
            (61, 7),
            (1 << 40, 3),
        ] {
            let real = (n as f64 / d as f64).log2() * 1024.0;
            assert!(
                (log2(n, d) as f64 - real).abs() <= 1.0,
                "{n}/{d}: {} {real}",
                log2(n, d)
            );
        }
        assert_eq!(log2(0, 5), 0);
        assert_eq!(log2(5, 0), 0);
    }
}
