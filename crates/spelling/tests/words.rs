//! Words on lists: compounds that are right, misspellings and what is meant.

use toonvast_model::language::Language;
use toonvast_spelling::{Judgement, Spelling};

fn spelling() -> &'static Spelling {
    Spelling::embedded().expect("the packs in the repository are sound")
}

#[test]
fn five_hundred_compounds_of_webcare_are_right() {
    let compounds = include_str!("compounds.txt").lines();
    let judged = |word: &&str| spelling().judge(word, Language::Nl) != Judgement::Fine;
    let (wrong, of): (Vec<&str>, usize) = (
        compounds.clone().filter(judged).collect(),
        compounds.count(),
    );
    assert_eq!(of, 500);
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The list, and what is suggested first, where that is something else.
fn suggested(list: &str, language: Language) -> (usize, Vec<String>) {
    let pairs = list.lines().filter_map(|line| line.split_once(' '));
    let miss = |(wrong, right): (&str, &str)| {
        let all = spelling().suggest(wrong, language);
        let first = all.first().map(String::as_str) == Some(right);
        (!first).then(|| format!("{wrong}: {all:?}, not {right}"))
    };
    (pairs.clone().count(), pairs.filter_map(miss).collect())
}

#[test]
fn the_first_suggestion_is_what_was_meant() {
    for (list, language, most) in [
        (include_str!("misspelt-nl.txt"), Language::Nl, 8),
        (include_str!("misspelt-en.txt"), Language::En, 5),
    ] {
        let (of, missed) = suggested(list, language);
        assert!(
            missed.len() <= most,
            "{} of {of} missed: {missed:#?}",
            missed.len()
        );
    }
}

/// What is suggested is not always certain enough to be called wrong unasked; most is.
#[test]
fn most_misspellings_are_certain() {
    for (list, language, most) in [
        (include_str!("misspelt-nl.txt"), Language::Nl, 14),
        (include_str!("misspelt-en.txt"), Language::En, 12),
    ] {
        let pairs = list.lines().filter_map(|line| line.split_once(' '));
        let passed: Vec<&str> = pairs
            .filter(|(wrong, _)| spelling().judge(wrong, language) == Judgement::Fine)
            .map(|(wrong, _)| wrong)
            .collect();
        assert!(passed.len() <= most, "{} passed: {passed:?}", passed.len());
    }
}

#[test]
fn both_languages_and_both_shores_are_right() {
    for word in [
        "apologise",
        "colour",
        "travelling",
        "cancelled",
        "centre",
        "kerb",
        "grey",
        "metres",
        "helpdesk",
    ] {
        assert_eq!(
            spelling().judge(word, Language::En),
            Judgement::Fine,
            "{word}"
        );
    }
    for word in [
        "delivery", "refund", "parcel", "customer", "accu's", "foto's", "heeeel", "sorry", "Zoë",
        "ziggo", "wifi",
    ] {
        assert_eq!(
            spelling().judge(word, Language::Nl),
            Judgement::Fine,
            "{word}"
        );
    }
}

#[test]
fn a_word_being_written_is_left_alone_until_it_cannot_be_right() {
    let word = "terugbetaling";
    for end in 4..word.len() {
        let judged = spelling().judge_unfinished(&word[..end], Language::Nl);
        assert_eq!(judged, Judgement::Fine, "{}", &word[..end]);
    }
    let wrong = Judgement::Wrong("altijd".to_owned());
    assert_eq!(spelling().judge_unfinished("altijt", Language::Nl), wrong);
}
