//! The meters beside the findings, as agents meet them: what a warm reply earns, what a cold one
//! lacks, and what a short one is not blamed for.

use proptest::prelude::*;
use toonvast_brand::Brand;
use toonvast_brand::guide::{FormOfAddress, Humour};
use toonvast_model::draft::{Answered, AuthorName, Draft};
use toonvast_model::locale::Locale;
use toonvast_model::meters::{
    CostBy, Level, Meter, Meters, Register, Risk, VoiceElement, VoiceGroup,
};
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Sentiment, Situation};
use toonvast_tone::Checker;

fn brand() -> Brand {
    let json = r#"{"id": "fietsfluit", "policy": {"name": "Fietsfluit", "agents": ["Noor"]}}"#;
    Brand::from_json(json).expect("a brand")
}

fn complaint() -> Answered {
    Answered {
        text: "Al drie weken wacht ik op mijn fiets en niemand belt terug".to_owned(),
        kind: Some(Kind::Complaint),
        situation: Some(Situation::Complaint),
        sentiment: Some(Sentiment::Negative),
        author: None,
    }
}

fn compliment(text: &str) -> Answered {
    Answered {
        text: text.to_owned(),
        kind: Some(Kind::Compliment),
        situation: Some(Situation::Compliment),
        sentiment: Some(Sentiment::Positive),
        author: None,
    }
}

fn measured(brand: &Brand, post: &Answered, text: &str, locale: Locale) -> Option<Meters> {
    let draft = Draft {
        draft: text.to_owned(),
        brand: None,
        site: Site::Forum,
        public: true,
        agent: Some("Noor".to_owned()),
        post: None,
    };
    let checked = Checker::new(brand).check(&draft, post, locale);
    checked.meters.map(|meters| *meters)
}

fn meters(post: &Answered, text: &str) -> Meters {
    measured(&brand(), post, text, Locale::Nl).expect("there are words")
}

fn elements(meters: &Meters) -> Vec<VoiceElement> {
    let voice = meters.voice.as_ref().expect("a voice");
    let marks = voice.parts.iter().flat_map(|part| &part.marks);
    marks.map(|mark| mark.element).collect()
}

const WARM: &str = "Hoi Sanne, sorry dat je al drie weken wacht, dat is veel te lang. Ik snap dat je baalt. \
    Ik zoek het vandaag voor 17.00 uur uit; stuur je me even een privébericht? ^Noor";
const COLD: &str =
    "Uw melding wordt in behandeling genomen. Derhalve dient te worden gewacht op nader bericht.";

#[test]
fn a_warm_reply_sounds_more_human_than_a_cold_one() {
    let (warm, cold) = (meters(&complaint(), WARM), meters(&complaint(), COLD));
    let score = |meters: &Meters| meters.voice.as_ref().expect("a voice").score;
    assert!(score(&warm) >= 80, "{warm:#?}");
    assert!(score(&cold) <= 30, "{cold:#?}");
    for element in [
        VoiceElement::Greeting,
        VoiceElement::CustomerName,
        VoiceElement::Apology,
        VoiceElement::Understanding,
        VoiceElement::Dialogue,
    ] {
        assert!(elements(&warm).contains(&element), "{element:?}");
        assert!(!elements(&cold).contains(&element), "{element:?}");
    }
    assert_eq!(warm.voice.and_then(|voice| voice.advice), None);
    assert!(cold.voice.and_then(|voice| voice.advice).is_some());
}

#[test]
fn the_customers_own_name_earns_wherever_it_stands() {
    let post = Answered {
        author: Some(AuthorName {
            name: "Sanne de Wit".to_owned(),
            ..AuthorName::default()
        }),
        ..complaint()
    };
    let text = "Drie weken is te lang, Sanne. Ik bel je vandaag om 10.00 uur. ^Noor";
    assert!(elements(&meters(&post, text)).contains(&VoiceElement::CustomerName));
    assert!(!elements(&meters(&complaint(), text)).contains(&VoiceElement::CustomerName));
}

#[test]
fn a_joke_and_an_emoji_earn_where_they_are_welcome() {
    let text = "Haha, die kat weet het beter dan wij! 😄 ^Noor";
    let pleased = meters(&compliment("Mijn kat slaapt in de bak!"), text);
    for element in [VoiceElement::Humour, VoiceElement::Emoji] {
        assert!(elements(&pleased).contains(&element), "{element:?}");
        assert!(!elements(&meters(&complaint(), text)).contains(&element));
    }
    let mut earnest = brand();
    earnest.guide.humour = Humour::None;
    earnest.guide.emoji.max = 0;
    let post = compliment("Mijn kat slaapt in de bak!");
    let measured = measured(&earnest, &post, text, Locale::Nl).expect("words");
    assert!(!elements(&measured).contains(&VoiceElement::Humour));
    assert!(!elements(&measured).contains(&VoiceElement::Emoji));
}

