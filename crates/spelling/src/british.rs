//! British spelling: the English dictionary is American, and both are right.

/// What the British write, and the Americans for it.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("yse", "yze"),
    ("yses", "yzes"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("bre", "ber"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("llers", "lers"),
    ("llor", "lor"),
    ("gramme", "gram"),
    ("grammes", "grams"),
    ("ilment", "illment"),
    ("ilments", "illments"),
    ("alment", "allment"),
    ("alments", "allments"),
    ("fulfil", "fulfill"),
    ("fulfils", "fulfills"),
    ("enrol", "enroll"),
    ("enrols", "enrolls"),
    ("dependant", "dependent"),
    ("dependants", "dependents"),
    ("eque", "eck"),
    ("eques", "ecks"),
    ("ageing", "aging"),
    ("ement", "ment"),
    ("lment", "llment"),
    ("lful", "llful"),
];

/// Inside a word.
const INSIDE: &[(&str, &str)] = &[
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("tyre", "tire"),
    ("kerb", "curb"),
    ("grey", "gray"),
    ("pyjama", "pajama"),
    ("practis", "practic"),
    ("licenc", "licens"),
    ("offenc", "offens"),
    ("aluminium", "aluminum"),
    ("storey", "story"),
    ("mum", "mom"),
    ("programme", "program"),
    ("cheque", "check"),
    ("moustache", "mustache"),
    ("draught", "draft"),
    ("manoeuv", "maneuv"),
    ("learnt", "learned"),
    ("spelt", "spelled"),
    ("burnt", "burned"),
    ("dreamt", "dreamed"),
    ("sceptic", "skeptic"),
    ("jewell", "jewel"),
    ("whils", "whil"),
    ("amongs", "among"),
];

/// Whether an American would know it in their own spelling; `known` asks the dictionary.
pub(crate) fn is_british(word: &str, known: impl Fn(&str) -> bool) -> bool {
    let by_ending = ENDINGS.iter().any(|(british, american)| {
        word.strip_suffix(british)
            .is_some_and(|stem| known(&format!("{stem}{american}")))
    });
    by_ending
        || INSIDE.iter().any(|(british, american)| {
            word.match_indices(british).any(|(at, _)| {
                known(&format!(
                    "{}{american}{}",
                    &word[..at],
                    &word[at + british.len()..]
                ))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::is_british;

    #[test]
    fn both_sides_of_the_ocean() {
        let american = [
            "apologize",
            "color",
            "colors",
            "canceled",
            "center",
            "defense",
            "catalog",
            "fulfillment",
        ];
        let known = |word: &str| american.contains(&word);
        for word in [
            "apologise",
            "colour",
            "colours",
            "cancelled",
            "centre",
            "defence",
            "catalogue",
            "fulfilment",
        ] {
            assert!(is_british(word, known), "{word}");
        }
        for word in ["apologiese", "adress", "colur"] {
            assert!(!is_british(word, known), "{word}");
        }
    }
}
