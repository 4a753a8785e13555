//! Limits: how often what costs somebody something may be done. They are kept in the database, so they hold over
//! restarts, and each has a key of its own, so nobody waits for anybody else.

use super::{
    Auth, Client, Refused,
    act::Act,
    event::{Event, Happened},
};
use crate::{
    store::Reader,
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
    /// Letters to one mailbox, whoever asks: an address without its `+tag`, for they all end in the same place.
    pub letters_per_mailbox: Limit,
    /// Those among them that go to an address because an account wants to have it: they may hold no link, and must not
    /// use up the letters that do.
    pub letters_of_changes: Limit,
    /// Letters that one client asks for.
    pub letters_per_client: Limit,
    /// Letters that a browser asks for which has logged the address in before, and letters that somebody asks for who
    /// has opened one of the address's links: all of these hold, and none of the others.
    pub letters_per_device: Vec<Limit>,
    /// Letters to one mailbox that all such browsers ask for together, so that nobody makes letters without number by
    /// logging in with ever new browsers.
    pub letters_per_devices: Limit,
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
            letters_per_address: vec![Limit::each(1, MINUTE / 2), Limit::each(5, HOUR)],
            // So that a bombed mailbox gets no more than 20 in any 24 hours.
            letters_per_mailbox: Limit::never_more_than(20, DAY),
            letters_of_changes: Limit::each(4, DAY),
            letters_per_client: Limit::each(20, HOUR),
            letters_per_device: vec![Limit::each(5, HOUR), Limit::never_more_than(20, DAY)],
            letters_per_devices: Limit::never_more_than(60, DAY),
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

impl Limited {
    /// The same in whole seconds, one at the least.
    pub fn seconds(&self) -> u64 {
        u64::try_from(self.wait.as_millis().div_ceil(1000)).unwrap_or(u64::MAX).max(1)
    }
}

/// One from one bucket.
pub(super) struct Take {
    key: String,
    limit: Limit,
    /// What is said where there is none.
    what: AuthError,
}

impl Take {
    fn new(key: String, limit: Limit, what: AuthError) -> Self {
        Self { key, limit, what }
    }

    /// In milliseconds, as the store counts: capacity, and interval.
    fn size(&self) -> (i64, i64) {
        let interval = i64::try_from(self.limit.interval.as_millis()).unwrap_or(i64::MAX / 4096);
        (i64::from(self.limit.burst), interval.max(1))
    }
}

impl Auth {
    /// All budgets that a letter to this address counts against.
    pub(super) async fn budgets(
        &self,
        reader: &mut Reader,
        email: &str,
        replaces_failed: bool,
        client: &Client,
    ) -> Result<Vec<Take>, Refused> {
        let Some(limits) = &self.inner.rules.limits else { return Ok(Vec::new()) };
        Ok(match own_letters(reader, email, client).await? {
            Some(own) => own_takes(limits, &own, email),
            None => takes(limits, email, replaces_failed, client),
        })
    }

    /// The same for a letter to the address that an account is to have.
    pub(super) fn budgets_of_change(&self, new_email: &str, replaces_failed: bool, client: &Client) -> Vec<Take> {
        let Some(limits) = &self.inner.rules.limits else { return Vec::new() };
        let mut takes = takes(limits, new_email, replaces_failed, client);
        let key = format!("letters of changes to {}", mailbox(new_email));
        takes.push(Take::new(key, limits.letters_of_changes, AuthError::ChangeLimited));
        // What is good advice for who logs in is none here.
        takes.iter_mut().for_each(|take| take.what = AuthError::ChangeLimited);
        takes
    }

    /// What a code counts against that this client tries.
    fn budgets_of_codes(&self, client: &Client) -> Vec<Take> {
        let limits = self.inner.rules.limits.iter();
        let key = || format!("codes by {}", client.key());
        limits.map(|limits| Take::new(key(), limits.codes_per_client, AuthError::CodesLimited)).collect()
    }

    /// Takes a try of a code from the client's budget.
    pub(super) async fn consume_code(&self, act: &mut Act<'_>, email: &str) -> Result<(), Refused> {
        let takes = self.budgets_of_codes(act.client());
        self.consume(act, &takes, email).await
    }

    /// Looks whether there is such a try, before anybody waits for it.
    pub(super) async fn look_at_codes(&self, reader: &mut Reader, email: &str, client: &Client) -> Result<(), Refused> {
        self.look(reader, &self.budgets_of_codes(client), email, client).await
    }

    /// Takes from every one of these. Refused, nothing else of the unit of work may happen either.
    pub(super) async fn consume(&self, act: &mut Act<'_>, takes: &[Take], email: &str) -> Result<(), Refused> {
        let now = act.now.0;
        let mut refused = Vec::new();
        for take in takes {
            let (capacity, interval) = take.size();
            let free_at = act.take(&take.key, capacity, interval, now).await?;
            refused.extend(free_at.map(|free_at| (free_at, take.what)));
        }
        self.refuse(refused, email, act.client())
    }

    /// Looks whether there is one in each, without taking it.
    pub(super) async fn look(
        &self,
        reader: &mut Reader,
        takes: &[Take],
        email: &str,
        client: &Client,
    ) -> Result<(), Refused> {
        let now = self.inner.clock.now();
        let mut refused = Vec::new();
        for take in takes {
            let (capacity, interval) = take.size();
            let free_at = reader.free_at(&take.key, capacity, interval, now.0).await?;
            refused.extend(free_at.map(|free_at| (free_at, take.what)));
        }
        self.refuse(refused, email, client)
    }

    /// Refuses by the limit that takes longest, if any has refused.
    fn refuse(&self, refused: Vec<(i64, AuthError)>, email: &str, client: &Client) -> Result<(), Refused> {
        let Some((free_at, what)) = refused.into_iter().max_by_key(|(free_at, _)| *free_at) else { return Ok(()) };
        // Refused requests are many under attack: the server's log has each, the database none.
        Event::about(email, Happened::Limited, what.as_str()).log(client);
        Err(Refused::Limited(Limited { what, wait: Timestamp(free_at).since(self.inner.clock.now()) }))
    }
}

/// Whose own letters these would be: of a browser that has logged the address in, or of whoever has opened a link
/// that went to the same mailbox, also one whose time is over. Both have shown that they read it.
async fn own_letters(reader: &mut Reader, email: &str, client: &Client) -> Result<Option<String>, Refused> {
    if let Some(device) = client.device
        && reader.is_device_of(device.as_bytes(), email).await?
    {
        return Ok(Some(format!("device {}", device.hex())));
    }
    let opened = match client.link {
        Some(link) => reader.address_of_link(link.as_bytes()).await?,
        None => None,
    };
    let mailbox = mailbox(email);
    Ok(opened.filter(|opened| self::mailbox(opened) == mailbox).map(|_| format!("links to {mailbox}")))
}

/// What anybody's letter to this address counts against.
fn takes(limits: &Limits, email: &str, replaces_failed: bool, client: &Client) -> Vec<Take> {
    // One that replaces a letter which could not be sent need not wait: nothing has arrived there. But a server that was
    // only too slow may have delivered it, so it counts for the day.
    let each = limits.letters_per_address.iter().enumerate().filter(|_| !replaces_failed);
    let to_address = each
        .map(|(number, limit)| Take::new(format!("letters {number} to {email}"), *limit, AuthError::LettersLimited));
    let to_mailbox = format!("letters to mailbox {}", mailbox(email));
    let by_client = format!("letters by {}", client.key());
    let others = [
        Take::new(to_mailbox, limits.letters_per_mailbox, AuthError::LettersLimited),
        Take::new(by_client, limits.letters_per_client, AuthError::NetworkLimited),
        Take::new("letters in all".to_owned(), limits.letters_in_all, AuthError::SiteLimited),
    ];
    to_address.chain(others).collect()
}

/// What a letter counts against that is asked for by who has shown to read the mailbox.
fn own_takes(limits: &Limits, own: &str, email: &str) -> Vec<Take> {
    let each = limits.letters_per_device.iter().enumerate();
    let of_own = each.map(|(number, limit)| (format!("letters {number} of {own}"), *limit));
    let together = (format!("letters of devices to {}", mailbox(email)), limits.letters_per_devices);
    of_own.chain([together]).map(|(key, limit)| Take::new(key, limit, AuthError::LettersLimited)).collect()
}

/// The mailbox of an address: most hosts put what goes to `ada+tag@` where mail for `ada@` goes, and the largest knows no
/// dots.
fn mailbox(email: &str) -> String {
    let Some((local, domain)) = email.split_once('@') else { return email.to_owned() };
    let name = local.split_once('+').map_or(local, |(name, _)| name);
    match (name, domain) {
        ("", _) => email.to_owned(),
        (name, "gmail.com" | "googlemail.com") => format!("{}@gmail.com", name.replace('.', "")),
        (name, domain) => format!("{name}@{domain}"),
    }
}

/// Whom a client's limits count for: an IPv4 address, or the /64 that one customer has of IPv6.
pub(super) fn client_key(address: &str) -> String {
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
    fn tags_end_in_the_same_mailbox_and_so_do_dots_where_they_count_for_nothing() {
        for email in ["ada@example.com", "ada+1@example.com", "ada+a+b@example.com"] {
            assert_eq!(mailbox(email), "ada@example.com");
        }
        assert_eq!(mailbox("+x@example.com"), "+x@example.com");
        assert_eq!(mailbox("a.d.a@example.com"), "a.d.a@example.com");
        assert_eq!(mailbox("a.d.a+1@googlemail.com"), mailbox("ada@gmail.com"));
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
