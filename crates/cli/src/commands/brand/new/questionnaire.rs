//! The questions a first tone guide is made from (M77): the brand's image, the community it
//! wants, its view on joining in with what goes round, and the words it uses.

use anyhow::Context as _;
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Write};
use std::path::Path;
use toonvast_brand::guide::FormOfAddress;
use toonvast_model::locale::Locale;

/// How the brand wants to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Image {
    /// Authority: a bank, a ministry.
    Formal,
    /// To the point: a supplier, an insurer.
    Businesslike,
    /// Near: a shop, a carrier, a hospital.
    #[default]
    Warm,
    /// Light: a young brand.
    Playful,
}

/// Who should feel at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Community {
    /// People with a question or a complaint.
    #[default]
    Customers,
    /// People who like the brand and talk to each other.
    Fans,
    /// People who use it in their work.
    Professionals,
    /// Everybody, whether they chose us or not.
    Citizens,
}

/// Whether the brand joins in with what goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Viral {
    /// We answer, we do not perform.
    Never,
    /// Where it fits the question.
    #[default]
    Sometimes,
    /// Gladly.
    Gladly,
}

/// The answers. What is absent takes the usual value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Answers {
    /// The brand's name as customers know it.
    pub name: Option<String>,
    /// What it does, in a few words.
    pub sector: String,
    /// How it wants to be seen.
    pub image: Image,
    /// Who should feel at home.
    pub community: Community,
    /// Whether it joins in with what goes round.
    pub viral: Viral,
    /// *je* or *u*; by the image when absent.
    pub address: Option<FormOfAddress>,
    /// Emoji in one reply; by the image when absent.
    pub emoji: Option<u32>,
    /// First names of the agents.
    pub agents: Vec<String>,
    /// Products and services.
    pub products: Vec<String>,
    /// Competitors.
    pub competitors: Vec<String>,
    /// Words of the trade that customers do not know.
    pub jargon: Vec<String>,
    /// Words not used, each with what is said instead, as `ticket = melding`.
    pub say: Vec<String>,
}

/// Reads answers from a TOML file.
pub(super) fn read(file: &Path) -> anyhow::Result<Answers> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("cannot read the answers in {}", file.display()))?;
    toml::from_str(&text).with_context(|| format!("the answers in {}", file.display()))
}

/// One question: what is asked in either language, and where the answer goes.
struct Question {
    nl: &'static str,
    en: &'static str,
    /// Takes an answer; the error says what is possible.
    take: fn(&mut Answers, &str) -> Result<(), String>,
}

const QUESTIONS: &[Question] = &[
    Question {
        nl: "Hoe heet het merk, zoals klanten het kennen?",
        en: "What is the brand called, as customers know it?",
        take: |answers, said| {
            answers.name = Some(said.to_owned());
            Ok(())
        },
    },
    Question {
        nl: "Wat doet het, in een paar woorden?",
        en: "What does it do, in a few words?",
        take: |answers, said| {
            said.clone_into(&mut answers.sector);
            Ok(())
        },
    },
    Question {
        nl: "Hoe wil het gezien worden: formal (gezag), businesslike (zakelijk), warm (dichtbij) of playful (speels)? [warm]",
        en: "How does it want to be seen: formal, businesslike, warm or playful? [warm]",
        take: |answers, said| chosen(&mut answers.image, said),
    },
    Question {
        nl: "Wie moeten zich thuis voelen: customers (klanten), fans, professionals (vakmensen) of citizens (iedereen)? [customers]",
        en: "Who should feel at home: customers, fans, professionals or citizens? [customers]",
        take: |answers, said| chosen(&mut answers.community, said),
    },
    Question {
        nl: "Haakt het in op wat rondgaat: never (nooit), sometimes (soms) of gladly (graag)? [sometimes]",
        en: "Does it join in with what goes round: never, sometimes or gladly? [sometimes]",
        take: |answers, said| chosen(&mut answers.viral, said),
    },
    Question {
        nl: "Zegt het je of u? [naar het beeld hierboven]",
        en: "In Dutch, does it say je or u? [as the image above suggests]",
        take: |answers, said| {
            answers.address = Some(match said.to_lowercase().as_str() {
                "je" => FormOfAddress::Je,
                "u" => FormOfAddress::U,
                _ => return Err("je, u".to_owned()),
            });
            Ok(())
        },
    },
    Question {
        nl: "Hoeveel emoji mogen in een antwoord? [naar het beeld]",
        en: "How many emoji may a reply have? [as the image suggests]",
        take: |answers, said| {
            answers.emoji = Some(said.parse().map_err(|_| "0, 1, 2 …".to_owned())?);
            Ok(())
        },
    },
    Question {
        nl: "Voornamen van wie antwoordt, met komma's ertussen?",
        en: "First names of those who reply, with commas between?",
        take: |answers, said| {
            answers.agents = listed(said);
            Ok(())
        },
    },
    Question {
        nl: "Producten en diensten, met komma's ertussen?",
        en: "Products and services, with commas between?",
        take: |answers, said| {
            answers.products = listed(said);
            Ok(())
        },
    },
    Question {
        nl: "Concurrenten, met komma's ertussen?",
        en: "Competitors, with commas between?",
        take: |answers, said| {
            answers.competitors = listed(said);
            Ok(())
        },
    },
    Question {
        nl: "Vakwoorden die klanten niet kennen, met komma's ertussen?",
        en: "Words of the trade that customers do not know, with commas between?",
        take: |answers, said| {
            answers.jargon = listed(said);
            Ok(())
        },
    },
    Question {
        nl: "Woorden die jullie niet gebruiken, met wat ervoor in de plaats komt (ticket = melding, case = vraag)?",
        en: "Words you do not use, with what takes their place (ticket = melding, case = vraag)?",
        take: |answers, said| match said.split(',').find(|pair| wording(pair).is_none()) {
            Some(pair) => Err(format!("not = instead; `{}` is no such pair", pair.trim())),
            None => {
                answers.say = listed(said);
                Ok(())
            }
        },
    },
];

