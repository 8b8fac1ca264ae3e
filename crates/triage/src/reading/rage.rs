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

/// Bytes looked at: enough to hear the tone.
const MOST: usize = 4_000;

impl Rage {
    /// Listens to a post.
    pub(crate) fn of(text: &str) -> Self {
        let mut heard = Self::default();
        let (mut letters, mut capitals, mut run) = (0_usize, 0_usize, 0_usize);
        let (mut word, mut upper) = (0_usize, true);
        for (_, c) in text.char_indices().take_while(|(at, _)| *at < MOST) {
            run = if matches!(c, '!' | '?') { run + 1 } else { 0 };
            heard.marks = heard.marks.max(run);
            heard.exclaims += usize::from(c == '!');
            if c.is_alphabetic() {
                letters += 1;
                capitals += usize::from(c.is_uppercase());
                word += 1;
                upper &= c.is_uppercase();
            } else {
                heard.shouted += usize::from(word >= 4 && upper);
                (word, upper) = (0, true);
            }
        }
        heard.shouted += usize::from(word >= 4 && upper);
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
