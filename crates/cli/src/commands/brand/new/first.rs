//! A brand's first files, from the answers to the questionnaire (M77).

use super::questionnaire::{Answers, Community, Image, Viral, wording};
use toonvast_brand::BrandFiles;
use toonvast_brand::guide::{FormOfAddress, Humour};
use toonvast_model::locale::Locale;

/// The files, with the comments that explain them.
pub(super) fn files(name: &str, answers: &Answers, locale: Locale) -> anyhow::Result<BrandFiles> {
    let guide = guide(answers, locale)?;
    let policy = policy(name, answers)?;
    Ok(BrandFiles::from([
        ("policy.toml", policy.as_str()),
        ("tone/guide.toml", guide.as_str()),
        ("replies/replies.toml", include_str!("replies.toml")),
        (
            "examples/opening-hours.txt",
            include_str!("opening-hours.txt"),
        ),
    ]))
}

fn policy(name: &str, answers: &Answers) -> anyhow::Result<String> {
    let mut text = include_str!("policy.toml").replace("\"NAME\"", &toml(&name)?);
    let lists = [
        ("products", &answers.products),
        ("competitors", &answers.competitors),
        ("agents", &answers.agents),
    ];
    for (key, list) in lists {
        text = text.replace(
            &format!("\n{key} = []"),
            &format!("\n{key} = {}", toml(list)?),
        );
    }
    text = text.replace(
        "sector = \"\"",
        &format!("sector = {}", toml(&answers.sector)?),
    );
    if answers.community == Community::Fans {
        // Who wants fans answers what needs no answer too.
        text = text
            .replace("# [answers]\n", "[answers]\n")
            .replace("# reply_rate = \"as-written\"", "reply_rate = \"all\"");
    }
    Ok(text)
}

fn guide(answers: &Answers, locale: Locale) -> anyhow::Result<String> {
    let address = match address(answers) {
        FormOfAddress::Je => "je",
        FormOfAddress::U => "u",
    };
    let humour = match humour(answers) {
        Humour::None => "none",
        Humour::Positive => "positive",
        Humour::Light => "light",
    };
    let mut text = include_str!("guide.toml")
        .replace(
            "form_of_address = \"je\"",
            &format!("form_of_address = \"{address}\""),
        )
        .replace("humour = \"positive\"", &format!("humour = \"{humour}\""))
        .replace("max = 1", &format!("max = {}", emoji(answers)))
        .replace(
            "jargon = []",
            &format!("jargon = {}", toml(&answers.jargon)?),
        )
        .replace(
            "notes = \"\"",
            &format!("notes = {}", toml(&notes(answers, locale))?),
        );
    if answers.image == Image::Formal {
        text = text.replace("\"factual-error\"]", "\"factual-error\", \"question\"]");
    }
    for (not, but) in answers.say.iter().filter_map(|pair| wording(pair)) {
        text.push_str(&format!(
            "\n[[say]]\nnot = {}\nbut = {}\n",
            toml(&not)?,
            toml(&but)?
        ));
    }
    for (nl, en, rules) in GUIDELINES {
        let sentence = match locale {
            Locale::Nl => nl,
            Locale::En => en,
        };
        text.push_str(&format!(
            "\n[[guidelines]]\ntext = {}\nrules = {}\n",
            toml(sentence)?,
            toml(rules)?
        ));
    }
    Ok(text)
}

/// What most codes of conduct for webcare say, to start from: Dutch, English, and the rules
/// that check it.
const GUIDELINES: &[(&str, &str, &[&str])] = &[
    (
        "Erken eerst wat de klant meemaakt",
        "First acknowledge what the customer went through",
        &["no-empathy", "blames-customer", "defensive"],
    ),
    (
        "Help hier; stuur niet alleen door",
        "Help here; do not merely send on",
        &["redirect-only", "no-answer"],
    ),
    (
        "Zeg wanneer de klant van ons hoort",
        "Say when the customer hears from us",
        &["no-term", "promise"],
    ),
    (
        "Los een klacht één op één op en noem geen gegevens",
        "Settle a complaint one to one and name no personal data",
        &["private-matter-in-public", "personal-data"],
    ),
    (
        "Humor alleen waar de klant vrolijk is",
        "Humour only where the customer is cheerful",
        &["humour-in-negative", "sarcasm", "emoji-misplaced"],
    ),
    (
        "Reageer persoonlijk op een compliment",
        "Give a compliment a personal reply",
        &["generic-compliment-reply"],
    ),
    (
        "Onderteken met ^Voornaam",
        "Sign with ^FirstName",
        &["missing-signature", "wrong-signature"],
    ),
    (
        "Voeg iets toe waar de klant niet om vroeg",
        "Add something the customer did not ask for",
        &[],
    ),
];

/// A value as TOML writes it; JSON's texts and lists are TOML's too.
fn toml<T: serde::Serialize + ?Sized>(value: &T) -> anyhow::Result<String> {
    Ok(serde_json::to_string(value)?)
}

fn address(answers: &Answers) -> FormOfAddress {
    answers.address.unwrap_or(match answers.image {
        Image::Formal => FormOfAddress::U,
        Image::Businesslike | Image::Warm | Image::Playful => FormOfAddress::Je,
    })
}

/// Light only where image and view on joining in both want it: a joke the brand did not
/// choose is the first thing customers hold against it.
const fn humour(answers: &Answers) -> Humour {
    match (answers.image, answers.viral) {
        (Image::Formal, _) | (Image::Businesslike, Viral::Never) => Humour::None,
        (Image::Playful, Viral::Gladly | Viral::Sometimes) | (Image::Warm, Viral::Gladly) => {
            Humour::Light
        }
        _ => Humour::Positive,
    }
}

