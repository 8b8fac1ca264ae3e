//! Spellings people confuse, by language: what they write, and what they mean.

use toonvast_model::language::Language;

/// Pairs of spellings; each stands for the other too.
const NL: &[(&str, &str)] = &[
    ("ei", "ij"),
    ("ij", "y"),
    ("ie", "y"),
    ("au", "ou"),
    ("auw", "ouw"),
    ("ie", "i"),
    ("i", "ij"),
    ("oe", "ou"),
    ("eu", "ui"),
    ("c", "k"),
    ("c", "s"),
    ("ct", "kt"),
    ("cc", "k"),
    ("cc", "kk"),
    ("x", "ks"),
    ("qu", "kw"),
    ("s", "z"),
    ("f", "v"),
    ("g", "ch"),
    ("gt", "cht"),
    ("d", "t"),
    ("t", "dt"),
    ("d", "dt"),
    ("p", "b"),
    ("t", "th"),
    ("r", "rh"),
    ("ti", "tsi"),
    ("ssi", "tsi"),
    ("tie", "sie"),
    ("sj", "ch"),
    ("zj", "g"),
    ("lijk", "elijk"),
    ("lijk", "lik"),
    ("lijk", "lek"),
    ("ig", "ug"),
    ("n", "m"),
    ("e", "en"),
    ("e", "ë"),
    ("i", "ï"),
    ("e", "é"),
    ("e", "è"),
    ("e", "ê"),
    ("o", "ö"),
    ("u", "ü"),
    ("a", "à"),
    ("c", "ç"),
    ("as", "a's"),
    ("os", "o's"),
    ("is", "i's"),
    ("us", "u's"),
    ("w", "uw"),
    ("uw", "u"),
    ("a", "e"),
    ("en", "an"),
    ("er", "ur"),
    ("eau", "o"),
];

const EN: &[(&str, &str)] = &[
    ("ei", "ie"),
    ("ance", "ence"),
    ("ant", "ent"),
    ("able", "ible"),
    ("ate", "ite"),
    ("c", "s"),
    ("c", "k"),
    ("ck", "k"),
    ("ph", "f"),
    ("wh", "w"),
    ("tion", "sion"),
    ("tion", "cion"),
    ("y", "i"),
    ("ey", "y"),
    ("ies", "ys"),
    ("full", "ful"),
    ("ely", "ly"),
    ("ily", "ly"),
    ("ally", "ly"),
    ("er", "or"),
    ("er", "ar"),
    ("par", "per"),
    ("e", "a"),
    ("e", "i"),
    ("o", "u"),
    ("ou", "u"),
    ("ui", "iu"),
    ("s", "z"),
    ("ch", "tch"),
    ("sc", "s"),
    ("gu", "g"),
    ("au", "a"),
    ("ea", "ee"),
    ("eau", "u"),
    ("ue", "u"),
    ("eing", "ing"),
    ("igh", "i"),
    ("n", "nt"),
    ("n", "gn"),
    ("n", "m"),
    ("apol", "appol"),
    ("dn't", "dnt"),
    ("sn't", "snt"),
    ("n't", "nt"),
];

/// The pairs of a language.
pub(crate) const fn pairs(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::En => EN,
        _ => NL,
    }
}

/// Every word that one confusion, or one letter doubled or not doubled, makes of this one.
pub(crate) fn confused(word: &str, language: Language, mut found: impl FnMut(String)) {
    for (one, other) in pairs(language) {
        swapped(word, one, other, &mut found);
        swapped(word, other, one, &mut found);
    }
    doubled(word, &mut found);
}

fn swapped(word: &str, written: &str, meant: &str, found: &mut impl FnMut(String)) {
    for (at, _) in word.match_indices(written) {
        // Where the longer spelling stands already, its part is not what was confused.
        let there = meant.len() > written.len() && word[at..].starts_with(meant);
        if !there {
            found(format!(
                "{}{meant}{}",
                &word[..at],
                &word[at + written.len()..]
            ));
        }
    }
}

fn doubled(word: &str, found: &mut impl FnMut(String)) {
    let mut before = None;
    for (at, letter) in word.char_indices() {
        let behind = at + letter.len_utf8();
        if before == Some(letter) {
            found(format!("{}{}", &word[..at], &word[behind..]));
        } else {
            found(format!("{}{letter}{}", &word[..behind], &word[behind..]));
        }
        before = Some(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mistake_back() {
        for (wrong, right) in [
            ("altijt", "altijd"),
            ("kontakt", "contakt"),
            ("berigt", "bericht"),
            ("geintresseerd", "geïntresseerd"),
            ("interesant", "interessant"),
            ("reisen", "reizen"),
            ("fotos", "foto's"),
        ] {
            let mut all = Vec::new();
            confused(wrong, Language::Nl, |word| all.push(word));
            assert!(all.iter().any(|word| word == right), "{wrong}: {all:?}");
        }
    }
}
