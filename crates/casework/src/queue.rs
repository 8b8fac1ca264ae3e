//! The order in which cases are listed, and a case as a line of that list.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use toonvast_model::case::{Actor, Case, CaseState};
use toonvast_model::id::{AccountId, ContentId, PersonId};
use toonvast_model::screen::{CaseRow, Contents};

/// Characters of a post shown in a list.
pub const EXCERPT_CHARS: usize = 140;

/// Open ones first, then completed, then closed; within these the most urgent first, then
/// the highest score, then the oldest. The id decides what is left, so that two machines
/// list the same.
#[must_use]
pub fn order(one: &Case, other: &Case) -> Ordering {
    let key = |case: &Case| {
        (
            state_rank(case.state),
            Reverse(case.priority),
            Reverse(case.score),
            case.opened_at,
            case.id,
        )
    };
    key(one).cmp(&key(other))
}

/// Open 0, completed 1, closed 2: the store sorts by the same figure.
#[must_use]
pub const fn state_rank(state: CaseState) -> u8 {
    match state {
        CaseState::Open => 0,
        CaseState::Completed => 1,
        CaseState::Closed => 2,
    }
}

/// Sorts lines of the list by [`order`].
pub fn sort(rows: &mut [CaseRow]) {
    rows.sort_by(|one, other| order(&one.case, &other.case));
}

/// The beginning of a text, on one line: white space collapsed, at most
/// [`EXCERPT_CHARS`] characters, the last an ellipsis when something was cut.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        // Far enough: the rest of a huge text need not be read.
        if line.len() > EXCERPT_CHARS * 4 + 4 {
            break;
        }
    }
    match line.char_indices().nth(EXCERPT_CHARS) {
        None => line,
        Some(_) => line.chars().take(EXCERPT_CHARS - 1).chain(['…']).collect(),
    }
}

/// The words behind the ids, found by id.
#[derive(Debug, Clone, Default)]
pub struct Lookup<'c> {
    texts: BTreeMap<ContentId, &'c str>,
    people: BTreeMap<PersonId, &'c str>,
    accounts: BTreeMap<AccountId, &'c str>,
}

impl<'c> Lookup<'c> {
    /// Reads `contents` once.
    #[must_use]
    pub fn new(contents: &'c Contents) -> Self {
        Self {
            texts: contents
                .texts
                .iter()
                .map(|row| (row.id, row.text.as_str()))
                .collect(),
            people: contents
                .people
                .iter()
                .map(|row| (row.id, row.handle.as_str()))
                .collect(),
            accounts: contents
                .accounts
                .iter()
                .map(|row| (row.id, row.name.as_str()))
                .collect(),
        }
    }

    /// A case as a line of the list; what was erased is empty.
    #[must_use]
    pub fn row(&self, case: Case, pending: bool) -> CaseRow {
        CaseRow {
            excerpt: self
                .texts
                .get(&case.post.content)
                .map(|text| excerpt(text))
                .unwrap_or_default(),
            author: self
                .people
                .get(&case.post.author)
                .map(|name| (*name).to_owned())
                .unwrap_or_default(),
            owner: case.owner.and_then(|owner| self.name(owner)),
            case,
            pending,
        }
    }

    /// A colleague's display name; none for this browser's own agent.
    #[must_use]
    pub fn name(&self, actor: Actor) -> Option<String> {
        match actor {
            Actor::Account(account) => self.accounts.get(&account).map(|name| (*name).to_owned()),
            Actor::ThisBrowser => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_excerpt_is_one_line_of_140() {
        assert_eq!(excerpt("  Hoi\n\n daar\t"), "Hoi daar");
        let cut = excerpt(&"é".repeat(141));
        assert_eq!((cut.chars().count(), cut.chars().last()), (140, Some('…')));
        assert_eq!(excerpt(&"é".repeat(140)), "é".repeat(140));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".{0,900}") {
            let line = excerpt(&text);
            prop_assert!(line.chars().count() <= EXCERPT_CHARS);
            prop_assert!(!line.contains('\n'));
        }
    }
}
