//! How far predictions and labels agree.

/// Counts of (label, prediction) pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confusion {
    labels: usize,
    counts: Vec<u32>,
}

/// How well one label is found.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Found {
    /// Of those called so, the share that are.
    pub precision: f64,
    /// Of those that are, the share called so.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// How many there are.
    pub support: u32,
}

impl Confusion {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(labels: usize) -> Self {
        Self {
            labels,
            counts: vec![0; labels * labels],
        }
    }

    /// Counts one; labels out of range are left out.
    pub fn note(&mut self, truth: usize, given: usize) {
        if truth < self.labels && given < self.labels {
            self.counts[truth * self.labels + given] += 1;
        }
    }

    /// How often `truth` was called `given`.
    #[must_use]
    pub fn count(&self, truth: usize, given: usize) -> u32 {
        self.counts[truth * self.labels + given]
    }

    /// The share of equal pairs.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        let equal: u32 = (0..self.labels).map(|label| self.count(label, label)).sum();
        ratio(equal, self.counts.iter().sum())
    }

    /// How well a label is found.
    #[must_use]
    pub fn found(&self, label: usize) -> Found {
        let hit = self.count(label, label);
        let support: u32 = (0..self.labels).map(|given| self.count(label, given)).sum();
        let called: u32 = (0..self.labels).map(|truth| self.count(truth, label)).sum();
        Found {
            precision: ratio(hit, called),
            recall: ratio(hit, support),
            f1: ratio(2 * hit, support + called),
            support,
        }
    }

    /// The mean F1 of the labels that occur.
    #[must_use]
    pub fn macro_f1(&self) -> f64 {
        self.mean(|found| found.f1)
    }

    /// The mean recall of the labels that occur.
    #[must_use]
    pub fn average_recall(&self) -> f64 {
        self.mean(|found| found.recall)
    }

    fn mean(&self, of: impl Fn(Found) -> f64) -> f64 {
        let found: Vec<f64> = (0..self.labels)
            .map(|label| self.found(label))
            .filter(|found| found.support > 0)
            .map(of)
            .collect();
        if found.is_empty() {
            0.0
        } else {
            found.iter().sum::<f64>() / found.len() as f64
        }
    }

    /// Cohen's kappa; with `quadratic`, far misses weigh more and labels must be in order.
    #[must_use]
    pub fn kappa(&self, quadratic: bool) -> f64 {
        let all = f64::from(self.counts.iter().sum::<u32>());
        let sum = |pick: &dyn Fn(usize) -> u32| (0..self.labels).map(pick).sum::<u32>();
        let (mut seen, mut chance) = (0.0, 0.0);
        for truth in 0..self.labels {
            let row = f64::from(sum(&|given| self.count(truth, given)));
            for given in 0..self.labels {
                let column = f64::from(sum(&|truth| self.count(truth, given)));
                let apart = truth.abs_diff(given) as f64;
                let weight = match quadratic {
                    true => apart * apart,
                    false => f64::from(u8::from(truth != given)),
                };
                seen += weight * f64::from(self.count(truth, given));
                chance += weight * row * column / all;
            }
        }
        if chance == 0.0 {
            1.0
        } else {
            1.0 - seen / chance
        }
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(part) / f64::from(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::Confusion;

    fn of(pairs: &[(usize, usize)], labels: usize) -> Confusion {
        let mut confusion = Confusion::new(labels);
        for &(truth, given) in pairs {
            confusion.note(truth, given);
        }
        confusion
    }

    #[test]
    fn figures_are_what_the_textbook_says() {
        let mixed = of(&[(0, 0), (0, 1), (1, 1), (2, 0)], 3);
        assert!((mixed.accuracy() - 0.5).abs() < 1e-9);
        assert!((mixed.macro_f1() - 0.3889).abs() < 1e-3);
        assert!(mixed.kappa(true) <= 0.0);
        let right = of(&[(0, 0), (2, 2)], 3);
        assert!((right.kappa(true) - 1.0).abs() < 1e-9);
        assert!((right.macro_f1() - 1.0).abs() < 1e-9);
    }
}
