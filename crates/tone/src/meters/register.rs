//! How formal the customer and the reply write (M65).

use super::data::RegisterWords;
use super::phrasing::{Lists, Phrasing};
use crate::checks::Scene;
use crate::reading::Reading;
use toonvast_brand::guide::FormOfAddress;
use toonvast_model::locale::Locale;
use toonvast_model::meters::{Register, RegisterMatch, VoiceElement, VoiceGroup, VoicePart};

/// Casual words from which somebody writes casually; one is in everybody's mouth.
const CASUAL: usize = 2;

/// Words of either register.
#[derive(Debug)]
pub(super) struct Registers {
    lists: Lists,
    formal: Phrasing,
    casual: Phrasing,
}

impl Registers {
    /// Indexes the words.
    pub fn new(data: &RegisterWords) -> Self {
        let mut lists = Lists::default();
        Self {
            formal: Phrasing::new(&mut lists, &data.formal, &data.except, Vec::new()),
            casual: Phrasing::new(&mut lists, &data.casual, &data.except, Vec::new()),
            lists,
        }
    }

    fn of(&self, reading: &Reading) -> Register {
        let hits = self.lists.find(reading);
        let formal = self.formal.tokens(&hits).len();
        let casual = self.casual.tokens(&hits).len() + reading.emoji.len();
        match (formal, casual) {
            (0, CASUAL..) => Register::Casual,
            (1.., casual) if casual <= formal => Register::Formal,
            _ => Register::Neutral,
        }
    }
}

/// Both registers, and what to do where they clash. The guide's form of address stands: a brand
/// that says *je* says so to whoever writes *u*.
pub(super) fn matched(
    registers: &Registers,
    scene: &Scene,
    parts: &[VoicePart],
    locale: Locale,
) -> RegisterMatch {
    let customer = registers.of(scene.post);
    let reply = registers.of(scene.reading);
    let light = parts.iter().any(|part| {
        let loose = |element| {
            matches!(
                element,
                VoiceElement::Emoji | VoiceElement::Interjection | VoiceElement::Stretched
            )
        };
        part.marks.iter().any(|mark| loose(mark.element))
    });
    let stiff = parts
        .iter()
        .any(|part| part.group == VoiceGroup::InformalSpeech && part.marks.is_empty());
    let says_je = scene.voice.guide.form_of_address == FormOfAddress::Je;
    let advice = match (customer, reply) {
        (Register::Formal, Register::Casual | Register::Neutral) if light => Some(locale.pick(
            "De klant schrijft formeel: laat emoji en uitroepen weg.",
            "The customer writes formally: leave out emoji and interjections.",
        )),
        (Register::Casual, Register::Formal | Register::Neutral) if stiff && says_je => {
            Some(locale.pick(
                "De klant schrijft los: antwoord in korte, gewone woorden.",
                "The customer writes casually: answer in short, everyday words.",
            ))
        }
        _ => None,
    };
    RegisterMatch {
        customer,
        reply,
        advice: advice.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables::data;
    use super::Registers;
    use crate::reading::Reading;
    use toonvast_model::language::Language;
    use toonvast_model::meters::Register;

    #[test]
    fn knows_a_letter_from_a_chat() {
        use Register::{Casual, Formal, Neutral};
        for (language, text, expected) in [
            (
                Language::Nl,
                "Geachte heer, gaarne verneem ik uw antwoord.",
                Formal,
            ),
            (
                Language::Nl,
                "kunt u mij zeggen wanneer de monteur komt?",
                Formal,
            ),
            (
                Language::Nl,
                "pfff wacht al 3 weken joh, ff bellen ofzo??",
                Casual,
            ),
            (Language::Nl, "Mijn pakket is er nog niet.", Neutral),
            (Language::Nl, "Open tot 18.00 u?", Neutral),
            (
                Language::En,
                "Dear Sir, I write regarding my order.",
                Formal,
            ),
            (Language::En, "omg my bike's gone lol pls help", Casual),
            (Language::En, "My parcel has not arrived.", Neutral),
        ] {
            let registers = Registers::new(&data(language).voice.register);
            assert_eq!(registers.of(&Reading::new(text)), expected, "{text}");
        }
    }
}
