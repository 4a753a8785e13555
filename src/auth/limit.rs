//! Limits: how often what costs somebody something may be done. They are kept in the database, so they hold over
//! restarts, and each has a key of its own, so nobody waits for anybody else.

use crate::types::AuthError;
use std::time::Duration;

/// A bucket: so many at once, and one more each interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many at once.
    pub burst: u32,
    /// How long until there is one more.
    pub interval: Duration,
}

impl Limit {
    /// So many in each `period`, at once or spread out.
    pub const fn each(count: u32, period: Duration) -> Self {
        Self { burst: count, interval: Duration::from_nanos((period.as_nanos() / count as u128) as u64) }
    }

    /// Never more than so many in any `period`, wherever that begins: half of them at once, the others spread out.
    pub const fn never_more_than(count: u32, period: Duration) -> Self {
        let spread = if count < 2 { 1 } else { count / 2 };
        Self { burst: count - count / 2, interval: Duration::from_nanos((period.as_nanos() / spread as u128) as u64) }
    }

    /// So many times as much.
    pub(super) fn times(self, factor: u32) -> Self {
        Self { burst: self.burst.saturating_mul(factor), interval: self.interval / factor }
    }
}

/// The limits in force.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Emails to one address, whoever asks: all of these hold.
    pub emails_per_address: Vec<Limit>,
    /// Emails to one mailbox, whoever asks: an address without its `+tag`, for they all end in the same place.
    pub emails_per_mailbox: Limit,
    /// Those among them that go to an address because an account wants to have it: they may hold no link, and must not
    /// use up the emails that do.
    pub emails_of_changes: Limit,
    /// Emails that one client asks for.
    pub emails_per_client: Limit,
    /// Emails that a wider network asks for, all of its clients together: an IPv4 /24, an IPv6 /56 or /48. Whoever has
    /// a network must not use up everybody's emails, which are ten times as many.
    pub emails_per_network: Limit,
    /// Emails that a browser asks for which has logged the address in before, and emails that somebody asks for who
    /// has opened one of the address's links: all of these hold, and of the others three times those of a client and of a
    /// wider network.
    pub emails_per_device: Vec<Limit>,
    /// Emails to one mailbox that all such browsers ask for together, so that nobody makes emails without number by
    /// logging in with ever new browsers.
    pub emails_per_devices: Limit,
    /// Emails in all that strangers ask for; and as many once more for browsers that were first seen lately and for
    /// opened links. Browsers that have come back for longer count against neither.
    pub emails_in_all: Limit,
    /// Codes that one client tries.
    pub codes_per_client: Limit,
    /// Codes that a wider network tries.
    pub codes_per_network: Limit,
}

/// What a limit refused, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limited {
    /// What it is about.
    pub what: AuthError,
    /// How long until it is worth trying again.
    pub wait: Duration,
}

impl Limited {
    /// The same in whole seconds, one at the least.
    pub fn seconds(&self) -> u64 {
        u64::try_from(self.wait.as_millis().div_ceil(1000)).unwrap_or(u64::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_secs(60 * 60);
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    #[test]
    fn a_class_of_forty_gets_in_and_a_client_takes_a_tenth_of_all_in_any_hour() {
        let limits = Limits::default();
        let in_an_hour = |limit: Limit| limit.burst + (HOUR.as_nanos() / limit.interval.as_nanos()) as u32;
        assert!(limits.emails_per_client.burst >= 40);
        assert!(in_an_hour(limits.emails_per_client) <= limits.emails_in_all.burst / 10);
        assert!(in_an_hour(limits.emails_per_network) <= in_an_hour(limits.emails_in_all) / 10);
        assert!(limits.codes_per_client.burst >= 40);
    }

    #[test]
    fn the_strict_kind_never_gives_more_than_it_says() {
        for count in [2, 5, 20, 21] {
            let limit = Limit::never_more_than(count, DAY);
            let refilled = DAY.as_nanos() / limit.interval.as_nanos();
            assert!(u128::from(limit.burst) + refilled <= u128::from(count), "{limit:?}");
        }
    }
}
