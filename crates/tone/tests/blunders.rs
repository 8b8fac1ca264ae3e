//! Blunders that only what stands around a draft tells (M78), beside innocent look-alikes.

use toonvast_brand::Brand;
use toonvast_model::draft::{Answered, AuthorName, Draft, OtherPost, Severity};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Sentiment, Situation};
use toonvast_tone::{Around, Checker};

/// Two brands called as things are, hosts of its own, a topic for the board.
fn checker() -> Checker {
    let json = r#"{
        "id": "fietsfluit",
        "policy": {
            "name": "Fietsfluit", "agents": ["Noor", "Peter"], "products": ["Stekker Plus"],
            "handles": [{"site": "x", "name": "FietsfluitNL"}],
            "other_brands": ["Mol", "@MolNL", "Stekker"], "hosts": ["fietsfluit.nl", "fluit.link"]
        },
        "guide": {"forbidden": [{"words": ["beursgang", "staking*"], "why": "Dat doet de directie."}]}
    }"#;
    Checker::new(&Brand::from_json(json).expect("a brand"))
}

struct Case {
    text: String,
    post: &'static str,
    author: AuthorName,
    account: Option<&'static str>,
}

impl Case {
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            post: "Mijn fiets is stuk, wat nu?",
            author: AuthorName {
                handle: "mdv88".to_owned(),
                name: "Marieke de Vries".to_owned(),
            },
            account: None,
        }
    }

    /// Rules of this file that object, with the passage.
    fn found(&self) -> Vec<String> {
        const BLUNDERS: [&str; 5] = [
            "wrong-brand",
            "wrong-name",
            "wrong-post",
            "forbidden-topic",
            "foreign-link",
        ];
        let draft = Draft {
            draft: self.text.clone(),
            brand: None,
            site: Site::X,
            public: true,
            agent: Some("Noor".to_owned()),
            post: None,
        };
        let answered = Answered {
            text: self.post.to_owned(),
            kind: Some(Kind::Question),
            situation: Some(Situation::Question),
            sentiment: Some(Sentiment::Neutral),
            author: Some(self.author.clone()),
        };
        let others = [OtherPost {
            author: AuthorName {
                handle: "@Joost_K".to_owned(),
                name: "Joost Kuiper".to_owned(),
            },
            text: "Waar blijft bestelling 4821177?".to_owned(),
        }];
        let around = Around {
            others: &others,
            account: self.account,
            ..Around::default()
        };
        let checked = checker().check_around(&draft, &answered, &around, Locale::Nl);
        let blunders = checked.findings.into_iter().filter(|finding| {
            BLUNDERS.contains(&finding.rule.0.as_str()) && finding.severity > Severity::Hint
        });
        blunders
            .map(|finding| format!("{} {}", finding.rule, finding.quote))
            .collect()
    }
}

