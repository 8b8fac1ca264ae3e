//! The figures of a model, as a table.

use std::io::Write;
use toonvast_learn::Report;

/// One row a label, then what they come to.
pub(super) fn print(out: &mut impl Write, field: &str, report: &Report) -> std::io::Result<()> {
    let widest = report
        .labels
        .iter()
        .map(String::len)
        .max()
        .unwrap_or(0)
        .max(9);
    writeln!(
        out,
        "{field:widest$}  precision  recall      F1  lines   (held-out lines, cost {})",
        report.cost
    )?;
    for (at, label) in report.labels.iter().enumerate() {
        let found = report.held_out.found(at);
        writeln!(
            out,
            "{label:widest$}  {:>9.3}  {:>6.3}  {:>6.3}  {:>5}",
            found.precision, found.recall, found.f1, found.support
        )?;
    }
    writeln!(
        out,
        "{:widest$}  accuracy {:.3}, macro-F1 {:.3}, average recall {:.3}\n",
        "together",
        report.held_out.accuracy(),
        report.held_out.macro_f1(),
        report.held_out.average_recall()
    )
}
