//! The measurements as a table, and what they come to.

use super::input::KIB;
use super::{InNode, Native};
use crate::figure::{Goal, Table};

/// The half of the report that tells of speed.
pub(super) fn text(node: &InNode, native: &Native) -> String {
    format!(
        "`cargo xtask bench`: 250 Dutch and 250 English posts of the corpus, each judged 12 times by an engine of its own brand \
        and counted by its minimum; the median and the 95th of 100 over the posts. One run of Node.js {version}; natively with the \
        same optimisation. Microseconds are this machine's; ratios are what to compare.\n\n{times}\n{ratios}\n\
        From nothing to the first judgement: {module:.1} ms for the module, {brand:.1} ms for a brand, {first:.1} ms for weights and \
        lexicons, which the first post waits for.",
        version = node.node,
        times = times(node, native),
        ratios = ratios(node, native).markdown(),
        module = node.loading.module,
        brand = node.loading.brand,
        first = node.loading.first,
    )
}

fn times(node: &InNode, native: &Native) -> String {
    let mut table = Table::new(&["microseconds a post", "p50", "p95"]);
    let rows = [
        ("triage in WebAssembly, text in, object out", &node.judge),
        ("triage in WebAssembly, text in, score out", &node.triage),
        ("triage natively", &native.triage),
    ];
    for (name, minima) in rows {
        table.row(cells(name, Some(minima)));
    }
    for (name, minima) in &node.peers {
        table.row(cells(&format!("{name} (npm)"), minima.as_deref()));
    }
    table.markdown()
}

fn cells(name: &str, minima: Option<&[f64]>) -> Vec<String> {
    let shown = |share: f64| {
        minima.map_or_else(
            || "not installed".to_owned(),
            |minima| format!("{:.1}", percentile(minima, share)),
        )
    };
    vec![name.to_owned(), shown(0.5), shown(0.95)]
}

fn ratios(node: &InNode, native: &Native) -> Table {
    let mut table = Table::new(&["figure", "ours", "floor", "aim", ""]);
    let mut add = |name: &str, value: f64, unit: &str, goal: Goal| {
        let [floor, aim] = goal.cells();
        let verdict = goal.verdict(value).to_owned();
        table.row([
            name.to_owned(),
            format!("{value:.2}{unit}"),
            floor,
            aim,
            verdict,
        ]);
    };
    let (judge, triage) = (median(&node.judge), median(&node.triage));
    add(
        "triage in WebAssembly, p50",
        judge,
        " µs",
        Goal::AtMost(25.0, 15.0),
    );
    if let Some(peers) = together(node) {
        let name = "franc-min and vader-sentiment together / triage, p50";
        add(name, median(&peers) / judge, "", Goal::AtLeast(10.0, 10.0));
    }
    let name = "WebAssembly / native, the same work";
    add(
        name,
        triage / median(&native.triage),
        "",
        Goal::AtMost(2.0, 2.0),
    );
    for (place, times) in [("WebAssembly", &node.long), ("native", &native.long)] {
        for (at, pair) in KIB.windows(2).enumerate() {
            let name = format!("{} KiB / {} KiB, {place}", pair[1], pair[0]);
            let growth = times[at + 1] / times[at];
            add(&name, growth, "", Goal::AtMost(2.3, 2.3));
        }
    }
    let name = "weights and lexicons read, at the first post";
    let first = node.loading.first;
    add(name, first, " ms", Goal::AtMost(20.0, 20.0));
    table
}

/// What both npm packages take of each post.
fn together(node: &InNode) -> Option<Vec<f64>> {
    let mut sums = vec![0.0; node.judge.len()];
    for minima in node.peers.values() {
        for (sum, minimum) in sums.iter_mut().zip(minima.as_ref()?) {
            *sum += minimum;
        }
    }
    Some(sums)
}

fn median(minima: &[f64]) -> f64 {
    percentile(minima, 0.5)
}

/// The value below which a share of the values lies.
pub(super) fn percentile(minima: &[f64], share: f64) -> f64 {
    let mut sorted = minima.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    let at = (last as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn percentiles_are_values_that_occur() {
        let values = [4.0, 1.0, 3.0, 2.0, 5.0];
        assert!((percentile(&values, 0.5) - 3.0).abs() < 1e-9);
        assert!((percentile(&values, 0.95) - 5.0).abs() < 1e-9);
        assert!(percentile(&[], 0.5).is_nan());
    }
}