#[test]
fn words_that_earn_stand_where_the_meter_says() {
    let meters = meters(&complaint(), WARM);
    let voice = meters.voice.expect("a voice");
    let groups: Vec<VoiceGroup> = voice.parts.iter().map(|part| part.group).collect();
    assert_eq!(
        groups,
        [
            VoiceGroup::Personalisation,
            VoiceGroup::InformalSpeech,
            VoiceGroup::InvitationalRhetoric
        ]
    );
    for mark in voice.parts.iter().flat_map(|part| &part.marks) {
        assert!(!mark.words.is_empty(), "{:?}", mark.element);
        for word in &mark.words {
            assert_eq!(word.span.of(WARM), word.quote);
        }
    }
}

#[test]
fn a_letter_is_not_answered_with_a_cheer() {
    let post = Answered {
        text: "Geachte heer, kunt u mij berichten wanneer uw monteur komt?".to_owned(),
        kind: Some(Kind::Question),
        situation: Some(Situation::Question),
        sentiment: Some(Sentiment::Neutral),
        author: None,
    };
    let cheer = meters(
        &post,
        "Wauw, morgen al 😄 De monteur komt om 10.00 uur. ^Noor",
    );
    let register = cheer.voice.expect("a voice").register;
    assert_eq!(register.customer, Register::Formal);
    assert!(register.advice.is_some());
    let plain = meters(&post, "De monteur komt morgen om 10.00 uur. ^Noor");
    assert_eq!(plain.voice.expect("a voice").register.advice, None);
}

#[test]
fn a_casual_customer_gets_everyday_words_unless_the_guide_says_u() {
    let post = compliment("haha wauw ff zeggen dat de fiets echt super rijdt");
    let stiff = "De fiets is van een nieuw type. ^Noor";
    let register = |brand: &Brand| {
        let meters = measured(brand, &post, stiff, Locale::Nl).expect("words");
        meters.voice.expect("a voice").register
    };
    assert_eq!(register(&brand()).customer, Register::Casual);
    assert!(register(&brand()).advice.is_some());
    let mut formal = brand();
    formal.guide.form_of_address = FormOfAddress::U;
    assert_eq!(register(&formal).advice, None);
}

#[test]
fn a_short_reply_is_not_hard_for_its_one_long_word() {
    for text in [
        "Aansprakelijkheidsverzekeringen vergoeden fietsendiefstal. ^Noor",
        "Ja, dat kan. ^Noor",
        "Fietsenmakersvereniging! ^Noor",
    ] {
        let readability = meters(&complaint(), text).readability.expect("Dutch");
        assert!(!readability.enough);
        assert!(readability.level <= Level::B1, "{text}: {readability:?}");
        assert!(readability.hard.is_empty() && readability.advice.is_none());
    }
}

#[test]
fn a_long_sentence_is_shown_with_its_words() {
    let long = "Omdat de fabriek in Leeuwarden door de storm van vorige week een aantal dagen dicht was en de \
        vrachtwagens daarna nergens meer terechtkonden, staat jouw fiets nog in de loods bij de haven.";
    let text = format!("Hoi Sanne, sorry. {long} Ik bel je vandaag. ^Noor");
    let readability = meters(&complaint(), &text).readability.expect("Dutch");
    let [sentence] = readability.hard.as_slice() else {
        panic!("{readability:#?}");
    };
    assert_eq!(sentence.passage.quote, long.trim_end_matches('.'));
    assert_eq!(sentence.words, 33);
    assert_eq!(sentence.passage.span.of(&text), sentence.passage.quote);
    assert!(sentence.why.starts_with("33 woorden"), "{}", sentence.why);
    let advice = readability.advice.expect("advice");
    assert!(advice.contains("33"), "{advice}");
}

