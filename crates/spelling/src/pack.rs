//! A dictionary in a file: half the size of Hunspell's own once compressed.
//!
//! The stems are sorted and front-coded: of each, how many bytes it shares with the one
//! before, then the rest. Beside it stands the number of its set of flags. Like stands with
//! like, in three streams, so that a zip compresses them well.
//!
//! | section | what |
//! | --- | --- |
//! | rules | the `.aff` file, without comments and what only Hunspell's suggestions need |
//! | sets | the sets of flags, one a line, most used first |
//! | shared | one number a stem |
//! | rests | one line a stem |
//! | flags | one number a stem |

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

const MAGIC: &[u8; 8] = b"TVDICT1\n";
const SECTIONS: usize = 5;
/// Longest stem, in bytes.
const LONGEST: usize = 255;

/// Why bytes are no pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPack {
    /// The first bytes are another file's.
    #[error("this is no packed dictionary; `cargo xtask dictionaries` makes one")]
    Magic,
    /// It ends too early or its numbers contradict each other.
    #[error(
        "the packed dictionary is damaged in section {0}; `cargo xtask dictionaries` makes it anew"
    )]
    Damaged(&'static str),
    /// `spellbook` cannot read the rules or a line.
    #[error("the packed dictionary holds a rule or flag that cannot be read")]
    Rules,
}

/// What Hunspell reads: both files of a dictionary.
#[derive(Debug, Clone, Copy)]
pub struct Source<'s> {
    /// The rules (`.aff`).
    pub aff: &'s str,
    /// The stems (`.dic`).
    pub dic: &'s str,
}

impl<'s> Source<'s> {
    /// The rules that decide over words: no comments, and nothing only suggestions use.
    pub fn rules(self) -> impl Iterator<Item = &'s str> {
        let only_for_suggestions = ["REP", "MAP", "TRY", "KEY"];
        self.aff.lines().map(str::trim_end).filter(move |line| {
            let word = line.split_whitespace().next().unwrap_or("#");
            !word.starts_with('#') && !only_for_suggestions.contains(&word)
        })
    }

    /// The stems with their flags, without the count before them.
    pub fn lines(self) -> impl Iterator<Item = &'s str> {
        let lines = self.dic.lines().skip(1);
        lines.map(str::trim_end).filter(|line| !line.is_empty())
    }
}

/// A packed dictionary.
#[derive(Debug, Clone)]
pub struct Pack {
    bytes: Cow<'static, [u8]>,
    stems: usize,
    irregular: usize,
    sections: [Range<usize>; SECTIONS],
}

