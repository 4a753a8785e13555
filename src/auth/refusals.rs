//! Refusals in the log. Under attack they are many, so what one client is refused is one line a minute, with a count.

use super::{Auth, Network, SECURITY};
use crate::types::Timestamp;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// How long a line stands for all that follow it.
const MINUTE: Duration = Duration::from_secs(60);

/// Clients that are counted one by one; what all others are refused is counted together.
const MOST_CLIENTS: usize = 10_000;

/// What is refused. A line tells of one kind, so that nobody hides the one behind the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// A limit is used up.
    Limit,
    /// A form comes from another site.
    OtherSite,
    /// A socket does.
    OtherSitesSocket,
}

impl Refusal {
    /// Returns the name of the event, in OWASP's logging vocabulary or in its manner.
    pub const fn event(self) -> &'static str {
        match self {
            Self::Limit => "excess_rate_limit_exceeded",
            Self::OtherSite | Self::OtherSitesSocket => "malicious_csrf",
        }
    }
}

/// Who is refused: a client, or any of those who are counted together.
type Who = Option<Network>;

/// What was refused lately.
#[derive(Clone, Default)]
pub struct Refusals(Arc<Mutex<HashMap<(Who, Refusal), Entry>>>);

struct Entry {
    /// When the last line was written.
    since: Timestamp,
    /// How many there were since.
    more: u64,
}

/// Refusals that no line tells of yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unlogged {
    pub(super) who: Who,
    pub(super) what: Refusal,
    pub(super) count: u64,
}

impl Refusals {
    /// Counts a refusal, and returns how many a line would tell of now, or `None` when there was a line lately.
    pub fn count(&self, client: Option<Network>, what: Refusal, now: Timestamp) -> Option<u64> {
        let mut entries = self.lock();
        let known = entries.contains_key(&(client, what));
        let who = client.filter(|_| known || entries.len() < MOST_CLIENTS);
        match entries.get_mut(&(who, what)) {
            Some(entry) if now.since(entry.since) < MINUTE => {
                entry.more += 1;
                None
            }
            Some(entry) => Some(entry.reset(now) + 1),
            None => {
                entries.insert((who, what), Entry { since: now, more: 0 });
                Some(1)
            }
        }
    }

    /// Returns what no line has told of for a minute, and forgets who was refused nothing more.
    pub(super) fn unlogged(&self, now: Timestamp) -> Vec<Unlogged> {
        let mut unlogged = Vec::new();
        self.lock().retain(|(who, what), entry| {
            if now.since(entry.since) < MINUTE {
                return true;
            }
            let count = entry.reset(now);
            if count > 0 {
                unlogged.push(Unlogged { who: *who, what: *what, count });
            }
            count > 0
        });
        unlogged
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(Who, Refusal), Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    /// How many there were, which are told of now.
    fn reset(&mut self, now: Timestamp) -> u64 {
        self.since = now;
        std::mem::take(&mut self.more)
    }
}

impl Auth {
    /// Writes into the log how much was refused of which no line has told yet: called every minute.
    pub fn log_refusals(&self) {
        for Unlogged { who, what, count } in self.inner.refusals.unlogged(self.inner.clock.now()) {
            let (event, client) = (what.event(), who.map_or_else(|| "others".to_owned(), |who| who.to_string()));
            tracing::warn!(target: SECURITY, event, client, count, "refused more of the same");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    fn client(number: usize) -> Option<Network> {
        Some(Network::of_client(Ipv4Addr::from(u32::try_from(number).unwrap()).into()))
    }

    #[test]
    fn of_a_client_there_is_one_line_a_minute_with_a_count() {
        let refusals = Refusals::default();
        assert_eq!(refusals.count(client(1), Refusal::Limit, Timestamp(0)), Some(1));
        for at in 1..=500 {
            assert_eq!(refusals.count(client(1), Refusal::Limit, Timestamp(at)), None);
        }
        assert_eq!(refusals.count(client(2), Refusal::Limit, Timestamp(501)), Some(1), "another one has its own");
        assert_eq!(refusals.count(client(1), Refusal::Limit, Timestamp(59_999)), None);
        assert_eq!(refusals.count(client(1), Refusal::Limit, Timestamp(60_000)), Some(502));
        assert_eq!(refusals.count(client(1), Refusal::Limit, Timestamp(60_001)), None);
    }

    #[test]
    fn what_follows_no_further_refusal_is_told_all_the_same() {
        let refusals = Refusals::default();
        for _ in 0..3 {
            refusals.count(client(1), Refusal::OtherSite, Timestamp(0));
        }
        assert_eq!(refusals.unlogged(Timestamp(59_999)), []);
        let unlogged = [Unlogged { who: client(1), what: Refusal::OtherSite, count: 2 }];
        assert_eq!(refusals.unlogged(Timestamp(60_000)), unlogged);
        assert_eq!(refusals.unlogged(Timestamp(120_000)), []);
        assert!(refusals.lock().is_empty(), "and then forgotten");
    }

    #[test]
    fn ten_thousand_clients_are_told_apart_and_the_rest_together() {
        let refusals = Refusals::default();
        for number in 0..MOST_CLIENTS {
            assert_eq!(refusals.count(client(number), Refusal::Limit, Timestamp(0)), Some(1));
        }
        assert_eq!(refusals.count(client(MOST_CLIENTS), Refusal::Limit, Timestamp(0)), Some(1));
        for number in 0..100_000 {
            assert_eq!(refusals.count(client(number), Refusal::Limit, Timestamp(1)), None);
        }
        assert_eq!(refusals.lock().len(), MOST_CLIENTS + 1);
        let unlogged = refusals.unlogged(Timestamp(60_000));
        let rest = unlogged.iter().find(|unlogged| unlogged.who.is_none()).unwrap();
        assert_eq!(rest.count, 90_000);
        assert_eq!(unlogged.iter().map(|unlogged| unlogged.count).sum::<u64>(), 100_000);
    }

    #[test]
    fn who_is_not_known_is_counted_with_the_rest() {
        let refusals = Refusals::default();
        assert_eq!(refusals.count(None, Refusal::Limit, Timestamp(0)), Some(1));
        assert_eq!(refusals.count(None, Refusal::Limit, Timestamp(1)), None);
        assert_eq!(refusals.count(None, Refusal::OtherSite, Timestamp(1)), Some(1), "each kind has its line");
    }
}
