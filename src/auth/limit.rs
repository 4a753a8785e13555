//! Limits: how often what costs somebody something may be done. They are kept in the database, so they hold over
//! restarts, and each has a key of its own, so nobody waits for anybody else.

use super::{
    Auth, Client, Refused,
    event::{Event, Happened},
};
use crate::{
    store::Transaction,
    types::{AuthError, Timestamp},
};
use std::{
    net::{IpAddr, Ipv6Addr},
    time::Duration,
};

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
}

/// The limits in force.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Letters to one address, whoever asks: all of these hold.
    pub letters_per_address: Vec<Limit>,
    /// Letters that one client asks for.
    pub letters_per_client: Limit,
    /// Letters that a browser asks for which has logged the address in before. None of the others holds for them.
    pub letters_per_device: Limit,
    /// Letters in all.
    pub letters_in_all: Limit,
    /// Codes that one client tries.
    pub codes_per_client: Limit,
}

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl Default for Limits {
    fn default() -> Self {
        Self {
            letters_per_address: vec![
                Limit::each(1, MINUTE / 2),
                Limit::each(5, HOUR),
                // So that a bombed mailbox gets no more than 20 in any 24 hours.
                Limit::never_more_than(20, DAY),
            ],
            letters_per_client: Limit::each(20, HOUR),
            letters_per_device: Limit::each(5, HOUR),
            letters_in_all: Limit::each(1_000, HOUR),
            codes_per_client: Limit::each(60, MINUTE),
        }
    }
}

/// What a limit refused, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limited {
    /// What it is about.
    pub what: AuthError,
    /// How long until it is worth trying again.
    pub wait: Duration,
}

impl Auth {
    /// Takes a letter to this address from all budgets that it counts against, or from none. One that replaces a letter
    /// which could not be sent does not count for the address: nothing has arrived there.
    pub(super) async fn take_letter(&self, email: &str, replaces_failed: bool, client: &Client) -> Result<(), Refused> {
        let Some(limits) = &self.inner.rules.limits else { return Ok(()) };
        let mut takes = Vec::with_capacity(5);
        match client.device {
            Some(device) if self.inner.store.is_device_of(device.as_bytes(), email).await? => {
                takes.push((format!("letters of device {}", device.hex()), limits.letters_per_device));
            }
            _ => {
                for (number, limit) in limits.letters_per_address.iter().enumerate().filter(|_| !replaces_failed) {
                    takes.push((format!("letters {number} to {email}"), *limit));
                }
                takes.push((format!("letters by {}", client_key(&client.address)), limits.letters_per_client));
                takes.push(("letters in all".to_owned(), limits.letters_in_all));
            }
        }
        let mut transaction = self.inner.store.begin().await?;
        self.take_all(&mut transaction, &takes, email, AuthError::LettersLimited, client).await?;
        Ok(transaction.commit().await?)
    }

    /// Takes a try of a code from this client's budget. Refused, the transaction must not be made final.
    pub(super) async fn take_code(
        &self,
        transaction: &mut Transaction,
        email: &str,
        client: &Client,
    ) -> Result<(), Refused> {
        let Some(limits) = &self.inner.rules.limits else { return Ok(()) };
        let key = format!("codes by {}", client_key(&client.address));
        self.take_all(transaction, &[(key, limits.codes_per_client)], email, AuthError::CodesLimited, client).await
    }

    async fn take_all(
        &self,
        transaction: &mut Transaction,
        takes: &[(String, Limit)],
        email: &str,
        what: AuthError,
        client: &Client,
    ) -> Result<(), Refused> {
        let now = self.inner.clock.now();
        let mut free_at = None;
        for (key, limit) in takes {
            let interval = i64::try_from(limit.interval.as_millis()).unwrap_or(i64::MAX / 4096).max(1);
            let until = transaction.take(key, i64::from(limit.burst), interval, now.0).await?;
            free_at = free_at.max(until);
        }
        let Some(free_at) = free_at else { return Ok(()) };
        // Refused requests are many under attack: the server's log has each, the database none.
        Event::about(email, Happened::Limited, what.as_str()).log(client);
        Err(Refused::Limited(Limited { what, wait: Timestamp(free_at).since(now) }))
    }
}

/// Whom a client's limits count for: an IPv4 address, or the /64 that one customer has of IPv6.
fn client_key(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(ip)) => Ipv6Addr::from(u128::from(ip) & !u128::from(u64::MAX)).to_string(),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_are_counted_by_address_or_by_network() {
        assert_eq!(client_key("203.0.113.7"), "203.0.113.7");
        assert_eq!(client_key("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(client_key("2001:db8:1:2::1"), client_key("2001:db8:1:2:ffff::"));
        assert_ne!(client_key("2001:db8:1:2::1"), client_key("2001:db8:1:3::1"));
        assert_eq!(client_key("unknown"), "unknown");
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
