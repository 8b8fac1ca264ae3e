//! Words that betray a language by themselves.

use std::collections::HashMap;
use std::sync::OnceLock;
use toonvast_model::language::Language;

/// The language a word speaks for, and how loudly (1 or 2); frequent words that two of the
/// four languages share are left out.
pub(crate) fn speaks_for(word: &str) -> Option<(Language, usize)> {
    static INDEX: OnceLock<HashMap<&'static str, (Language, usize)>> = OnceLock::new();
    INDEX.get_or_init(index).get(word).copied()
}

fn index() -> HashMap<&'static str, (Language, usize)> {
    let mut index = HashMap::new();
    for &(language, weight, list) in TABLE {
        for word in list.split_ascii_whitespace() {
            index.entry(word).or_insert((language, weight));
        }
    }
    index
}

const TABLE: &[(Language, usize, &str)] = &[
    (Language::Nl, 2, NL_STRONG),
    (Language::En, 2, EN_STRONG),
    (Language::Nl, 1, NL),
    (Language::En, 1, EN),
    (Language::De, 2, DE),
    (Language::Fr, 2, FR),
];

const NL_STRONG: &str = "het een ik je jij jullie niet van dat zijn voor maar ook naar heb hebben heeft geen wel \
    nog deze dit mijn mn m'n uw jouw hoe waarom wanneer waar wie hij zij hun wij ons onze bij uit aan op \
    om te zo'n zijn wordt worden kan kunnen moet moeten zou zal gaan gaat doen doet weer altijd nooit niks \
    niets iets iemand alleen alles gewoon eens toch dus nu al daar hier toen heel erg goed beter leuk mooi \
    lekker bedankt dank alstublieft aub graag ge gij nen efkes idd ff ofzo tis 't da wa zeg kijk weet denk vind \
    wil willen mag mogen krijg krijgt krijgen komt kom komen maak maakt blijft zit staat ligt laat laten \
    hallo hoi doei ja nee jawel ni zelf samen vandaag morgen gisteren straks zonder door tegen tussen \
    omdat want echt snel meer veel dan als mij jou me'n hem haar eigenlijk misschien natuurlijk zeker";
const NL: &str = "de en er die of was is wat over met in";
const EN_STRONG: &str = "the you your i'm i've i'd it's don't can't won't didn't isn't doesn't this that what why when \
    where how who they them their there he she his her our my and for with from have has had not but just \
    are was were will would could should can do does did been being get got going about all any some \
    because now never always really only out off back again still more most please thanks thank yes \
    know think want need like make see look tell said say good great new one two day time people \
    anyone someone something nothing everything here than then very much well if or by to of it its we'll";
const EN: &str = "i a an at on is be we so no me";
const DE: &str = "ich nicht und der das ist ein eine einen mit auf für fuer sich auch wir ihr sie es dem den des von \
    zu aber oder wenn wie kann mein dein sein haben habe hat bin bist sind wird noch schon nur mal \
    warum wo jetzt hier dann doch sehr mehr immer nichts etwas alles danke bitte ja nein zum zur im am";
const FR: &str = "je ne pas le la les des un une du et est vous nous il elle ils que qui quoi dans pour sur avec mon \
    ton son mes ses c'est j'ai d'un plus tout bien merci oui non mais ou au aux ce cette ça";

#[cfg(test)]
mod tests {
    use super::speaks_for;
    use toonvast_model::language::Language;

    #[test]
    fn a_word_speaks_for_one_language() {
        assert_eq!(speaks_for("het"), Some((Language::Nl, 2)));
        assert_eq!(speaks_for("the"), Some((Language::En, 2)));
        assert_eq!(speaks_for("nicht"), Some((Language::De, 2)));
        assert_eq!(speaks_for("fiets"), None);
    }
}
