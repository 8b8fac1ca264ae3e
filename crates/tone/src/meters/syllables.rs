//! Syllables, as a reader would clap them. A word's count is what both formulas of reading ease
//! are built on; spoken syllables, not hyphenation: *station* has two.

mod dutch;
mod english;

use toonvast_model::language::Language;

/// The syllables of one word: letters, with the apostrophes, hyphens and digits inside it. At
/// least one; English in English, Dutch in every other language.
pub(super) fn syllables(word: &str, language: Language) -> u32 {
    let lower = word.to_lowercase();
    let parts = lower.split(['-', '‑', '/', '_']);
    let count: u32 = parts.map(|part| of_part(part, language)).sum();
    let code = lower.bytes().any(|byte| byte.is_ascii_digit());
    count.clamp(1, if code { CODE } else { u32::MAX })
}

/// The most a number or a code counts: *15.00* is read as *drie uur* or *vijftien uur*, and
/// *SCH-77120* is looked at, not read.
const CODE: u32 = 3;

fn of_part(part: &str, language: Language) -> u32 {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let digits = u32::try_from(digits).unwrap_or(CODE).min(CODE);
    let letters: String = part.chars().filter(|c| !c.is_ascii_digit()).collect();
    if !letters.contains(char::is_alphabetic) {
        return digits;
    }
    digits
        + match language {
            Language::En => english::count(&letters),
            _ => dutch::count(&letters),
        }
}

/// A word without a vowel is an abbreviation, spelt out: *dm*, *tv*; with an apostrophe it is
/// swallowed: *m'n*.
fn without_vowels(letters: &str) -> u32 {
    let count = letters.chars().filter(|c| c.is_alphabetic()).count();
    if letters.contains(['\'', '’']) {
        1
    } else {
        u32::try_from(count).unwrap_or(u32::MAX).clamp(1, 6)
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;
    use proptest::prelude::*;
    use toonvast_model::language::Language;

    /// Words with their syllables, between blanks.
    const DUTCH: &str = "de 1 fiets 1 fietsen 2 klant 1 klanten 2 bericht 2 privébericht 4 \
        bestelling 3 klantenservice 4 geleverd 3 morgen 2 vanmiddag 3 nieuwe 2 nieuw 1 leeuwen 2 \
        uitzoeken 3 ideeën 3 zeeën 2 reëel 2 coördinatie 5 geïnformeerd 4 beïnvloeden 4 \
        financiële 5 financieel 4 officieel 4 patiënt 3 cliënten 3 beantwoorden 4 reactie 3 \
        reageren 4 radio 3 video 3 station 2 stations 2 functioneren 4 internationaal 5 situatie 4 \
        actueel 3 januari 4 museum 3 jubileum 4 bureau 2 cadeau 2 milieu 2 mooi 1 mooie 2 draai 1 \
        groei 1 groeien 2 koeien 2 vrij 1 vrije 2 blijven 2 ijs 1 bijen 2 lij 1 zoals 2 doordat 2 \
        hoi 1 mail 1 e-mail 2 mailtje 2 team 1 teams 1 coach 1 update 2 website 2 online 2 \
        software 2 service 2 type 2 typen 2 baby 2 hobby 2 yoghurt 2 okay 2 quota 2 kwartier 2 \
        één 1 café 2 zo'n 1 m'n 1 dm 2 tv 2 m 1 verantwoordelijkheid 6 aansprakelijkheid 5 \
        werkzaamheden 4 desalniettemin 5 derhalve 3 augustus 3 restaurant 3 ruimte 2 fruit 1 \
        uien 2 eeuw 1 ruw 1 ruwe 2 gebeurd 2 deur 1 geachte 3 idealen 4 ideaal 3 variabel 4 \
        medium 3 duo 2 individueel 5 hockey 2 15.00 3 2 1 12 2 sch-77120 3 4g 2 oeps 1 wauw 1 lawaai 2 nooit 1 \
        vergoeding 3 accountant 3 terug 2 terugbetaling 5 dankjewel 3 vervelend 3 excuses 3";

    const ENGLISH: &str = "the 1 bike 1 bikes 1 order 2 orders 2 parcel 2 delivery 4 customer 3 \
        customers 3 message 2 messages 3 sorry 2 received 2 called 1 wanted 2 needed 2 missed 1 \
        boxes 2 changes 2 times 1 table 2 little 2 people 2 station 2 information 4 region 2 \
        previous 3 video 3 radio 3 usual 3 actual 3 create 2 created 3 idea 3 area 3 really 2 \
        real 1 being 2 going 2 doing 2 seeing 2 trying 2 playing 2 lovely 2 statement 2 \
        management 3 careful 2 useless 2 happiness 3 didn't 2 couldn't 2 don't 1 can't 1 we'll 1 \
        it'll 2 you're 1 fruit 1 quite 1 quiet 2 science 2 client 2 society 4 business 2 \
        every 2 evening 2 different 3 interesting 4 reimbursement 4 endeavour 3 terminate 3 \
        utilise 3 approximately 5 notwithstanding 4 yellow 2 you 1 your 1 year 1 dm 2 app 1 \
        refund 2 refunded 3 apologise 4 apologies 4 hours 1 minute 2 minutes 2";

    fn wrong(table: &str, language: Language) -> Vec<String> {
        let parts: Vec<&str> = table.split_whitespace().collect();
        let pairs = parts.chunks_exact(2);
        pairs
            .filter_map(|pair| {
                let counted = syllables(pair[0], language);
                (counted.to_string() != pair[1])
                    .then(|| format!("{} is {} not {counted}", pair[0], pair[1]))
            })
            .collect()
    }

    #[test]
    fn dutch_words_have_their_syllables() {
        assert!(DUTCH.split_whitespace().count() >= 200);
        assert_eq!(wrong(DUTCH, Language::Nl), Vec::<String>::new());
    }

    #[test]
    fn english_words_have_their_syllables() {
        assert!(ENGLISH.split_whitespace().count() >= 160);
        assert_eq!(wrong(ENGLISH, Language::En), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn never_none_and_never_more_than_letters(word in "[\\PC'’-]{1,30}") {
            for language in [Language::Nl, Language::En] {
                let count = syllables(&word, language);
                prop_assert!(count >= 1);
                let letters = word.to_lowercase().chars().count();
                prop_assert!(usize::try_from(count).unwrap() <= letters.max(1), "{}: {}", word, count);
            }
        }

        #[test]
        fn capitals_change_nothing(word in "[a-zëïöéA-Z]{1,20}") {
            for language in [Language::Nl, Language::En] {
                prop_assert_eq!(
                    syllables(&word, language),
                    syllables(&word.to_uppercase(), language)
                );
            }
        }

        #[test]
        fn a_consonant_and_a_vowel_more_are_a_syllable_more(word in "([bdfgklmnprstvz][aou]){1,8}") {
            let more = format!("{word}ba");
            prop_assert_eq!(
                syllables(&more, Language::Nl),
                syllables(&word, Language::Nl) + 1
            );
        }
    }
}