impl Pack {
    /// Reads a pack's head; the stems are read by a [`Loader`](crate::Loader).
    ///
    /// # Errors
    /// When the bytes are no pack.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, BadPack> {
        let bytes = bytes.into();
        if !bytes.starts_with(MAGIC) {
            return Err(BadPack::Magic);
        }
        let number = |at: usize| -> Result<usize, BadPack> {
            let start = MAGIC.len() + 4 * at;
            let four = bytes.get(start..start + 4).and_then(|b| b.try_into().ok());
            let number = four
                .map(u32::from_le_bytes)
                .ok_or(BadPack::Damaged("head"))?;
            usize::try_from(number).map_err(|_| BadPack::Damaged("head"))
        };
        let mut end = MAGIC.len() + 4 * (SECTIONS + 2);
        let mut sections: [Range<usize>; SECTIONS] = Default::default();
        for (at, section) in sections.iter_mut().enumerate() {
            let start = end;
            end = end
                .checked_add(number(at)?)
                .filter(|end| *end <= bytes.len())
                .ok_or(BadPack::Damaged("head"))?;
            *section = start..end;
        }
        let (stems, irregular) = (number(SECTIONS)?, number(SECTIONS + 1)?);
        // Every stem takes a byte of each stream, so that a forged count cannot ask for more memory than the file has bytes.
        let fits = irregular <= stems && stems <= sections[2].len();
        fits.then_some(()).ok_or(BadPack::Damaged("head"))?;
        Ok(Self {
            stems,
            irregular,
            sections,
            bytes,
        })
    }

    /// Packs a dictionary; the same source gives the same bytes.
    ///
    /// # Errors
    /// When a stem is longer than 255 bytes.
    pub fn write(source: Source<'_>) -> Result<Vec<u8>, BadPack> {
        let mut lines: Vec<(bool, &str, &str)> = source.lines().map(split).collect();
        // Stems of the same spelling stay in their order: the first one decides.
        lines.sort_by(|a, b| (!a.0, a.1.as_bytes()).cmp(&(!b.0, b.1.as_bytes())));
        let sets = sets(&lines);
        let numbers: BTreeMap<&str, usize> = (0..).zip(&sets).map(|(n, set)| (*set, n)).collect();
        let (mut shared, mut rests, mut flags) = (Vec::new(), String::new(), Vec::new());
        let mut before = "";
        for (_, stem, set) in &lines {
            if stem.len() > LONGEST {
                return Err(BadPack::Damaged("stems"));
            }
            let same = common_start(before, stem);
            put(&mut shared, same);
            rests.push_str(&stem[same..]);
            rests.push('\n');
            put(&mut flags, numbers.get(set).copied().unwrap_or_default());
            before = stem;
        }
        let rules: Vec<&str> = source.rules().collect();
        let irregular = lines.iter().filter(|line| line.0).count();
        let (rules, sets) = (rules.join("\n"), sets.join("\n"));
        let sections = [
            rules.as_bytes(),
            sets.as_bytes(),
            &shared,
            rests.as_bytes(),
            &flags,
        ];
        Ok(assemble(sections, [lines.len(), irregular]))
    }

    /// How many stems it holds.
    #[must_use]
    pub const fn stems(&self) -> usize {
        self.stems
    }

    /// Of these, how many at the start have capitals after their first letter.
    #[must_use]
    pub const fn irregular(&self) -> usize {
        self.irregular
    }

    pub(crate) fn rules(&self) -> Result<&str, BadPack> {
        self.text(0, "rules")
    }

    pub(crate) fn sets(&self) -> Result<Vec<Box<str>>, BadPack> {
        Ok(self.text(1, "sets")?.split('\n').map(Box::from).collect())
    }

    fn text(&self, section: usize, name: &'static str) -> Result<&str, BadPack> {
        let bytes = &self.bytes[self.sections[section].clone()];
        std::str::from_utf8(bytes).map_err(|_| BadPack::Damaged(name))
    }

    /// All lines as Hunspell would read them, irregular ones first.
    ///
    /// # Errors
    /// When the pack is damaged.
    pub fn lines(&self) -> Result<Vec<String>, BadPack> {
        let sets = self.sets()?;
        let mut place = Place::start(self);
        (0..self.stems)
            .map(|_| {
                let mut line = String::new();
                place.line(self, &sets, &mut line)?;
                Ok(line)
            })
            .collect()
    }
}

/// How far the streams have been read.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    shared: usize,
    rests: usize,
    flags: usize,
    stem: Vec<u8>,
}

impl Place {
    pub(crate) fn start(pack: &Pack) -> Self {
        let [_, _, shared, rests, flags] = &pack.sections;
        Self {
            shared: shared.start,
            rests: rests.start,
            flags: flags.start,
            stem: Vec::with_capacity(LONGEST),
        }
    }

    /// The next line as Hunspell would read it, put into `line`.
    pub(crate) fn line(
        &mut self,
        pack: &Pack,
        sets: &[Box<str>],
        line: &mut String,
    ) -> Result<(), BadPack> {
        let same = get(pack, &mut self.shared, 2).filter(|same| *same <= self.stem.len());
        self.stem.truncate(same.ok_or(BadPack::Damaged("shared"))?);
        let left = &pack.bytes[self.rests.min(pack.sections[3].end)..pack.sections[3].end];
        let length = left.iter().position(|byte| *byte == b'\n');
        let length = length.ok_or(BadPack::Damaged("rests"))?;
        self.stem.extend_from_slice(&left[..length]);
        self.rests += length + 1;
        let set = get(pack, &mut self.flags, 4).and_then(|set| sets.get(set));
        let set = set.ok_or(BadPack::Damaged("flags"))?;
        let stem = std::str::from_utf8(&self.stem).map_err(|_| BadPack::Damaged("rests"))?;
        line.clear();
        line.push_str(stem);
        if !set.is_empty() {
            line.push('/');
            line.push_str(set);
        }
        Ok(())
    }
}