const DRAFTS: &[(&str, &[&str])] = &[
    // Names.
    ("Hoi Marieke, we komen morgen langs. ^Noor", &[]),
    (
        "Hoi Peter, we komen morgen langs. ^Noor",
        &["wrong-name Peter"],
    ),
    (
        "@mdv88 Hallo Karin! We komen morgen langs. ^Noor",
        &["wrong-name Karin"],
    ),
    ("Goedemorgen Marike, we komen morgen langs. ^Noor", &[]),
    ("Beste mevrouw De Vries, we komen morgen langs. ^Noor", &[]),
    ("Hoi allemaal, we komen morgen langs. ^Noor", &[]),
    ("Hoi Fietsfan, we komen morgen langs. ^Noor", &[]),
    (
        "We sturen Peter morgen langs met een nieuwe band. ^Noor",
        &[],
    ),
    ("Dag! Monteur Joost komt morgen langs. ^Noor", &[]),
    // Posts.
    (
        "Hoi Joost, we komen morgen langs. ^Noor",
        &["wrong-post Joost"],
    ),
    (
        "@joost_k We komen morgen langs. ^Noor",
        &["wrong-post @joost_k"],
    ),
    (
        "@mdv88 @joost_k We komen morgen bij jullie langs. ^Noor",
        &[],
    ),
    ("@FietsfluitNL helpt je verder. ^Noor", &[]),
    (
        "Bestelling 4821177 komt morgen. ^Noor",
        &["wrong-post 4821177"],
    ),
    ("Bestelling 4821178 komt morgen. ^Noor", &[]),
    // Brands.
    (
        "Bij Mol kun je daar morgen voor terecht. ^Noor",
        &["wrong-brand Mol"],
    ),
    ("Vraag het @MolNL even. ^Noor", &["wrong-brand @MolNL"]),
    ("Er zit een mol in de tuin, zeg je? ^Noor", &[]),
    ("Mol of konijn, ze graven allebei. ^Noor", &[]),
    ("Met Stekker Plus laad je sneller. ^Noor", &[]),
    ("Haal de stekker er even uit. ^Noor", &[]),
    ("We komen morgen langs. ^Mol", &["wrong-brand ^Mol"]),
    // Topics.
    (
        "Van een beursgang weten we niets. ^Noor",
        &["forbidden-topic beursgang"],
    ),
    (
        "Door de stakingen komen we morgen. ^Noor",
        &["forbidden-topic stakingen"],
    ),
    ("We komen morgen langs, beurs of geen beurs. ^Noor", &[]),
    // Links.
    ("Zie fietsfluit.nl/band of hulp.fietsfluit.nl. ^Noor", &[]),
    ("Zie https://fluit.link/x1. ^Noor", &[]),
    (
        "Zie https://nepfietsfluit.nl/band. ^Noor",
        &["foreign-link https://nepfietsfluit.nl/band"],
    ),
    (
        "Zie https://fietsfluit.nl@elders.com/band. ^Noor",
        &["foreign-link https://fietsfluit.nl@elders.com/band"],
    ),
    (
        "Zie www-acc.fietsfluit.nl/band. ^Noor",
        &["foreign-link www-acc.fietsfluit.nl/band"],
    ),
    (
        "Zie http://192.168.1.20/band ^Noor",
        &["foreign-link http://192.168.1.20/band"],
    ),
    (
        "Zie localhost:8080/band. ^Noor",
        &["foreign-link localhost:8080/band"],
    ),
    (
        "Zie tinyurl.com/abc. ^Noor",
        &["foreign-link tinyurl.com/abc"],
    ),
    ("Versie 10.3.1 van de app lost het op. ^Noor", &[]),
];

#[test]
fn blunders_are_told_and_look_alikes_are_not() {
    for (text, expected) in DRAFTS {
        assert_eq!(Case::of(text).found(), *expected, "{text}");
    }
}

#[test]
fn what_the_customer_brings_up_is_theirs() {
    let table = [
        (
            "Mijn man Peter belde al",
            "Hoi Peter, we komen morgen langs. ^Noor",
        ),
        (
            "Ik kom van Mol, kan dat?",
            "Overstappen van Mol kan altijd. ^Noor",
        ),
        (
            "Klopt wielforum.nl/prijs?",
            "Wat op wielforum.nl/prijs staat is oud. ^Noor",
        ),
        (
            "Hoe zit het met 4821177?",
            "Bestelling 4821177 komt morgen. ^Noor",
        ),
    ];
    for (post, text) in table {
        let case = Case {
            post,
            ..Case::of(text)
        };
        assert_eq!(case.found(), [""; 0], "{text}");
    }
}

#[test]
fn only_a_customer_surely_called_otherwise_is_greeted_wrongly() {
    let table = [
        ("Fietsfanaat", "ff010", "Fiets stuk, wat nu?", false),
        ("", "peter_88", "Fiets stuk, wat nu?", false),
        ("", "", "Fiets stuk, wat nu?", false),
        ("", "", "Fiets stuk, wat nu?\nGroetjes, Karin", true),
        ("Pieter Smit", "ps", "Fiets stuk, wat nu?", true),
        ("Peternel Smit", "ps", "Fiets stuk, wat nu?", false),
        ("Karin", "k1", "Fiets stuk, wat nu?\nGroetjes, Peter", false),
    ];
    for (name, handle, post, wrong) in table {
        let case = Case {
            post,
            author: AuthorName {
                handle: handle.to_owned(),
                name: name.to_owned(),
            },
            ..Case::of("Hoi Peter, we komen morgen langs. ^Noor")
        };
        assert_eq!(!case.found().is_empty(), wrong, "{name} {handle} {post}");
    }
}

#[test]
fn the_account_is_the_brands() {
    for (account, expected) in [
        (None, &[][..]),
        (Some("@fietsfluitnl"), &[][..]),
        (Some("noor_prive"), &["wrong-brand "][..]),
    ] {
        let case = Case {
            account,
            ..Case::of("We komen morgen langs. ^Noor")
        };
        assert_eq!(case.found(), expected, "{account:?}");
    }
}
