//! Capitals and exclamation marks.

/// How loudly a post is written.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Rage {
    /// Words of four letters and more in capitals.
    pub(crate) shouted: usize,
    /// The longest run of `!` and `?`.
    pub(crate) marks: usize,
    /// Exclamation marks.
    pub(crate) exclaims: usize,
    /// Most letters are capitals.
    pub(crate) all_capitals: bool,
}

/// What was heard so far.
#[derive(Default)]
struct Listener {
    heard: Rage,
    letters: usize,
    capitals: usize,
    /// Marks in a row.
    run: usize,
    /// Letters of the word, and capitals among them.
    word: usize,
    upper: usize,
}

impl Listener {
    fn hear(&mut self, mark: u8, letter: bool, capital: bool) {
        if letter {
            self.letters += 1;
            self.word += 1;
            self.capitals += usize::from(capital);
            self.upper += usize::from(capital);
            self.run = 0;
            return;
        }
        self.end_word();
        if matches!(mark, b'!' | b'?') {
            self.run += 1;
            self.heard.marks = self.heard.marks.max(self.run);
            self.heard.exclaims += usize::from(mark == b'!');
        } else {
            self.run = 0;
        }
    }

    fn end_word(&mut self) {
        self.heard.shouted += usize::from(self.word >= 4 && self.upper == self.word);
        (self.word, self.upper) = (0, 0);
    }
}

/// Bytes looked at: enough to hear the tone.
const MOST: usize = 4_000;

fn within(text: &str) -> &str {
    // A character that begins within the first bytes is heard whole.
    let end = (MOST..text.len()).find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(text.len())]
}

impl Rage {
    /// Listens to a post.
    pub(crate) fn of(text: &str) -> Self {
        let mut listener = Listener::default();
        let text = within(text);
        if text.is_ascii() {
            for byte in text.bytes() {
                listener.hear(byte, byte.is_ascii_alphabetic(), byte.is_ascii_uppercase());
            }
        } else {
            for c in text.chars() {
                // Of marks only plain ones count; what is no byte is none.
                let byte = u8::try_from(c).unwrap_or_default();
                listener.hear(byte, c.is_alphabetic(), c.is_uppercase());
            }
        }
        listener.end_word();
        let mut heard = listener.heard;
        let (letters, capitals) = (listener.letters, listener.capitals);
        heard.all_capitals = letters >= 15 && capitals * 10 >= letters * 7;
        heard
    }

    /// Whether the writer shouts.
    pub(crate) const fn is_rage(self) -> bool {
        self.all_capitals || self.shouted >= 2 || self.marks >= 3
    }
}

#[cfg(test)]
mod tests {
    use super::Rage;

    #[test]
    fn shouting_is_heard() {
        for (text, rage) in [
            ("WAAR BLIJFT MIJN FIETS", true),
            ("waar blijft die fiets?!?!", true),
            ("Wat is ALLES toch DUUR hier", true),
            ("De ANWB en KPN bellen", false),
            ("Fijn!", false),
        ] {
            assert_eq!(Rage::of(text).is_rage(), rage, "{text}");
        }
    }
}