#[test]
fn an_office_word_gets_a_plain_one_unless_the_customer_or_a_finding_named_it() {
    let words = |post: &Answered, text: &str| -> Vec<(String, String)> {
        let readability = meters(post, text).readability.expect("Dutch");
        let words = readability.difficult.into_iter();
        words.map(|word| (word.passage.quote, word.plain)).collect()
    };
    let text = "Wij gaan trachten de fiets desalniettemin morgen te brengen. ^Noor";
    let expected = [
        ("trachten".to_owned(), "proberen".to_owned()),
        ("desalniettemin".to_owned(), "toch".to_owned()),
    ];
    assert_eq!(words(&complaint(), text), expected);
    let said = Answered {
        text: "Jullie trachten desalniettemin niets".to_owned(),
        ..complaint()
    };
    assert_eq!(words(&said, text), []);
    // A finding of the rule on jargon; said once is enough.
    assert_eq!(words(&complaint(), "Derhalve komt hij morgen. ^Noor"), []);
}

#[test]
fn content_and_style_are_scored_apart() {
    let good = meters(&complaint(), WARM);
    assert_eq!(
        (good.content.score, good.style.score),
        (100, 100),
        "{good:#?}"
    );
    // A phone number for an answer is about content.
    let sent = meters(
        &complaint(),
        "Hoi Sanne, sorry dat je zo lang wacht. Bel ons even op 0900-1234. ^Noor",
    );
    assert!(sent.content.score < sent.style.score, "{sent:#?}");
    // Capitals are about style.
    let loud = meters(&complaint(), &WARM.replace("veel te lang", "VEEL TE LANG"));
    assert!(loud.style.score < loud.content.score, "{loud:#?}");
    let rule = |cost: &CostBy| matches!(cost, CostBy::Rule(rule) if rule.0 == "shouting");
    assert!(loud.style.costs.iter().any(|cost| rule(&cost.by)));
    // A cold reply without a fault a rule knows still loses style.
    let bare = meters(
        &complaint(),
        "Vervelend. De fiets komt 27 november om 9.00 uur. ^Noor",
    );
    let voice = |cost: &CostBy| *cost == CostBy::Meter(Meter::Voice);
    assert!(
        bare.style.costs.iter().any(|cost| voice(&cost.by)),
        "{bare:#?}"
    );
}

#[test]
fn a_risk_costs_and_advises_and_is_no_finding() {
    let text = format!("{WARM} ").replace("baalt.", "baalt...");
    let meters = meters(&complaint(), text.trim());
    let risks: Vec<Risk> = meters.misreading.iter().map(|it| it.risk).collect();
    assert_eq!(risks, [Risk::Ellipsis]);
    assert_eq!(meters.style.score, 95);
}

#[test]
fn another_language_is_not_measured_and_nothing_is_not_measured() {
    let german =
        "Guten Tag, wir haben Ihre Nachricht erhalten und melden uns morgen bei Ihnen. ^Noor";
    let found = meters(&complaint(), german);
    assert!(found.voice.is_none() && found.readability.is_none());
    assert_eq!(found.misreading, []);
    assert!(measured(&brand(), &complaint(), " 😄 ", Locale::Nl).is_none());
}

#[test]
fn english_is_measured_in_english_and_told_in_the_agents_language() {
    let post = Answered {
        text: "Still no bike after three weeks, this is terrible".to_owned(),
        ..complaint()
    };
    let text = "Hi Sarah, I'm so sorry, three weeks is far too long. I understand you're annoyed. \
        I'll find out today before 17:00. Could you send me a private message? ^Noor";
    let told = |locale| measured(&brand(), &post, text, locale).expect("words");
    let (nl, en) = (told(Locale::Nl), told(Locale::En));
    assert!(elements(&en).contains(&VoiceElement::Contraction));
    let label = |meters: &Meters| {
        let voice = meters.voice.as_ref().expect("a voice");
        voice.parts[0].marks[0].label.clone()
    };
    assert_eq!(
        (label(&nl), label(&en)),
        ("begroeting".into(), "greeting".into())
    );
    assert!(en.voice.expect("a voice").score >= 75);
}

proptest! {
    #[test]
    fn anything_can_be_measured(text in "\\PC{0,200}", post in "\\PC{0,80}") {
        let post = Answered { text: post, ..complaint() };
        if let Some(meters) = measured(&brand(), &post, &text, Locale::Nl) {
            prop_assert!(meters.content.score <= 100 && meters.style.score <= 100);
            if let Some(voice) = &meters.voice {
                prop_assert!(voice.score <= 100);
                for mark in voice.parts.iter().flat_map(|part| &part.marks) {
                    for word in &mark.words {
                        prop_assert!(!word.quote.is_empty());
                        prop_assert_eq!(word.span.of(&text), &word.quote);
                    }
                }
            }
            if let Some(readability) = &meters.readability {
                prop_assert!(readability.score <= 100);
            }
        }
    }
}