fn emoji(answers: &Answers) -> u32 {
    answers.emoji.unwrap_or(match answers.image {
        Image::Formal => 0,
        Image::Businesslike | Image::Warm => 1,
        Image::Playful => 2,
    })
}

/// What the answers come to, for people.
fn notes(answers: &Answers, locale: Locale) -> String {
    let image = match (answers.image, locale) {
        (Image::Formal, Locale::Nl) => "We spreken met gezag: volledige zinnen, geen grappen.",
        (Image::Businesslike, Locale::Nl) => "We zijn zakelijk: eerst het antwoord, dan de rest.",
        (Image::Warm, Locale::Nl) => "We zijn dichtbij: eerst de klant, dan de kwestie.",
        (Image::Playful, Locale::Nl) => {
            "We zijn speels waar de klant dat ook is, nooit bij een klacht."
        }
        (Image::Formal, Locale::En) => "We speak with authority: whole sentences, no jokes.",
        (Image::Businesslike, Locale::En) => {
            "We are to the point: the answer first, then the rest."
        }
        (Image::Warm, Locale::En) => "We are near: the customer first, then the matter.",
        (Image::Playful, Locale::En) => {
            "We are playful where the customer is, never on a complaint."
        }
    };
    let community = match (answers.community, locale) {
        (Community::Customers, Locale::Nl) => "We schrijven voor klanten met een vraag.",
        (Community::Fans, Locale::Nl) => {
            "We schrijven voor liefhebbers en houden het gesprek gaande."
        }
        (Community::Professionals, Locale::Nl) => {
            "We schrijven voor vakmensen; vaktermen mogen als zij ze gebruiken."
        }
        (Community::Citizens, Locale::Nl) => {
            "We schrijven voor iedereen, ook voor wie ons niet koos."
        }
        (Community::Customers, Locale::En) => "We write for customers with a question.",
        (Community::Fans, Locale::En) => {
            "We write for people who like us and keep the conversation going."
        }
        (Community::Professionals, Locale::En) => {
            "We write for professionals; their own terms are welcome."
        }
        (Community::Citizens, Locale::En) => {
            "We write for everybody, also for those who did not choose us."
        }
    };
    let viral = match (answers.viral, locale) {
        (Viral::Never, Locale::Nl) => "We haken nergens op in.",
        (Viral::Sometimes, Locale::Nl) => "We haken in waar het de klant iets brengt.",
        (Viral::Gladly, Locale::Nl) => "We haken graag in, na het antwoord.",
        (Viral::Never, Locale::En) => "We join in with nothing that goes round.",
        (Viral::Sometimes, Locale::En) => "We join in where it brings the customer something.",
        (Viral::Gladly, Locale::En) => "We gladly join in, after the answer.",
    };
    [image, community, viral].join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Answers, Community, Image, Viral, files};
    use toonvast_brand::Brand;
    use toonvast_brand::guide::{FormOfAddress, Guide, Humour};
    use toonvast_brand::policy::ReplyRate;
    use toonvast_model::locale::Locale;

    fn made(answers: &Answers) -> Brand {
        let files = files("De \"Bel\"", answers, Locale::Nl).expect("texts are written");
        Brand::parse("bel", &files).expect("every answer gives a valid brand")
    }

    #[test]
    fn no_answers_give_the_usual_guide() {
        let guide = made(&Answers::default()).guide;
        let usual = Guide {
            guidelines: guide.guidelines.clone(),
            notes: guide.notes.clone(),
            ..Guide::default()
        };
        assert_eq!(guide, usual);
    }

    #[test]
    fn the_first_guidelines_name_rules_that_exist() {
        let guide = made(&Answers::default()).guide;
        let known = |id: &toonvast_model::id::RuleId| {
            toonvast_tone::rules().iter().any(|rule| rule.id == *id)
        };
        for guideline in &guide.guidelines {
            let unknown = guideline.rules.iter().find(|id| !known(id));
            assert_eq!(unknown, None, "{}", guideline.text);
        }
    }

    #[test]
    fn each_image_gives_a_guide_of_its_own() {
        for (image, viral, address, humour, emoji) in [
            (
                Image::Formal,
                Viral::Gladly,
                FormOfAddress::U,
                Humour::None,
                0,
            ),
            (
                Image::Businesslike,
                Viral::Never,
                FormOfAddress::Je,
                Humour::None,
                1,
            ),
            (
                Image::Warm,
                Viral::Sometimes,
                FormOfAddress::Je,
                Humour::Positive,
                1,
            ),
            (
                Image::Playful,
                Viral::Gladly,
                FormOfAddress::Je,
                Humour::Light,
                2,
            ),
        ] {
            let guide = made(&Answers {
                image,
                viral,
                ..Answers::default()
            })
            .guide;
            let found = (guide.form_of_address, guide.humour, guide.emoji.max);
            assert_eq!(found, (address, humour, emoji), "{image:?}");
        }
    }

    #[test]
    fn names_and_words_reach_policy_and_guide() {
        let brand = made(&Answers {
            community: Community::Fans,
            agents: vec!["Fem".to_owned()],
            products: vec!["De 'Stille' Bel".to_owned()],
            competitors: vec!["Toeter".to_owned()],
            jargon: vec!["SLA".to_owned()],
            say: vec!["ticket = melding".to_owned()],
            ..Answers::default()
        });
        assert_eq!(brand.policy.agents, ["Fem"]);
        assert_eq!(brand.policy.products, ["De 'Stille' Bel"]);
        assert_eq!(brand.policy.competitors, ["Toeter"]);
        assert_eq!(brand.policy.answers.reply_rate, ReplyRate::All);
        assert_eq!(brand.guide.jargon, ["SLA"]);
        assert_eq!(brand.guide.say.len(), 1);
    }
}
