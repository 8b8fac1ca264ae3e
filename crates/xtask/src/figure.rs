//! A figure, what it must be, and what we want it to be.

/// What a figure is held to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// At least the floor; the aim is higher, or the same where there is none.
    AtLeast(f64, f64),
    /// At most the floor; the aim is lower, or the same where there is none.
    AtMost(f64, f64),
}

impl Goal {
    /// The same goal with an easier floor.
    #[must_use]
    pub fn eased(self, by: f64) -> Self {
        match self {
            Self::AtLeast(floor, aim) => Self::AtLeast(floor - by, aim),
            Self::AtMost(floor, aim) => Self::AtMost(floor + by, aim),
        }
    }

    const fn bounds(self) -> (f64, f64) {
        match self {
            Self::AtLeast(floor, aim) | Self::AtMost(floor, aim) => (floor, aim),
        }
    }

    fn is_met(self, value: f64, bound: f64) -> bool {
        match self {
            Self::AtLeast(..) => value >= bound,
            Self::AtMost(..) => value <= bound,
        }
    }

    /// What a value comes to.
    #[must_use]
    pub fn verdict(self, value: f64) -> &'static str {
        let (floor, aim) = self.bounds();
        if aim != floor && self.is_met(value, aim) {
            "aim met"
        } else if self.is_met(value, floor) {
            "met"
        } else {
            "**missed**"
        }
    }

    /// Floor and aim as cells of a table.
    #[must_use]
    pub fn cells(self) -> [String; 2] {
        let (floor, aim) = self.bounds();
        let sign = match self {
            Self::AtLeast(..) => "≥",
            Self::AtMost(..) => "≤",
        };
        let shown = |bound: f64| format!("{sign} {}", plain(bound));
        let aim = if aim == floor {
            "–".to_owned()
        } else {
            shown(aim)
        };
        [shown(floor), aim]
    }
}

/// A number without needless zeros.
fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

/// A Markdown table, whose columns line up.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns.
    #[must_use]
    pub fn new(columns: &[&str]) -> Self {
        Self {
            rows: vec![columns.iter().map(|&name| name.to_owned()).collect()],
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table in Markdown, the first column to the left and the others to the right.
    #[must_use]
    pub fn markdown(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut text = String::new();
        for (at, row) in self.rows.iter().enumerate() {
            text.push('|');
            for (column, &width) in widths.iter().enumerate() {
                let cell = row.get(column).map_or("", String::as_str);
                let cell = if column == 0 {
                    format!(" {cell:<width$} |")
                } else {
                    format!(" {cell:>width$} |")
                };
                text.push_str(&cell);
            }
            text.push('\n');
            if at == 0 {
                text.push_str(&rule(&widths));
            }
        }
        text
    }
}

fn rule(widths: &[usize]) -> String {
    let mut text = String::from("|");
    for (column, width) in widths.iter().enumerate() {
        let dashes = "-".repeat(*width);
        text.push_str(&if column == 0 {
            format!(" {dashes} |")
        } else {
            format!(" {dashes}:|")
        });
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::{Goal, Table};

    #[test]
    fn a_value_is_held_to_floor_and_aim() {
        let score = Goal::AtLeast(77.0, 78.5);
        let verdicts = [76.9, 77.0, 78.5].map(|value| score.verdict(value));
        assert_eq!(verdicts, ["**missed**", "met", "aim met"]);
        let time = Goal::AtMost(25.0, 15.0);
        let verdicts = [25.1, 25.0, 14.0].map(|value| time.verdict(value));
        assert_eq!(verdicts, ["**missed**", "met", "aim met"]);
        assert_eq!(score.eased(3.0).cells(), ["≥ 74", "≥ 78.5"]);
        let ratio = Goal::AtMost(2.3, 2.3);
        assert_eq!(
            (ratio.verdict(2.0), ratio.cells()),
            ("met", ["≤ 2.3", "–"].map(str::to_owned))
        );
    }

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(&["set", "ours"]);
        table.row(["airline".to_owned(), "77.1".to_owned()]);
        let expected = "| set     | ours |\n| ------- | ----:|\n| airline | 77.1 |\n";
        assert_eq!(table.markdown(), expected);
    }
}
