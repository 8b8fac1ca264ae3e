//! Dutch: a syllable for each vowel sound, and Dutch writes most of them with fixed letters.

use super::without_vowels;

/// Letters that are one vowel sound together; the longest go first.
const TOGETHER: &[&str] = &[
    "aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij",
    "ei", "ou", "au", "ai", "oi", "ay", "ey", "oy", "uy",
];

/// Beginnings taken from English in which *ea* and *oa* are one sound.
const ENGLISH: &[&str] = &[
    "team", "deale", "deals", "stream", "leas", "beam", "clean", "feature", "coach", "board",
    "cream", "steak", "roam", "soap", "goal", "loa",
];

/// Words from English that end in an *e* nobody hears.
const SILENT: &[&str] = &[
    "service",
    "site",
    "website",
    "update",
    "online",
    "offline",
    "software",
    "hardware",
    "smartphone",
    "iphone",
    "deadline",
    "timeline",
    "upgrade",
    "lease",
    "phone",
    "game",
    "cake",
    "home",
    "live",
    "release",
    "store",
    "mobile",
    "image",
    "tape",
    "cupcake",
];

/// A letter; `broken` bears a trema: a new sound begins there.
#[derive(Clone, Copy)]
struct Letter {
    base: char,
    broken: bool,
}

/// The syllables of a word in lower case.
pub(super) fn count(word: &str) -> u32 {
    let letters = letters(word);
    let bare: String = letters.iter().map(|letter| letter.base).collect();
    let mut count: u32 = 0;
    let mut at = 0;
    while at < letters.len() {
        if is_vowel(&letters, at) {
            count += 1;
            at += sound(&letters, at);
        } else {
            at += 1;
        }
    }
    if count == 0 {
        return without_vowels(word);
    }
    let loan = ENGLISH.iter().any(|start| bare.starts_with(start));
    let swallowed = u32::from(loan) + silent(&bare);
    count.saturating_sub(swallowed).max(1)
}

/// The silent *e* of a word, or of a compound's last part: *klantenservice* says *servis*.
fn silent(bare: &str) -> u32 {
    // Only what is not a Dutch word too may end a longer one.
    let compound = [
        "service", "website", "software", "hardware", "phone", "update", "line",
    ];
    let whole = SILENT.contains(&bare);
    let last = compound
        .iter()
        .any(|word| bare.len() > word.len() + 2 && bare.ends_with(word));
    u32::from(whole || (last && bare != "discipline"))
}

fn letters(word: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(word.len());
    for c in word.chars() {
        let (base, broken) = match c {
            'ä' => ('a', true),
            'ë' => ('e', true),
            'ï' => ('i', true),
            'ö' => ('o', true),
            'ü' => ('u', true),
            'à' | 'á' | 'â' => ('a', false),
            'è' | 'é' | 'ê' => ('e', false),
            'ì' | 'í' | 'î' => ('i', false),
            'ò' | 'ó' | 'ô' => ('o', false),
            'ù' | 'ú' | 'û' => ('u', false),
            'ĳ' => {
                letters.push(Letter {
                    base: 'i',
                    broken: false,
                });
                ('j', false)
            }
            '\u{308}' => {
                if let Some(last) = letters.last_mut() {
                    last.broken = true;
                }
                continue;
            }
            '\u{300}'..='\u{36F}' => continue,
            c => (c, false),
        };
        letters.push(Letter { base, broken });
    }
    letters
}

fn is_vowel(letters: &[Letter], at: usize) -> bool {
    let base = |at: usize| letters.get(at).map(|letter| letter.base);
    match letters[at].base {
        'a' | 'e' | 'i' | 'o' => true,
        // *quota* is said *kwota*.
        'u' => at.checked_sub(1).and_then(base) != Some('q'),
        'y' => at > 0 || !base(1).is_some_and(|next| "aeiou".contains(next)),
        _ => false,
    }
}

/// How many letters the vowel sound at a place takes.
fn sound(letters: &[Letter], at: usize) -> usize {
    let rest = &letters[at..];
    let matches = |pattern: &str| {
        let enough = rest.len() >= pattern.len();
        enough
            && pattern
                .chars()
                .zip(rest)
                .enumerate()
                .all(|(number, (c, letter))| c == letter.base && (number == 0 || !letter.broken))
    };
    let after = |length: usize| rest.get(length).map(|letter| letter.base);
    // *museum*, *jubileum*: e and u apart.
    let latin = matches("eum") && matches!(rest.get(3).map(|it| it.base), None | Some('s'));
    if latin {
        return 1;
    }
    // *station*, *passioneel*: said as one.
    let before = at.checked_sub(1).map(|at| letters[at].base);
    if matches("io") && after(2) == Some('n') && matches!(before, Some('t' | 's')) {
        return if matches("ioo") { 3 } else { 2 };
    }
    TOGETHER
        .iter()
        .find(|pattern| matches(pattern))
        .map_or(1, |pattern| pattern.len())
}
