//! A model's card: what it learnt from, how well it does, what it cannot.

use super::corpus::Corpus;
use super::{Data, agreement, table};
use toonvast_learn::{Report, Settings};

/// What a card tells.
pub(super) struct Card<'c> {
    pub(super) field: &'c str,
    pub(super) data: &'c Data,
    pub(super) licence: &'c str,
    pub(super) examples: usize,
    pub(super) report: &'c Report,
    pub(super) settings: Settings,
    pub(super) bytes: usize,
}

impl Card<'_> {
    /// The card, in Markdown.
    pub(super) fn text(&self) -> String {
        let mut figures = Vec::new();
        // Writing into memory does not fail.
        _ = table::print(&mut figures, self.field, self.report);
        let figures = String::from_utf8_lossy(&figures);
        format!(
            "# Model card: {field}\n\n\
            A linear classifier over hashed word and character n-grams and counts (polarity of words, punctuation, emoji), \
            one byte a weight, {bytes} bytes, 2^{bits} buckets.\n\n\
            ## Data\n\n\
            {examples} labelled texts from {files}; SHA-256 {digest}. Licence of the data: {licence}. Polarity of words: \
            Pattern (public domain) and VADER (MIT).\n\n\
            ## Figures\n\n\
            On texts held out while training (five folds, or one fifth of more than 8,000 texts):\n\n\
            ```\n{figures}```\n\n\
            ## Limits\n\n\
            It knows words and pieces of words, not what they mean together: irony, allusion and facts about the world escape it. \
            On texts of another kind than it learnt from it does worse than these figures. Its probabilities are calibrated on \
            the held-out texts only.\n",
            field = self.field,
            bytes = self.bytes,
            bits = self.settings.bits,
            examples = self.examples,
            files = self.data.files.join(", "),
            digest = self.data.digest,
            licence = self.licence,
            figures = figures.trim_end_matches('\n').to_owned() + "\n",
        )
    }
}

/// The card of the weights triage ships with.
pub(super) fn triage(corpus: &Corpus, figures: &str) -> String {
    let agreement = agreement::table(corpus);
    let count = |lang: &str| corpus.lines.iter().filter(|line| line.lang == lang).count();
    let twice = corpus
        .lines
        .iter()
        .filter(|line| line.labels.len() > 1)
        .count();
    format!(
        "# Model card: triage\n\n\
        One linear head a field over hashed word and character n-grams, lexicons, structure, author and reach; one byte a weight. \
        The heads agree on a verdict that people have given (`verdicts.tsv`).\n\n\
        ## Data\n\n\
        {dutch} Dutch and {english} English invented posts over {brands} invented brands (`../corpus`, CC0), {twice} of them \
        labelled twice; and the entries of triage's own lexicons, each as the shortest of posts. Polarity of words: Pattern (public domain) and VADER (MIT). Nothing else.\n\n\
        ## Figures\n\n\
        Each head alone, on posts of brands it had not seen (five folds of whole brands), before the heads agree:\n\n\
        ```\n{figures}\n```\n\n\
        ## Agreement of the labellers\n\n\
        {twice} posts were labelled a second time by a reader who had not seen the first labels.\n\n\
        ```\n{agreement}```\n\n\
        ## Limits\n\n\
        The posts are invented: real ones are more varied, and the figures on them will be lower until a team has corrected some \
        hundred posts. Words it never met say nothing to it; allusion and facts about the world escape it. Languages other than \
        Dutch and English are read by their punctuation, author and reach only. It judges messages, never people.\n",
        dutch = count("nl"),
        english = count("en"),
        brands = corpus.brands.len(),
        figures = figures.trim_end(),
    )
}
