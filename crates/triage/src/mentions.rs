//! Whether and how a post names the brand (M5, M7).

mod fuzzy;
mod names;

use crate::mentions::fuzzy::misspells;
use crate::mentions::names::{Name, Names};
use rustc_hash::FxHashMap;
use toonvast_brand::policy::Policy;
use toonvast_text::WordKind;
use toonvast_text::{Line, Mark};

/// How sure it is that a post names the brand; ordered from not at all to its handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Naming {
    /// Not named.
    #[default]
    None,
    /// A word that may be the name: written small though it is an ordinary word, or a
    /// likely misspelling.
    Perhaps,
    /// The name or a product.
    Named,
    /// The brand's account is tagged.
    Tagged,
}

/// What a token of a post names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Role {
    /// Nothing we know.
    #[default]
    Word,
    /// The brand.
    Brand,
    /// Perhaps the brand.
    PerhapsBrand,
    /// One of its products.
    Product,
    /// A competitor.
    Competitor,
    /// One of its agents.
    Agent,
    /// Its account.
    Account,
}

/// What of the brand and its competitors stands in a post.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mentions {
    /// The surest mention of the brand.
    pub(crate) naming: Naming,
    /// A phrase in which the name means something else stands there.
    pub(crate) homonym: bool,
    /// The name stands only in hashtags.
    pub(crate) only_hashtag: bool,
    /// Products named.
    pub(crate) products: usize,
    /// Competitors named.
    pub(crate) competitors: usize,
    /// One of the agents is named.
    pub(crate) agent: bool,
    /// Other accounts tagged.
    pub(crate) other_handles: usize,
    /// What each token names.
    pub(crate) roles: Vec<Role>,
}

/// A brand's names, ready to be looked for.
pub(crate) struct BrandNames {
    handles: Vec<String>,
    names: Vec<Name>,
    products: Vec<Name>,
    competitors: Vec<Name>,
    agents: Vec<Name>,
    homonyms: Names,
    /// The first byte of each of the brand's names.
    initials: Vec<u8>,
    /// By first token, what begins with it. The order of a map never shows: it is only looked up.
    index: FxHashMap<String, Vec<(Role, usize)>>,
}

impl BrandNames {
    /// Reads the names of a policy.
    pub(crate) fn new(policy: &Policy) -> Self {
        let homonyms = Names::homonyms(&policy.homonyms);
        let spellings = std::iter::once(&policy.name).chain(&policy.other_spellings);
        let handles = policy
            .handles
            .iter()
            .map(|handle| handle.name.trim_start_matches('@').to_lowercase());
        let read = |list: &mut dyn Iterator<Item = &String>| -> Vec<Name> {
            list.filter_map(|name| Name::of(name, &homonyms)).collect()
        };
        let mut names = Self {
            handles: handles.collect(),
            names: read(&mut spellings.into_iter()),
            products: read(&mut policy.products.iter()),
            competitors: read(&mut policy.competitors.iter()),
            agents: read(&mut policy.agents.iter()),
            homonyms,
            initials: Vec::new(),
            index: FxHashMap::default(),
        };
        let initials = names.names.iter().map(Name::first_token);
        names.initials = initials
            .map(|token| token.bytes().next().unwrap_or_default())
            .collect();
        names.index = names.by_first_token();
        names
    }

    fn by_first_token(&self) -> FxHashMap<String, Vec<(Role, usize)>> {
        let mut index: FxHashMap<String, Vec<(Role, usize)>> = FxHashMap::default();
        for role in [Role::Brand, Role::Product, Role::Competitor, Role::Agent] {
            for (at, name) in self.of(role).iter().enumerate() {
                index
                    .entry(name.first_token().to_owned())
                    .or_default()
                    .push((role, at));
            }
        }
        index
    }

    fn of(&self, role: Role) -> &[Name] {
        match role {
            Role::Product => &self.products,
            Role::Competitor => &self.competitors,
            Role::Agent => &self.agents,
            Role::Brand | Role::PerhapsBrand | Role::Account | Role::Word => &self.names,
        }
    }

    /// Looks for them in a post.
    pub(crate) fn find(&self, text: &str, line: &Line) -> Mentions {
        let mut found = Mentions {
            roles: vec![Role::Word; line.tokens().len()],
            ..Mentions::default()
        };
        let mut outside_hashtag = false;
        for (index, token) in line.tokens().iter().enumerate() {
            match token.mark {
                Mark::Word(WordKind::Handle) => {
                    found.roles[index] = self.handle(token.span.of(text), &mut found);
                }
                Mark::Word(kind @ (WordKind::Word | WordKind::Hashtag)) => {
                    let beginning = self.index.get(line.token(index));
                    let beginning = beginning.map_or(&[][..], Vec::as_slice);
                    let naming = self.naming(text, line, index, beginning);
                    outside_hashtag |= naming > Naming::None && kind == WordKind::Word;
                    found.naming = found.naming.max(naming);
                    Self::note(naming, &mut found, index);
                    self.note_others(text, line, index, beginning, &mut found);
                }
                _ => {}
            }
        }
        found.homonym = self.homonyms.stand_in(text, line);
        if found.products > 0 {
            found.naming = found.naming.max(Naming::Named);
        }
        found.only_hashtag = matches!(found.naming, Naming::Perhaps | Naming::Named)
            && !outside_hashtag
            && found.products == 0;
        found
    }

