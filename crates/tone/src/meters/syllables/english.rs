//! English: groups of vowels, less the ones that are silent, more where two are said apart.

use super::without_vowels;

/// Words no rule reaches.
const ODD: &[(&str, u32)] = &[
    ("people", 2),
    ("business", 2),
    ("every", 2),
    ("evening", 2),
    ("real", 1),
    ("really", 2),
    ("quiet", 2),
    ("client", 2),
    ("clients", 2),
    ("science", 2),
    ("society", 4),
    ("different", 3),
    ("interesting", 4),
    ("area", 3),
    ("areas", 3),
    ("idea", 3),
    ("ideas", 3),
    ("apologies", 4),
    ("something", 2),
    ("sometimes", 2),
    ("someone", 2),
    ("whenever", 3),
    ("wherever", 3),
    ("somewhere", 2),
    ("everyone", 3),
    ("everything", 3),
    ("theatre", 3),
    ("museum", 3),
    ("lovely", 2),
    ("poem", 2),
    ("diet", 2),
    ("variety", 4),
    ("anxiety", 4),
    ("fuel", 2),
    ("cruel", 2),
    ("ruin", 2),
    ("recipe", 3),
    ("cafe", 2),
];

/// Endings that are one syllable of their own, behind which an *e* may be silent.
const ENDINGS: &[&str] = &["ments", "ment", "less", "fully", "ful", "ness", "ly"];

/// The syllables of a word in lower case.
pub(super) fn count(word: &str) -> u32 {
    let word = word.replace('’', "'");
    if let Some((_, count)) = ODD.iter().find(|(odd, _)| *odd == word) {
        return *count;
    }
    let (stem, behind) = contraction(&word);
    let plain: Vec<char> = stem.chars().filter(|c| c.is_alphabetic()).collect();
    if !plain.iter().any(|c| is_letter_of_vowel(*c)) {
        return without_vowels(&word);
    }
    let bare: String = plain.iter().collect();
    for ending in ENDINGS {
        let stem = bare.strip_suffix(ending);
        let stem = stem.filter(|stem| stem.chars().any(is_letter_of_vowel) && stem.len() > 2);
        if let Some(stem) = stem {
            return count(stem) + u32::from(*ending == "fully") + 1 + behind;
        }
    }
    (groups(&plain) + behind)
        .saturating_sub(silent(&bare))
        .max(1)
}

/// A contraction's stem, and the syllables of what is swallowed: *did-n't*, *it-'ll*.
fn contraction(word: &str) -> (&str, u32) {
    if let Some(stem) = word.strip_suffix("n't") {
        return (stem, u32::from(stem.ends_with(['d', 's'])));
    }
    match word.split_once('\'') {
        Some((stem, "ll")) if !stem.is_empty() => {
            (stem, u32::from(!stem.ends_with(is_letter_of_vowel)))
        }
        Some((stem, _)) if !stem.is_empty() => (stem, 0),
        _ => (word, 0),
    }
}

const fn is_letter_of_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ï' | 'ö')
}

/// Groups of vowels, more where two that stand together are said apart.
fn groups(letters: &[char]) -> u32 {
    let vowel = |at: usize| {
        let consonant = letters[at] == 'y'
            && at == 0
            && letters.get(1).is_some_and(|next| is_letter_of_vowel(*next));
        is_letter_of_vowel(letters[at]) && !consonant
    };
    let mut count = 0;
    for at in 0..letters.len() {
        if vowel(at) && (at == 0 || !vowel(at - 1) || apart(letters, at)) {
            count += 1;
        }
    }
    count
}

/// Whether a vowel is said apart from the one before it.
fn apart(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(2).map(|at| letters[at]);
    let rest: String = letters[at..].iter().collect();
    match (letters[at - 1], letters[at]) {
        ('i', 'o' | 'a' | 'u') => !matches!(before, Some('t' | 's' | 'c' | 'g' | 'x')),
        ('e', 'o') | ('i', 'ï') => true,
        ('u', 'a') => !matches!(before, Some('q' | 'g')),
        ('e', 'a') => starts(letters, &["creat", "react", "theat"]),
        ('e', 'i') if starts(letters, &["reim", "reins", "reinv"]) => true,
        ('y' | 'o' | 'e', 'i') => rest.starts_with("ing"),
        _ => false,
    }
}

fn starts(letters: &[char], with: &[&str]) -> bool {
    let word: String = letters.iter().collect();
    with.iter().any(|start| word.starts_with(start))
}

/// The *e* at the end that nobody hears: *bike*, *bikes*, *called*.
fn silent(word: &str) -> u32 {
    let vowels = word.chars().filter(|c| is_letter_of_vowel(*c)).count();
    let (ends, stem) = match word {
        _ if word.ends_with("ed") => (true, &word[..word.len() - 2]),
        _ if word.ends_with("es") => (true, &word[..word.len() - 2]),
        _ if word.ends_with('e') => (true, &word[..word.len() - 1]),
        _ => (false, word),
    };
    let last = stem.chars().next_back().unwrap_or('e');
    if !ends || vowels < 2 || is_letter_of_vowel(last) {
        return 0;
    }
    let said = if word.ends_with("ed") {
        matches!(last, 't' | 'd')
    } else if word.ends_with("es") {
        matches!(last, 's' | 'x' | 'z' | 'c' | 'g') || stem.ends_with("ch") || stem.ends_with("sh")
    } else {
        // *table*, *little*: the l is the syllable.
        last == 'l' && !stem[..stem.len() - 1].ends_with(is_letter_of_vowel)
    };
    u32::from(!said)
}
