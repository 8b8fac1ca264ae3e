//! Counting wrong tries, so that nobody can guess a code or a password.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use toonvast_model::timestamp::Timestamp;

/// Wrong tries one address has within [`WINDOW_MINUTES`].
pub(crate) const MOST_TRIES: u32 = 10;
/// How long a wrong try counts.
pub(crate) const WINDOW_MINUTES: u64 = 10;
/// Addresses remembered; when more come, the oldest go.
const MOST_ADDRESSES: usize = 10_000;

/// Wrong tries by address.
#[derive(Debug, Default)]
pub(crate) struct Tries(Mutex<HashMap<IpAddr, Wrong>>);

#[derive(Debug, Clone, Copy)]
struct Wrong {
    since: Timestamp,
    times: u32,
}

impl Tries {
    /// Whether this address may try; otherwise the minutes to wait.
    pub(crate) fn may(&self, caller: IpAddr, now: Timestamp) -> Result<(), u64> {
        let known = self.lock();
        match known.get(&network(caller)) {
            Some(wrong) if wrong.times >= MOST_TRIES => {
                let passed = now.minutes_since(wrong.since);
                if passed < WINDOW_MINUTES {
                    Err(WINDOW_MINUTES - passed)
                } else {
                    Ok(())
                }
            }
            _ => Ok(()),
        }
    }

    /// Counts a wrong try.
    pub(crate) fn wrong(&self, caller: IpAddr, now: Timestamp) {
        let mut known = self.lock();
        if known.len() >= MOST_ADDRESSES {
            known.retain(|_, wrong| now.minutes_since(wrong.since) < WINDOW_MINUTES);
        }
        if known.len() >= MOST_ADDRESSES {
            let oldest = known
                .iter()
                .min_by_key(|(_, wrong)| wrong.since)
                .map(|(address, _)| *address);
            oldest.and_then(|address| known.remove(&address));
        }
        let wrong = known.entry(network(caller)).or_insert(Wrong {
            since: now,
            times: 0,
        });
        if now.minutes_since(wrong.since) >= WINDOW_MINUTES {
            *wrong = Wrong {
                since: now,
                times: 0,
            };
        }
        wrong.times = wrong.times.saturating_add(1);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, Wrong>> {
        // The map is sound after every statement, also when a thread died.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever has one IPv6 address has the whole /64.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp(1_764_000_000_000);

    const fn minute(n: i64) -> Timestamp {
        Timestamp(START.0 + n * 60_000)
    }

    #[test]
    fn ten_wrong_tries_and_then_a_wait() {
        let tries = Tries::default();
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        for n in 0..10 {
            assert_eq!(tries.may(one, START), Ok(()), "try {n}");
            tries.wrong(one, START);
        }
        assert_eq!(tries.may(one, minute(3)), Err(7));
        assert_eq!(tries.may("192.0.2.2".parse().unwrap(), minute(3)), Ok(()));
        assert_eq!(tries.may(one, minute(10)), Ok(()));
        tries.wrong(one, minute(10));
        assert_eq!(tries.may(one, minute(10)), Ok(()), "the count starts anew");
    }

    #[test]
    fn a_network_of_addresses_counts_as_one() {
        let tries = Tries::default();
        for n in 0..10 {
            tries.wrong(format!("2001:db8::{n:x}").parse().unwrap(), START);
        }
        assert!(tries.may("2001:db8::ffff".parse().unwrap(), START).is_err());
        assert!(tries.may("2001:db8:0:1::1".parse().unwrap(), START).is_ok());
    }

    #[test]
    fn memory_is_bounded() {
        let tries = Tries::default();
        for n in 0..20_000_u32 {
            tries.wrong(IpAddr::V4(n.into()), START);
        }
        assert!(tries.lock().len() <= MOST_ADDRESSES);
    }
}