/// Both sides of `not = but`.
pub(super) fn wording(pair: &str) -> Option<(&str, &str)> {
    let (not, but) = pair.split_once('=')?;
    let (not, but) = (not.trim(), but.trim());
    (!not.is_empty() && !but.is_empty()).then_some((not, but))
}

fn chosen<T: ValueEnum>(into: &mut T, said: &str) -> Result<(), String> {
    *into = T::from_str(said, true).map_err(|_| {
        let all = T::value_variants().iter().filter_map(T::to_possible_value);
        let names: Vec<String> = all.map(|value| value.get_name().to_owned()).collect();
        names.join(", ")
    })?;
    Ok(())
}

fn listed(said: &str) -> Vec<String> {
    let items = said.split(',').map(str::trim);
    items
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Asks every question. An empty answer takes the usual value; the end of the input takes it
/// for all that is left.
pub(super) fn ask(
    locale: Locale,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<Answers> {
    let mut answers = Answers::default();
    for question in QUESTIONS {
        let asked = match locale {
            Locale::Nl => question.nl,
            Locale::En => question.en,
        };
        loop {
            write!(out, "{asked}\n> ")?;
            out.flush()?;
            let mut said = String::new();
            if input.read_line(&mut said)? == 0 {
                writeln!(out)?;
                return Ok(answers);
            }
            let said = said.trim();
            if said.is_empty() {
                break;
            }
            match (question.take)(&mut answers, said) {
                Ok(()) => break,
                Err(possible) => writeln!(out, "{}: {possible}", once_more(locale))?,
            }
        }
    }
    Ok(answers)
}

const fn once_more(locale: Locale) -> &'static str {
    match locale {
        Locale::Nl => "Dat kan hier niet; mogelijk is",
        Locale::En => "That is not possible here; possible is",
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, Image, Viral, ask};
    use toonvast_brand::guide::FormOfAddress;
    use toonvast_model::locale::Locale;

    fn asked(typed: &str) -> (Answers, String) {
        let mut out = Vec::new();
        let answers = ask(Locale::Nl, &mut typed.as_bytes(), &mut out).expect("a text takes all");
        (answers, String::from_utf8(out).expect("text"))
    }

    #[test]
    fn nothing_typed_takes_the_usual_values() {
        assert_eq!(asked("").0, Answers::default());
        assert_eq!(asked(&"\n".repeat(12)).0, Answers::default());
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_loses_nothing() {
        let (answers, said) = asked("De Bel\nfietsen\nvrolijk\nplayful\n\nGLADLY\nU\nveel\n2\n");
        assert!(
            said.contains("mogelijk is: formal, businesslike, warm, playful"),
            "{said}"
        );
        assert_eq!(answers.name.as_deref(), Some("De Bel"));
        assert_eq!(
            (answers.image, answers.viral),
            (Image::Playful, Viral::Gladly)
        );
        assert_eq!(
            (answers.address, answers.emoji),
            (Some(FormOfAddress::U), Some(2))
        );
    }

    #[test]
    fn lists_and_pairs_are_split() {
        let typed = format!(
            "{}Fem, Sem ,,\n\n\nSLA\nticket, case = vraag\nticket = melding, case = vraag\n",
            "\n".repeat(7)
        );
        let (answers, said) = asked(&typed);
        assert!(said.contains("`ticket` is no such pair"), "{said}");
        assert_eq!(answers.agents, ["Fem", "Sem"]);
        assert_eq!(answers.jargon, ["SLA"]);
        assert_eq!(answers.say, ["ticket = melding", "case = vraag"]);
    }
}
