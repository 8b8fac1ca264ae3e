//! A draft beside what the team replied lately: alike, or of another mind (M68, M69).

use toonvast_brand::Brand;
use toonvast_model::draft::{Answered, Draft, Finding, RecentReply};
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Kind, Sentiment, Situation};
use toonvast_tone::{Around, Checker, MOST_REPLIES};

fn checker() -> Checker {
    let policy =
        r#"{"name": "Fietsfluit", "agents": ["Noor", "Eva"], "time_zone": "Europe/Amsterdam"}"#;
    let brand = Brand::from_json(&format!(r#"{{"id": "fietsfluit", "policy": {policy}}}"#));
    Checker::new(&brand.expect("a brand"))
}

fn draft(text: &str) -> Draft {
    Draft {
        draft: text.to_owned(),
        brand: None,
        site: Site::X,
        public: true,
        agent: Some("Noor".to_owned()),
        post: None,
    }
}

fn question(text: &str) -> Answered {
    Answered {
        text: text.to_owned(),
        kind: Some(Kind::Question),
        situation: Some(Situation::Question),
        sentiment: Some(Sentiment::Neutral),
        author: None,
    }
}

/// A reply of 24 November 2026, half past two in Amsterdam.
fn reply(id: &str, post: &str, text: &str) -> RecentReply {
    RecentReply {
        id: id.to_owned(),
        text: text.to_owned(),
        post: post.to_owned(),
        answers: Some(PostId(format!("post-{id}"))),
        who: "Eva".to_owned(),
        at: Some(Timestamp(1_795_527_000_000)),
    }
}

fn found(rule: &str, text: &str, post: &str, recent: &[RecentReply]) -> Vec<Finding> {
    let checker = checker();
    let recent = checker.recent(recent.iter().cloned());
    let answers = PostId("post-now".to_owned());
    let around = Around {
        recent: Some(&recent),
        answers: Some(&answers),
        ..Around::default()
    };
    let checked = checker.check_around(&draft(text), &question(post), &around, Locale::Nl);
    let of_rule = checked
        .findings
        .into_iter()
        .filter(|finding| finding.rule.0 == rule);
    of_rule.collect()
}

/// Copies that somebody touched up, and replies that only start or end alike.
#[test]
fn copies_are_alike_and_courtesies_are_not() {
    let table = [
        (
            "Wat fijn om te horen dat onze monteur je zo snel kon helpen! Ik geef je compliment meteen aan hem door. ^Eva",
            "Hoi Karin, wat fijn om te horen dat onze monteur je zo snel kon helpen! Ik geef je compliment aan haar door. ^Noor",
            true,
        ),
        (
            "Je abonnement zeg je per maand op in de app, onder Mijn abonnement. Je fiets lever je daarna in bij een winkel. ^Eva",
            "@joost_1 Je abonnement zeg je per maand op in de app, onder Mijn abonnement. Je fiets breng je daarna terug naar een winkel. ^Noor",
            true,
        ),
        (
            "Balen van die lekke band! Meld het in de app, dan is er vandaag voor 17.00 uur een monteur bij je. ^Eva",
            "Balen van die lekke band, Sem! Meld het in de app, dan is er morgen voor 11.00 uur een monteur bij je. ^Noor",
            true,
        ),
        (
            "Sorry to hear that! Please report it in the app and a mechanic will be with you before 5 pm. ^Eva",
            "Sorry to hear that, Kate! Please report it in the app and a mechanic will be with you before noon. ^Noor",
            true,
        ),
        (
            "Balen van die lekke band! Meld het in de app, dan is er vandaag voor 17.00 uur een monteur bij je. ^Eva",
            "Balen van die lekke band! Op maandag is het druk, dus reken op een uur of twee; meld hem wel even in de app. ^Noor",
            false,
        ),
        (
            "Graag gedaan! Fijne dag nog. ^Eva",
            "Graag gedaan! Fijne dag nog. ^Noor",
            false,
        ),
        (
            "Dank je wel voor je bericht, fijn! ^Eva",
            "Dank je wel voor je bericht, fijn! ^Noor",
            false,
        ),
        (
            "Stuur je me een DM met je postcode? ^Eva",
            "Stuur je me een DM met je postcode? ^Noor",
            false,
        ),
        (
            "Je slot opent weer als je de app opnieuw start en bluetooth even uit- en aanzet. ^Eva",
            "Je accu laadt alleen op met de witte lader, de zwarte hoort bij een ouder model. ^Noor",
            false,
        ),
    ];
    for (before, now, alike) in table {
        let found = found(
            "uniform",
            now,
            "Wat nu?",
            &[reply("r1", "Iets anders", before)],
        );
        assert_eq!(!found.is_empty(), alike, "{now}");
    }
}

#[test]
fn the_finding_says_which_reply_it_is() {
    let text =
        "Je slot opent weer als je de app opnieuw start en bluetooth even uit- en aanzet. ^Eva";
    let recent = [
        reply("r1", "Slot dicht", text),
        reply("r2", "Iets", "Wat een mooie fiets! ^Eva"),
    ];
    let found = found("uniform", text, "Mijn slot blijft dicht, wat nu?", &recent);
    assert_eq!(
        found.first().map(|finding| finding.message.as_str()),
        Some(
            "Bijna hetzelfde als een recent antwoord. Eva, 24 november: “Je slot opent weer als je de app opnieuw start en bluetooth…”"
        )
    );
}

#[test]
fn a_reply_to_the_same_post_is_no_example() {
    let text =
        "Je slot opent weer als je de app opnieuw start en bluetooth even uit- en aanzet. ^Eva";
    let mut same = reply("r1", "Slot dicht", text);
    same.answers = Some(PostId("post-now".to_owned()));
    assert_eq!(found("uniform", text, "Slot dicht", &[same]), []);
}

/// Post and reply of before, post and draft of now, and what is objected to.
const ANSWERS: &[([&str; 2], [&str; 2], Option<&str>)] = &[
    (
        [
            "Hoeveel kost het om een fiets te laten bezorgen?",
            "Bezorgen kost eenmalig 15 euro. ^Eva",
        ],
        [
            "Wat kost een fiets laten bezorgen?",
            "Het bezorgen kost € 20 en gaat heel snel. ^Noor",
        ],
        Some("20"),
    ),
    (
        [
            "Kan ik mijn abonnement pauzeren in de vakantie?",
            "Nee, pauzeren kan bij ons niet. ^Eva",
        ],
        [
            "Kan ik mijn abonnement in de vakantie pauzeren?",
            "Ja hoor, dat regel je in de app. ^Noor",
        ],
        Some("Ja"),
    ),
    (
        [
            "Hoeveel korting krijgen studenten?",
            "Studenten krijgen 10% korting. ^Eva",
        ],
        [
            "Krijgen studenten korting? Hoeveel?",
            "Studenten krijgen 15 procent korting. ^Noor",
        ],
        Some("15 procent"),
    ),
    (
        [
            "Tot hoe laat is de winkel in Gent open?",
            "De winkel in Gent is open tot 18.00 uur. ^Eva",
        ],
        [
            "Hoe laat sluit de winkel in Gent, tot wanneer open?",
            "Die is open tot 17.00 uur. ^Noor",
        ],
        Some("17.00 uur"),
    ),
    (
        [
            "Is de winkel in Gent zondag open?",
            "Die is op zondag open van 12.00 tot 17.00 uur. ^Eva",
        ],
        [
            "Winkel Gent zondag open?",
            "Op zondag open van 13.00 tot 16.00 uur. ^Noor",
        ],
        Some("13.00"),
    ),
    (
        [
            "Waar meld ik een gestolen fiets?",
            "Dat meld je op fietsfluit.nl/diefstal. ^Eva",
        ],
        [
            "Waar kan ik een gestolen fiets melden?",
            "Dat meld je op fietsfluit.nl/hulp/kwijt. ^Noor",
        ],
        None,
    ),
    (
        [
            "Hoe lang duurt een terugbetaling?",
            "Het geld staat binnen 5 werkdagen op je rekening. ^Eva",
        ],
        [
            "Hoe lang duurt een terugbetaling normaal?",
            "Ik zie dat die van jou er over 2 dagen is. ^Noor",
        ],
        None,
    ),
    (
        [
            "Wat kost een e-bike per maand?",
            "Een e-bike kost 39 euro. ^Eva",
        ],
        [
            "Wat kost een bakfiets per maand?",
            "Een bakfiets kost 49 euro. ^Noor",
        ],
        None,
    ),
    (
        [
            "Kan ik mijn fiets ruilen?",
            "Ja, dat kan in elke winkel. ^Eva",
        ],
        [
            "Kan ik mijn fiets niet ruilen?",
            "Nee, ruilen kan alleen het eerste jaar. ^Noor",
        ],
        None,
    ),
    (
        [
            "Hoe lang is de opzegtermijn van een abonnement?",
            "De opzegtermijn is 1 maand. ^Eva",
        ],
        [
            "Wat is de opzegtermijn voor een abonnement?",
            "De opzegtermijn is een maand, gerekend vanaf vandaag. ^Noor",
        ],
        None,
    ),
];

#[test]
fn answers_that_differ_on_the_same_question_are_told() {
    for ([asked, said], [asks, says], differs) in ANSWERS {
        let found = found("inconsistent", says, asks, &[reply("r1", asked, said)]);
        let quotes: Vec<&str> = found.iter().map(|finding| finding.quote.as_str()).collect();
        assert_eq!(quotes.first().copied(), *differs, "{says} {quotes:?}");
    }
}

#[test]
fn the_newest_comparable_answer_counts() {
    let asked = "Hoeveel kost het om een fiets te laten bezorgen?";
    let mut old = reply("r1", asked, "Het bezorgen kost je eenmalig 10 euro. ^Eva");
    old.at = Some(Timestamp(1_700_000_000_000));
    let new = reply("r2", asked, "Het bezorgen kost je eenmalig 15 euro. ^Eva");
    let now = |text: &str| found("inconsistent", text, asked, &[old.clone(), new.clone()]);
    assert_eq!(now("Voor het bezorgen betaal je 15 euro. ^Noor"), []);
    let other = now("Voor het bezorgen betaal je 10 euro. ^Noor");
    assert_eq!(
        other.first().map(|finding| finding.message.as_str()),
        Some(
            "Zegt iets anders dan een recent antwoord op een vergelijkbare vraag. Eva, 24 november: “15 euro”; hier: “10 euro”."
        )
    );
}

#[test]
fn of_many_replies_the_newest_are_kept() {
    let text =
        "Je slot opent weer als je de app opnieuw start en bluetooth even uit- en aanzet. ^Eva";
    let mut oldest = reply("oldest", "Slot dicht", text);
    oldest.at = Some(Timestamp(0));
    let newer = (0..MOST_REPLIES)
        .map(|number| reply(&format!("r{number}"), "Iets", "Wat een mooie fiets! ^Eva"));
    let all: Vec<RecentReply> = std::iter::once(oldest).chain(newer).collect();
    assert_eq!(checker().recent(all.iter().cloned()).len(), MOST_REPLIES);
    assert_eq!(found("uniform", text, "Slot dicht", &all), []);
}

/// What is kept of a reply fits what a finding quotes, and no more of it stays.
#[test]
fn of_a_replys_words_only_the_beginning_stays() {
    let text = "Je slot opent weer als je de app opnieuw start en bluetooth even uit- en aanzet, zei Willemijn. ^Eva";
    let kept = format!("{:?}", checker().recent([reply("r1", "Mijn geheim", text)]));
    assert!(
        kept.contains("Je slot opent weer")
            && !kept.contains("Willemijn")
            && !kept.contains("geheim")
    );
}
