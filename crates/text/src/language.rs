//! The language a text is written in.

use crate::fold::fold;
use crate::function_words::speaks_for;
use crate::words::{Word, WordKind, words};
use toonvast_model::language::Language;
use whichlang::Lang;

/// The language of a post or draft (M17); `Und` without a letter outside handles, links
/// and hashtags.
///
/// whichlang decides, except that it knows no doubt: on a few words it will say Italian
/// of *ok prima*. So the function words of Dutch, English, German and French overrule it
/// where they speak clearly, and with nothing else to go by Dutch, then English, is
/// preferred to a language whose letters and words are absent.
#[must_use]
pub fn language(text: &str) -> Language {
    let text = within(text, MOST);
    let plain: Vec<Word> = words(text)
        .into_iter()
        .filter(|word| word.kind == WordKind::Word)
        .collect();
    if plain.is_empty() {
        return Language::Und;
    }
    let running = joined(text, &plain);
    let guess = known(whichlang::detect_language(&running));
    if !latin(&running) {
        return guess;
    }
    overruled(guess, Evidence::of(text, &plain), plain.len())
}

/// Bytes read: more say nothing new of the language.
const MOST: usize = 4_000;

fn within(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

fn joined(text: &str, plain: &[Word]) -> String {
    let mut running = String::with_capacity(text.len());
    for word in plain {
        running.push_str(word.of(text));
        running.push(' ');
    }
    running
}

/// Whether most letters are Latin.
fn latin(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (all, latin) = letters.fold((0_usize, 0_usize), |(all, latin), c| {
        (
            all + 1,
            latin + usize::from(c <= '\u{24F}' || ('\u{1E00}'..='\u{1EFF}').contains(&c)),
        )
    });
    latin * 2 > all
}

/// How loudly function words speak for each language.
#[derive(Debug, Default, Clone, Copy)]
struct Evidence {
    nl: usize,
    en: usize,
    de: usize,
    fr: usize,
}

impl Evidence {
    fn of(text: &str, plain: &[Word]) -> Self {
        let mut sum = Self::default();
        for word in plain {
            match speaks_for(fold(word.of(text)).as_str()) {
                Some((Language::Nl, weight)) => sum.nl += weight,
                Some((Language::En, weight)) => sum.en += weight,
                Some((Language::De, weight)) => sum.de += weight,
                Some((Language::Fr, weight)) => sum.fr += weight,
                _ => {}
            }
        }
        sum
    }

    const fn loudest(self) -> (Language, usize, usize) {
        let mut first = (Language::Nl, self.nl);
        let mut second = 0;
        let others = [
            (Language::En, self.en),
            (Language::De, self.de),
            (Language::Fr, self.fr),
        ];
        let mut index = 0;
        while index < others.len() {
            let (language, weight) = others[index];
            if weight > first.1 {
                second = first.1;
                first = (language, weight);
            } else if weight > second {
                second = weight;
            }
            index += 1;
        }
        (first.0, first.1, second)
    }
}

/// The final word: function words where they are clear for the length of the text.
fn overruled(guess: Language, evidence: Evidence, words: usize) -> Language {
    let (loudest, first, second) = evidence.loudest();
    let clear = first >= second + 2 && first * 3 >= words;
    if clear || (first > second && first * 2 >= words) {
        return loudest;
    }
    guess
}

const fn known(lang: Lang) -> Language {
    match lang {
        Lang::Ara => Language::Ar,
        Lang::Cmn => Language::Zh,
        Lang::Deu => Language::De,
        Lang::Eng => Language::En,
        Lang::Fra => Language::Fr,
        Lang::Hin => Language::Hi,
        Lang::Ita => Language::It,
        Lang::Jpn => Language::Ja,
        Lang::Kor => Language::Ko,
        Lang::Nld => Language::Nl,
        Lang::Por => Language::Pt,
        Lang::Rus => Language::Ru,
        Lang::Spa => Language::Es,
        Lang::Swe => Language::Sv,
        Lang::Tur => Language::Tr,
        Lang::Vie => Language::Vi,
    }
}

#[cfg(test)]
mod tests {
    use super::language;
    use proptest::prelude::*;
    use toonvast_model::language::Language;

    #[test]
    fn tells_languages_apart() {
        for (text, expected) in [
            ("", Language::Und),
            (
                "😡😡 123 https://fluit.nl #fail @FietsfluitNL",
                Language::Und,
            ),
            ("Waar blijft mijn fiets?", Language::Nl),
            ("@FietsfluitNL Where is my bike?", Language::En),
            (
                "Wo bleibt mein Fahrrad? Ich warte schon lange.",
                Language::De,
            ),
            (
                "Où est mon vélo ? J'attends depuis une semaine",
                Language::Fr,
            ),
            ("ge zijt goe bezig zeg", Language::Nl),
            ("Где мой велосипед?", Language::Ru),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in "\\PC{0,60}") {
            let _ = language(&text);
        }
    }
}
