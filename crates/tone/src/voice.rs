//! What the checks know of the brand.

use crate::phrases::Phrases;
use std::collections::BTreeSet;
use toonvast_brand::Brand;
use toonvast_brand::guide::{Forbidden, Guide};
use toonvast_brand::policy::Handle;
use toonvast_brand::rule::phrase::fold;
use toonvast_model::calendar::Zone;
use toonvast_text::words;

/// The brand, as far as its replies are concerned.
#[derive(Debug)]
pub(crate) struct Voice {
    /// The tone guide.
    pub guide: Guide,
    /// Names of the brand, its products and accounts.
    pub names: Phrases,
    /// Competitors.
    pub competitors: Phrases,
    /// The guide's jargon.
    pub jargon: Phrases,
    /// Words that are plain here.
    pub plain: Phrases,
    /// The guide's `say`: what is not said, in the order of [`Self::says`].
    pub avoided: Phrases,
    /// What is said instead, by what is not said.
    pub says: Vec<(String, String)>,
    /// First names of the agents.
    pub agents: Vec<String>,
    /// Words that are the brand's own and no misspellings, folded.
    pub words: BTreeSet<String>,
    /// The brand's names without spaces, folded: what its own addresses hold.
    pub own_hosts: Vec<String>,
    /// Hosts replies may link to; any when there are none.
    pub hosts: Vec<String>,
    /// The brand's own accounts.
    pub handles: Vec<Handle>,
    /// Other brands the team answers for.
    pub other_brands: Phrases,
    /// Their names, folded.
    pub other_brand_names: Vec<String>,
    /// Topics never spoken of, and what touches them.
    pub forbidden: Vec<(Forbidden, Phrases)>,
    /// Whose clock dates go by.
    pub zone: Zone,
}

impl Voice {
    /// What there is to know of a brand.
    pub fn new(brand: &Brand) -> Self {
        let policy = &brand.policy;
        let names = own_names(brand);
        let own_hosts = names
            .iter()
            .map(|name| fold(name).replace([' ', '-'], ""))
            .filter(|name| name.len() >= 3)
            .collect();
        let jargon = brand.guide.jargon.iter().flat_map(|word| inflected(word));
        let jargon: Vec<String> = jargon.collect();
        let products = policy.products.iter().map(|name| without_note(name));
        let all_names = names.iter().map(String::as_str).chain(products);
        Self {
            names: Phrases::of_texts(all_names),
            competitors: Phrases::of_texts(policy.competitors.iter().map(String::as_str)),
            jargon: Phrases::of_texts(jargon.iter().map(String::as_str)),
            plain: Phrases::of_texts(brand.guide.plain.iter().map(String::as_str)),
            avoided: Phrases::of_texts(brand.guide.say.iter().map(|say| say.not.as_str())),
            says: brand
                .guide
                .say
                .iter()
                .map(|say| (fold(&say.not), say.but.clone()))
                .collect(),
            agents: policy.agents.clone(),
            words: own_words(brand, &names),
            own_hosts,
            hosts: policy.hosts.clone(),
            handles: policy.handles.clone(),
            other_brands: Phrases::of_texts(policy.other_brands.iter().map(String::as_str)),
            other_brand_names: policy.other_brands.iter().map(|name| fold(name)).collect(),
            forbidden: brand
                .guide
                .forbidden
                .iter()
                .map(|topic| (topic.clone(), Phrases::new(&topic.words)))
                .collect(),
            zone: policy.time_zone.clone(),
            guide: brand.guide.clone(),
        }
    }
}

fn own_names(brand: &Brand) -> Vec<String> {
    let policy = &brand.policy;
    let handles = policy.handles.iter().map(|handle| handle.name.clone());
    std::iter::once(policy.name.clone())
        .chain(policy.other_spellings.iter().cloned())
        .chain(handles)
        .chain(std::iter::once(brand.id.as_str().to_owned()))
        .collect()
}

/// Every word the brand uses of itself and its trade: names, products, competitors, topics,
/// agents, campaigns, and what its guide speaks of.
fn own_words(brand: &Brand, names: &[String]) -> BTreeSet<String> {
    let (policy, guide) = (&brand.policy, &brand.guide);
    let topics = policy.topics.iter();
    let topics = topics.flat_map(|topic| topic.words.iter().chain([&topic.name]));
    let campaigns = policy.campaigns.iter();
    let campaigns = campaigns.flat_map(|campaign| campaign.words.iter().chain([&campaign.name]));
    let said = guide.say.iter().flat_map(|say| [&say.not, &say.but]);
    let lists = [
        &policy.products,
        &policy.homonyms,
        &policy.competitors,
        &policy.agents,
        &policy.facts,
        &guide.plain,
        &guide.jargon,
    ];
    let listed = lists.into_iter().flatten();
    let all = names.iter().chain(listed).chain(topics).chain(campaigns);
    let all = all.chain(said).chain([&policy.sector]);
    all.flat_map(|text| words(text).into_iter().map(|word| fold(word.of(text))))
        .collect()
}

/// A product's name without what stands in parentheses behind it.
fn without_note(name: &str) -> &str {
    name.split_once('(').map_or(name, |(name, _)| name).trim()
}

/// A word of jargon and its plain plurals.
fn inflected(word: &str) -> [String; 3] {
    [word.to_owned(), format!("{word}s"), format!("{word}en")]
}
