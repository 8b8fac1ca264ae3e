//! What the meters beside a draft say: a chip each, and the lines behind it.

use toonvast_model::link::{PageMeter, PageMeterLine, Standing};
use toonvast_model::locale::Locale;
use toonvast_model::meters::{
    Level, Meter, Meters, Misreading, Readability, Score, VoiceGroup, VoiceMeter, VoicePart,
};

/// Most words shown behind one line.
const MOST_QUOTES: usize = 8;

/// The chips, in the order they are drawn.
#[must_use]
pub fn chips(meters: &Meters, locale: Locale) -> Vec<PageMeter> {
    let content = score(Meter::Content, &meters.content, locale);
    let style = score(Meter::Style, &meters.style, locale);
    let voice = meters.voice.as_ref().map(|meter| voice(meter, locale));
    let readability = meters.readability.as_ref();
    let readability = readability.map(|meter| readable(meter, locale));
    let misread = (!meters.misreading.is_empty()).then(|| misread(&meters.misreading, locale));
    let rest = [voice, readability, misread].into_iter().flatten();
    [content, style].into_iter().chain(rest).collect()
}

const fn name(meter: Meter, locale: Locale) -> &'static str {
    match meter {
        Meter::Content => locale.pick("Inhoud", "Content"),
        Meter::Style => locale.pick("Stijl", "Style"),
        Meter::Voice => locale.pick("Stem", "Voice"),
        Meter::Readability => locale.pick("Leesgemak", "Reading ease"),
        Meter::Misreading => locale.pick("Misverstand", "Misreading"),
    }
}

const fn standing(score: u8, good: u8, fair: u8) -> Standing {
    if score >= good {
        Standing::Good
    } else if score >= fair {
        Standing::Fair
    } else {
        Standing::Poor
    }
}

fn said(text: impl Into<String>) -> PageMeterLine {
    PageMeterLine {
        text: text.into(),
        quotes: Vec::new(),
        advice: false,
    }
}

fn advised(text: &str) -> PageMeterLine {
    PageMeterLine {
        advice: true,
        ..said(text)
    }
}

fn score(meter: Meter, score: &Score, locale: Locale) -> PageMeter {
    let costs = score.costs.iter();
    let mut lines: Vec<PageMeterLine> = costs
        .map(|cost| said(format!("−{} · {}", cost.points, cost.text)))
        .collect();
    if lines.is_empty() {
        lines.push(said(
            locale.pick("Niets op aan te merken.", "Nothing to remark."),
        ));
    }
    PageMeter {
        meter,
        label: format!("{} {}", name(meter, locale), score.score),
        standing: standing(score.score, 80, 60),
        lines,
    }
}

/// Faultless replies score some fifty-five on the average: nobody puts every mark in one reply.
fn voice(voice: &VoiceMeter, locale: Locale) -> PageMeter {
    let mut lines: Vec<PageMeterLine> = voice.parts.iter().map(|it| part(it, locale)).collect();
    let advice = voice.advice.iter().chain(&voice.register.advice);
    lines.extend(advice.map(|text| advised(text)));
    PageMeter {
        meter: Meter::Voice,
        label: format!("{} {}", name(Meter::Voice, locale), voice.score),
        standing: standing(voice.score, 50, 35),
        lines,
    }
}

fn part(part: &VoicePart, locale: Locale) -> PageMeterLine {
    let group = match part.group {
        VoiceGroup::Personalisation => locale.pick("Persoonlijk", "Personal"),
        VoiceGroup::InformalSpeech => locale.pick("Spreektaal", "Informal speech"),
        VoiceGroup::InvitationalRhetoric => locale.pick("Uitnodigend", "Inviting"),
    };
    let labels: Vec<&str> = part.marks.iter().map(|mark| mark.label.as_str()).collect();
    let text = if labels.is_empty() {
        format!("{group} {}", part.score)
    } else {
        format!("{group} {}: {}", part.score, labels.join(", "))
    };
    let mut quotes: Vec<String> = Vec::new();
    for word in part.marks.iter().flat_map(|mark| &mark.words) {
        if quotes.len() < MOST_QUOTES && !quotes.contains(&word.quote) {
            quotes.push(word.quote.clone());
        }
    }
    PageMeterLine {
        quotes,
        ..said(text)
    }
}

