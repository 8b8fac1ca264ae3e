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
    let mut running = String::with_capacity(text.len().min(MOST));
    let mut evidence = Evidence::default();
    let mut plain = 0;
    for (at, token) in line.tokens().iter().enumerate() {
        if token.mark != Mark::Word(WordKind::Word) || token.span.end > MOST {
            continue;
        }
        let shown = token.span.of(text);
        running.push_str(shown);
        running.push(' ');
        evidence.hear(shown, line.token(at));
        plain += 1;
    }
    if plain == 0 {
        return Language::Und;
    }
    let guess = || known(whichlang::detect_language(&running));
    if !latin(&running) {
        return guess();
    }
    evidence.clear(plain).unwrap_or_else(guess)
}

/// Bytes read: more say nothing new of the language.
const MOST: usize = 4_000;

fn within(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
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
