//! The keyboard: which key means what.

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// Next row.
    Next,
    /// Previous row.
    Previous,
    /// First row.
    First,
    /// Last row.
    Last,
    /// Out of here.
    Back,
    /// To the search box.
    Search,
}

/// What a key asks for, if anything. While the agent types in a field only Escape counts; with
/// Control, Alt or Meta held the key belongs to the browser.
#[must_use]
pub fn intent(key: &str, typing: bool, modified: bool) -> Option<Intent> {
    match (key, typing, modified) {
        (_, _, true) => None,
        ("Escape", _, _) => Some(Intent::Back),
        (_, true, _) => None,
        ("j" | "ArrowDown", ..) => Some(Intent::Next),
        ("k" | "ArrowUp", ..) => Some(Intent::Previous),
        ("Home", ..) => Some(Intent::First),
        ("End", ..) => Some(Intent::Last),
        ("/", ..) => Some(Intent::Search),
        _ => None,
    }
}

/// The row to go to among `count`; `None` where there is nowhere to go.
#[must_use]
pub fn target(intent: Intent, current: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (intent, current) {
        (Intent::Next, Some(row)) => Some((row + 1).min(last)),
        (Intent::Previous, Some(row)) => Some(row.saturating_sub(1)),
        (Intent::Next | Intent::Previous, None) | (Intent::First, _) => Some(0),
        (Intent::Last, _) => Some(last),
        (Intent::Back | Intent::Search, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Intent, intent, target};

    #[test]
    fn letters_belong_to_the_field_being_typed_in() {
        assert_eq!(intent("j", false, false), Some(Intent::Next));
        assert_eq!(intent("j", true, false), None);
        assert_eq!(intent("/", true, false), None);
        assert_eq!(intent("Escape", true, false), Some(Intent::Back));
        assert_eq!(intent("k", false, true), None);
        assert_eq!(intent("Enter", false, false), None);
    }

    #[test]
    fn rows_end_at_both_ends() {
        assert_eq!(target(Intent::Next, None, 3), Some(0));
        assert_eq!(target(Intent::Next, Some(2), 3), Some(2));
        assert_eq!(target(Intent::Previous, Some(0), 3), Some(0));
        assert_eq!(target(Intent::Last, Some(0), 3), Some(2));
        assert_eq!(target(Intent::Next, None, 0), None);
        assert_eq!(target(Intent::Back, Some(1), 3), None);
    }
}