fn readable(meter: &Readability, locale: Locale) -> PageMeter {
    let mut lines = vec![summary(meter, locale)];
    lines.extend(meter.hard.iter().map(|sentence| PageMeterLine {
        quotes: vec![sentence.passage.quote.clone()],
        ..said(match locale {
            Locale::Nl => format!("Moeilijke zin: {}.", sentence.why),
            Locale::En => format!("Hard sentence: {}.", sentence.why),
        })
    }));
    let words = meter.difficult.iter().take(MOST_QUOTES);
    lines.extend(words.map(|word| said(format!("{} → {}", word.passage.quote, word.plain))));
    lines.extend(meter.advice.iter().map(|text| advised(text)));
    PageMeter {
        meter: Meter::Readability,
        label: meter.level.name().to_owned(),
        standing: match meter.level {
            Level::A2 | Level::B1 => Standing::Good,
            Level::B2 => Standing::Fair,
            Level::C1 | Level::C2 => Standing::Poor,
        },
        lines,
    }
}

fn summary(meter: &Readability, locale: Locale) -> PageMeterLine {
    let (name, level) = (name(Meter::Readability, locale), meter.level.name());
    said(match (locale, meter.enough) {
        (Locale::Nl, true) => {
            format!(
                "{name} {} van 100: leest als {level}. Doel: B1.",
                meter.score
            )
        }
        (Locale::En, true) => format!("{name} {} of 100: reads as {level}. Aim: B1.", meter.score),
        (Locale::Nl, false) => format!("Te kort om het leesgemak te meten; telt als {level}."),
        (Locale::En, false) => format!("Too short to measure reading ease; counts as {level}."),
    })
}

fn misread(risks: &[Misreading], locale: Locale) -> PageMeter {
    let mut lines = Vec::new();
    for risk in risks {
        lines.push(PageMeterLine {
            quotes: vec![risk.passage.quote.clone()],
            ..said(&*risk.message)
        });
        lines.push(advised(&risk.instead));
    }
    PageMeter {
        meter: Meter::Misreading,
        label: format!("{} {}", name(Meter::Misreading, locale), risks.len()),
        standing: Standing::Fair,
        lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toonvast_engine::{Brand, Engine};
    use toonvast_model::draft::{Answered, Draft};
    use toonvast_model::post::Site;

    fn shown(text: &str, locale: Locale) -> Vec<PageMeter> {
        let json = r#"{"id": "fietsfluit", "policy": {"name": "Fietsfluit"}}"#;
        let engine = Engine::new(Brand::from_json(json).expect("a brand"));
        let draft = Draft {
            draft: text.to_owned(),
            brand: None,
            site: Site::X,
            public: true,
            agent: Some("Noor".to_owned()),
            post: Some(Answered {
                text: "Waar blijft mijn fiets?".to_owned(),
                ..Answered::default()
            }),
        };
        let meters = engine.check(&draft, locale).meters;
        meters
            .map(|meters| chips(&meters, locale))
            .unwrap_or_default()
    }

    fn labels(chips: &[PageMeter]) -> Vec<&str> {
        chips.iter().map(|chip| chip.label.as_str()).collect()
    }

    #[test]
    fn a_chip_each_in_the_agents_language() {
        let text = "Hoi Sanne, sorry dat je wacht. Ik bel je vandaag voor 17.00 uur! Welke maat was het? ^Noor";
        let nl = shown(text, Locale::Nl);
        let shown_first = ["Inhoud 100", "Stijl ", "Stem ", "A2"];
        assert_eq!(nl.len(), shown_first.len(), "{nl:?}");
        for (label, start) in labels(&nl).iter().zip(shown_first) {
            assert!(label.starts_with(start), "{label} for {start}");
        }
        assert_eq!(nl[0].lines[0].text, "Niets op aan te merken.");
        assert!(
            nl[2].lines[0].text.starts_with("Persoonlijk "),
            "{:?}",
            nl[2]
        );
        assert!(nl[2].lines[0].quotes.contains(&"Sanne".to_owned()));
        let en = shown(text, Locale::En);
        assert!(labels(&en)[1].starts_with("Style "), "{en:?}");
    }

    #[test]
    fn what_could_be_misread_has_a_chip_of_its_own() {
        let chips = shown("Je fiets staat klaar... Ik bel je. ^Noor", Locale::Nl);
        let chip = chips.last().expect("a chip");
        assert_eq!(chip.label, "Misverstand 1");
        assert_eq!(chip.lines[0].quotes, ["..."]);
        assert!(chip.lines[1].advice);
    }
}