/// Whether there are capitals behind the first letter, the stem, its flags.
fn split(line: &str) -> (bool, &str, &str) {
    let bytes = line.as_bytes();
    let slash = (1..bytes.len()).find(|at| bytes[*at] == b'/' && bytes[at - 1] != b'\\');
    let (stem, set) = slash.map_or((line, ""), |at| (&line[..at], &line[at + 1..]));
    let irregular = stem.chars().skip(1).any(char::is_uppercase);
    (irregular, stem, set)
}

/// The sets of flags, most used first.
fn sets<'s>(lines: &[(bool, &'s str, &'s str)]) -> Vec<&'s str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, set) in lines {
        *counts.entry(set).or_default() += 1;
    }
    let mut sets: Vec<(&str, usize)> = counts.into_iter().collect();
    sets.sort_by_key(|(set, count)| (std::cmp::Reverse(*count), *set));
    sets.into_iter().map(|(set, _)| set).collect()
}

/// Bytes both begin with, ending between characters.
fn common_start(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    (0..=same)
        .rev()
        .find(|at| b.is_char_boundary(*at) && a.is_char_boundary(*at))
        .unwrap_or(0)
}

fn assemble(sections: [&[u8]; SECTIONS], counts: [usize; 2]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    let lengths = sections.iter().map(|section| section.len());
    for number in lengths.chain(counts) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    for section in sections {
        bytes.extend_from_slice(section);
    }
    bytes
}

/// A number below 2^14 in one or two bytes.
fn put(stream: &mut Vec<u8>, number: usize) {
    let low = u8::try_from(number & 0x7f).unwrap_or_default();
    if number < 0x80 {
        stream.push(low);
    } else {
        stream.push(0x80 | u8::try_from((number >> 7) & 0x7f).unwrap_or_default());
        stream.push(low);
    }
}

fn get(pack: &Pack, at: &mut usize, section: usize) -> Option<usize> {
    let end = pack.sections[section].end;
    let mut next = || {
        let byte = (*at < end).then(|| pack.bytes[*at]);
        *at += 1;
        byte
    };
    let first = usize::from(next()?);
    if first < 0x80 {
        return Some(first);
    }
    let second = usize::from(next()?);
    Some((first & 0x7f) << 7 | (second & 0x7f))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AFF: &str = "SET UTF-8\n# a comment\nREP 1\nREP a b\nSFX A Y 1\nSFX A 0 s .\n";

    #[test]
    fn what_is_packed_comes_out_again() {
        let dic = "6\nfiets/A\nfiets/B\nfiëts\nen\\/of/A\niPhone\nfiat lux/A\n";
        let source = Source { aff: AFF, dic };
        let pack = Pack::read(Pack::write(source).unwrap()).unwrap();
        let mut lines = pack.lines().unwrap();
        assert_eq!(
            (pack.stems(), pack.irregular(), lines[0].as_str()),
            (6, 1, "iPhone")
        );
        let order: Vec<&String> = lines
            .iter()
            .filter(|line| line.starts_with("fiets"))
            .collect();
        assert_eq!(order, ["fiets/A", "fiets/B"]);
        lines.sort();
        let mut expected: Vec<&str> = source.lines().collect();
        expected.sort_unstable();
        assert_eq!(lines, expected);
        assert_eq!(pack.rules().unwrap(), "SET UTF-8\nSFX A Y 1\nSFX A 0 s .");
    }

    proptest! {
        #[test]
        fn any_stems_come_out_again(mut stems in prop::collection::vec("[a-dé]{1,6}(/[A-C]{1,2})?", 1..40)) {
            let dic = format!("{}\n{}\n", stems.len(), stems.join("\n"));
            let bytes = Pack::write(Source { aff: AFF, dic: &dic }).unwrap();
            let mut lines = Pack::read(bytes).unwrap().lines().unwrap();
            lines.sort();
            stems.sort();
            prop_assert_eq!(lines, stems);
        }

        #[test]
        fn damage_is_an_error_and_no_panic(at in 0_usize..200, byte in any::<u8>(), cut in 0_usize..200) {
            let dic = "3\nfiets/A\nfietser/AB\nbel\n";
            let mut bytes = Pack::write(Source { aff: AFF, dic }).unwrap();
            let at = at % bytes.len();
            bytes[at] = byte;
            bytes.truncate(cut.max(at + 1));
            if let Ok(pack) = Pack::read(bytes) {
                let _ = pack.lines();
            }
        }
    }
}
