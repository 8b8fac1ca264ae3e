//! Words that betray a language by themselves.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use toonvast_model::language::Language;

/// The language a word speaks for, and how loudly (1 or 2); frequent words that two of the
/// four languages share are left out.
pub(crate) fn speaks_for(word: &str) -> Option<(Language, usize)> {
    static INDEX: OnceLock<FxHashMap<&'static str, (Language, usize)>> = OnceLock::new();
    let listed = INDEX.get_or_init(index).get(word).copied();
    listed.or_else(|| elided(word).then_some((Language::Fr, 2)))
}

/// French joins small words to the next: *j'ai*, *qu'on*, *l'as*.
fn elided(word: &str) -> bool {
    let joined = |short: &&str| word.strip_prefix(*short).is_some_and(|rest| rest.len() > 1);
    ["j'", "qu'", "c'", "l'", "d'", "n'", "s'", "t'", "m'"]
        .iter()
        .any(joined)
}

fn index() -> FxHashMap<&'static str, (Language, usize)> {
    let mut index = FxHashMap::default();
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

const NL_STRONG: &str = "het ik jij jullie niet van dat zijn voor maar ook naar heb hebben heeft geen wel nog deze dit mijn \
    mn m'n uw jouw hoe waarom wanneer waar wie hij zij hun wij onze bij aan op om te zo'n wordt worden \
    kan kunnen moet moeten zou zal gaan gaat doen doet weer altijd nooit niks niets iets iemand alleen \
    alles gewoon eens toch dus nu al daar toen heel erg goed beter leuk mooi lekker bedankt dank \
    alstublieft aub graag ge gij nen efkes idd ff ofzo tis 't da wa zeg kijk weet denk vind wil willen \
    mag mogen krijg krijgt krijgen komt kom komen maak maakt blijft zit staat ligt laat laten hallo hoi \
    doei nee jawel ni zelf samen vandaag morgen gisteren straks zonder tegen tussen omdat echt snel meer \
    veel mij jou me'n haar eigenlijk misschien natuurlijk zeker een kun bent uit hem hebt zulke iedereen \
    sommige";
const NL: &str = "er de en wat met je ons dan als daar";
const EN_STRONG: &str = "the you your i'm i've i'd it's don't can't won't didn't isn't doesn't this that what why when where \
    how who they them their there he she his her our my and for with from have has had not but just are \
    were will would could should can do does did been being get got going about all any some because now \
    never always really only out again still more most please thanks thank yes know think need like make \
    see look tell said say good great new one two day people anyone someone something nothing everything \
    here than then very much well if to it its we'll of or by back time am";
const EN: &str = "i a an at on is be we so no me";
const DE: &str = "ich nicht und der das ist ein eine einen mit auf für fuer sich auch wir ihr sie dem den des von zu \
    aber oder wenn wie kann mein dein sein haben habe hat bin bist sind wird noch schon nur mal warum wo \
    jetzt sehr mehr immer nichts etwas alles danke bitte nein zum zur du mich dich mir dir ihn ihm uns \
    euch hast habt hatte waren kein keine keinen meine deine seine ihre diese dieser dieses dass weil \
    uber fur nach vom beim wieder heute machen macht gehen geht gut ganz war wurde wer muss musst willst \
    weiss weisst dann";
const FR: &str = "je ne pas le la les des un une du et est vous nous il elle ils que qui quoi dans pour sur avec mon \
    mes ses c'est j'ai d'un bien merci oui non mais ou au aux ce cette ça suis sont avez ai tu te moi \
    toi lui leur ma ta sa notre votre nos vos rien jamais encore tres peu fait faire va vais vas voir \
    vois crois dit donc alors aussi comme quand comment pourquoi etre avoir avait etait sans chez bon \
    bonne plus tout ca sois allez voila monsieur madame";

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