    fn handle(&self, shown: &str, found: &mut Mentions) -> Role {
        let name = shown.trim_start_matches(['@', '＠']).to_lowercase();
        if self.handles.contains(&name) {
            found.naming = Naming::Tagged;
            Role::Account
        } else {
            found.other_handles += 1;
            Role::Word
        }
    }

    /// Writes down the brand's name.
    fn note(naming: Naming, found: &mut Mentions, index: usize) {
        let brand = match naming {
            Naming::None => Role::Word,
            Naming::Perhaps => Role::PerhapsBrand,
            Naming::Named | Naming::Tagged => Role::Brand,
        };
        if brand != Role::Word && found.roles[index] == Role::Word {
            found.roles[index] = brand;
        }
    }

    /// Counts what else begins at a token and writes down which tokens it takes.
    fn note_others(
        &self,
        text: &str,
        line: &Line,
        index: usize,
        beginning: &[(Role, usize)],
        found: &mut Mentions,
    ) {
        for (role, at) in beginning {
            let name = &self.of(*role)[*at];
            if *role == Role::Brand || name.stands_at(text, line, index) != Some(Naming::Named) {
                continue;
            }
            let taken = found.roles[index..].iter_mut().take(name.tokens());
            taken.for_each(|at| *at = *role);
            match role {
                Role::Product => found.products += 1,
                Role::Competitor => found.competitors += 1,
                _ => found.agent = true,
            }
        }
    }

    fn naming(&self, text: &str, line: &Line, index: usize, beginning: &[(Role, usize)]) -> Naming {
        let exact = beginning
            .iter()
            .filter(|(role, _)| *role == Role::Brand)
            .filter_map(|(_, at)| self.names[*at].stands_at(text, line, index))
            .max();
        exact
            .or_else(|| self.misspelt(line.token(index)))
            .unwrap_or_default()
    }

    /// A misspelling names the brand, perhaps if the name is an ordinary word too.
    fn misspelt(&self, token: &str) -> Option<Naming> {
        // Nearly every word begins with another letter than the names.
        let initial = token.as_bytes().first()?;
        let close = self
            .initials
            .iter()
            .zip(&self.names)
            .filter(|(first, name)| *first == initial && misspells(token, name.only_token()));
        close
            .map(|(_, name)| {
                if name.is_ambiguous() {
                    Naming::Perhaps
                } else {
                    Naming::Named
                }
            })
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::{BrandNames, Naming};
    use toonvast_brand::policy::Policy;
    use toonvast_text::Line;

    fn policy() -> Policy {
        serde_json::from_value(serde_json::json!({
            "name": "Fietsfluit",
            "handles": [{ "site": "x", "name": "FietsfluitNL" }],
            "other_spellings": ["Fiets Fluit"],
            "homonyms": ["fietsfluit", "fluitje van een cent"],
            "products": ["Fietsfluit Bak", "Fluitslot"],
            "competitors": ["Trapspeed"],
            "agents": ["Noor"]
        }))
        .unwrap()
    }

    fn naming(text: &str) -> Naming {
        BrandNames::new(&policy())
            .find(text, &Line::of(text))
            .naming
    }

    #[test]
    fn names_are_found_as_customers_write_them() {
        for (text, expected) in [
            ("@fietsfluitnl waar blijft hij", Naming::Tagged),
            ("Wat doet Fietsfluit met mijn geld", Naming::Named),
            ("bij Fiets Fluit gehuurd", Naming::Named),
            ("mijn fluitslot piept", Naming::Named),
            ("kocht een fietsfluit voor mijn zoon", Naming::Perhaps),
            ("die fietsfluitt doet niks", Naming::Perhaps),
            ("een gewone fiets", Naming::None),
        ] {
            assert_eq!(naming(text), expected, "{text}");
        }
    }

    #[test]
    fn competitors_and_homonym_phrases_are_noted() {
        let names = BrandNames::new(&policy());
        let text = "Overgestapt naar Trapspeed, was een fluitje van een cent";
        let found = names.find(text, &Line::of(text));
        assert_eq!((found.competitors, found.homonym), (1, true));
    }
}
