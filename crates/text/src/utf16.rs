//! Offsets as JavaScript counts them.

/// The number of UTF-16 units before byte `byte` of `text`.
///
/// A byte inside a character counts as the start of that character; one past the end as
/// the end. Texts of 4 GiB and more saturate.
#[must_use]
pub fn utf16(text: &str, byte: usize) -> u32 {
    let units: usize = text
        .char_indices()
        .take_while(|(at, c)| at + c.len_utf8() <= byte)
        .map(|(_, c)| c.len_utf16())
        .sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::utf16;

    #[test]
    fn counts_units_not_bytes() {
        let text = "é🚲x";
        for (byte, units) in [(0, 0), (1, 0), (2, 1), (4, 1), (6, 3), (7, 4), (99, 4)] {
            assert_eq!(utf16(text, byte), units, "byte {byte}");
        }
    }
}
