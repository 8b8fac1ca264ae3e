//! The language a text is written in.

use crate::function_words::speaks_for;
use crate::line::{Line, Mark};
use crate::words::WordKind;
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
    language_of(text, &Line::of(within(text, MOST)))
}

/// The language of a text whose line is at hand.
#[must_use]
pub fn language_of(text: &str, line: &Line) -> Language {
    let mut evidence = Evidence::default();
    let mut letters = Letters::default();
    let mut plain = 0;
    for (at, shown) in plain_words(text, line) {
        letters.count(shown);
        evidence.hear(shown, line.token(at));
        plain += 1;
    }
    if plain == 0 {
        return Language::Und;
    }
    let guess = || {
        let mut running = String::with_capacity(text.len().min(MOST));
        for (_, shown) in plain_words(text, line) {
            running.push_str(shown);
            running.push(' ');
        }
        known(whichlang::detect_language(&running))
    };
    if !letters.are_latin() {
        return guess();
    }
    evidence.clear(plain).unwrap_or_else(guess)
}

/// The words that speak for a language, with their places in the line.
fn plain_words<'t>(text: &'t str, line: &Line) -> impl Iterator<Item = (usize, &'t str)> {
    let tokens = line.tokens().iter().enumerate();
    tokens
        .filter(|(_, token)| token.mark == Mark::Word(WordKind::Word) && token.span.end <= MOST)
        .map(|(at, token)| (at, token.span.of(text)))
}

/// Bytes read: more say nothing new of the language.
const MOST: usize = 4_000;

fn within(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

/// How many letters there are, and how many Latin ones; plain ones are counted by the word.
#[derive(Debug, Default)]
struct Letters {
    all: usize,
    latin: usize,
}

impl Letters {
    fn count(&mut self, word: &str) {
        if word.is_ascii() {
            self.all += word.len();
            self.latin += word.len();
            return;
        }
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            self.all += 1;
            self.latin += usize::from(c <= '\u{24F}' || ('\u{1E00}'..='\u{1EFF}').contains(&c));
        }
    }

    const fn are_latin(&self) -> bool {
        self.latin * 2 > self.all
    }
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
    /// Hears a word as shown and as folded; number words stand as `0` in a line and say nothing.
    fn hear(&mut self, shown: &str, folded: &str) {
        self.letters(shown);
        match speaks_for(folded) {
            Some((Language::Nl, weight)) => self.nl += weight,
            Some((Language::En, weight)) => self.en += weight,
            Some((Language::De, weight)) => self.de += weight,
            Some((Language::Fr, weight)) => self.fr += weight,
            _ => {}
        }
    }

    /// Letters that only some of the four write.
    fn letters(&mut self, shown: &str) {
        if shown.is_ascii() {
            return;
        }
        for c in shown.chars() {
            match c {
                'ß' | 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' => self.de += 1,
                'ç' | 'à' | 'è' | 'ê' | 'ù' | 'û' | 'î' | 'œ' | 'Ç' | 'À' | 'Ê' => {
                    self.fr += 1
                }
                _ => {}
            }
        }
    }

    /// The language function words speak for, where they are clear for the length of the text.
    const fn clear(self, words: usize) -> Option<Language> {
        let (loudest, first, second) = self.loudest();
        let clear = first >= second + 2 && first * 3 >= words;
        if clear || (first > second && first * 2 >= words) {
            Some(loudest)
        } else {
            None
        }
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
