//! Which buckets a deed takes from: those of an address, of a client and its wider networks, of a known browser, and of
//! everybody together. All of them are one statement, so a refusal by one takes from none.

use super::{
    Auth, Client, Limit, Limited, Limits, Network, Refusal, Refused,
    act::Act,
    event::{Event, Happened},
    line::Busy,
    mailbox::mailbox,
};
use crate::{
    store::{Bucket, Reader},
    types::{AuthError, TenantId, Timestamp},
};
use std::time::Duration;

/// How many times as much as strangers the clients and networks may ask for of people who have shown to read the mailbox.
const OWN: u32 = 3;

/// How many times as much as one tenant all tenants together may ask for.
const TENANTS: u32 = 10;

/// What the keys of buckets begin with that everybody shares.
const SITE: &str = "site: ";

/// How long after its email was sent an opened link counts as reading the mailbox. A browser remembers for an hour that it
/// has opened one; a cookie that is kept for longer, or was copied, ends here.
const OPENED_COUNTS_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// One from one bucket.
pub(super) struct Take {
    key: String,
    limit: Limit,
    /// What is said where there is none.
    what: AuthError,
}

/// Who has shown to read a mailbox.
struct Own {
    /// The browser, or the mailbox of the link.
    key: String,
    /// Whether it has come back for long. Nobody else's doings may stop it.
    returning: bool,
}

impl Take {
    fn new(key: String, limit: Limit, what: AuthError) -> Self {
        Self { key, limit, what }
    }

    /// In milliseconds, as the store counts.
    fn bucket(&self) -> Bucket<'_> {
        let interval = i64::try_from(self.limit.interval.as_millis()).unwrap_or(i64::MAX / 4096).max(1);
        Bucket { key: &self.key, interval, capacity: i64::from(self.limit.burst).saturating_mul(interval) }
    }
}

impl Auth {
    /// All budgets that an email to this address counts against.
    pub(super) async fn budgets(
        &self,
        reader: &mut Reader,
        email: &str,
        replaces_failed: bool,
        client: &Client,
    ) -> Result<Vec<Take>, Refused> {
        let Some(limits) = &self.inner.limits else { return Ok(Vec::new()) };
        let takes = match self.own_emails(reader, email, client).await? {
            Some(own) => own_takes(limits, &own, email, client)?,
            None => takes(limits, email, replaces_failed, client)?,
        };
        Ok(self.of_tenant(takes))
    }

    /// The same for an email to the address that an account is to have.
    pub(super) fn budgets_of_change(
        &self,
        new_email: &str,
        replaces_failed: bool,
        client: &Client,
    ) -> Result<Vec<Take>, Refused> {
        let Some(limits) = &self.inner.limits else { return Ok(Vec::new()) };
        let mut takes = takes(limits, new_email, replaces_failed, client)?;
        let key = format!("emails of changes to {}", mailbox(new_email));
        takes.push(Take::new(key, limits.emails_of_changes, AuthError::ChangeLimited));
        // What is good advice for who logs in is none here.
        takes.iter_mut().for_each(|take| take.what = AuthError::ChangeLimited);
        Ok(self.of_tenant(takes))
    }

    /// The same for the email by which a change can be undone, asked for again by whoever is logged in.
    pub(super) async fn budgets_of_undo_email(
        &self,
        reader: &mut Reader,
        old_email: &str,
        client: &Client,
    ) -> Result<Vec<Take>, Refused> {
        let mut takes = self.budgets(reader, old_email, false, client).await?;
        // Nobody is about to log in with that address here.
        takes.iter_mut().for_each(|take| take.what = AuthError::UndoEmailLimited);
        Ok(takes)
    }

    /// What a code counts against that this client tries.
    fn budgets_of_codes(&self, client: &Client) -> Result<Vec<Take>, Refused> {
        let Some(limits) = &self.inner.limits else { return Ok(Vec::new()) };
        let [own, wider] = [limits.codes_per_client, limits.codes_per_network];
        Ok(self.of_tenant(of_network("codes", own, wider, AuthError::CodesLimited, client)?))
    }

    /// Makes the buckets this tenant's own, and adds one for all tenants together to what counts against all of one.
    fn of_tenant(&self, takes: Vec<Take>) -> Vec<Take> {
        if self.has_tenants() { of_tenant(self.tenant(), takes) } else { takes }
    }

    /// Takes a try of a code from the client's budget.
    pub(super) async fn consume_code(&self, act: &mut Act<'_>, email: &str) -> Result<(), Refused> {
        let takes = self.budgets_of_codes(act.client())?;
        self.consume(act, &takes, email).await
    }

    /// Looks whether there is such a try, before anybody waits for it.
    pub(super) fn look_at_codes(&self, email: &str, client: &Client) -> Result<(), Refused> {
        self.look(&self.budgets_of_codes(client)?, email, client)
    }

    /// Takes from every one of these, or from none. Refused, nothing else of the unit of work may happen either.
    pub(super) async fn consume(&self, act: &mut Act<'_>, takes: &[Take], email: &str) -> Result<(), Refused> {
        let (now, client, buckets) = (act.now, act.client(), buckets(takes));
        let consumed = act.consume(&buckets, now.0).await?;
        if consumed.len() == buckets.len() {
            act.consumed(consumed);
            return Ok(());
        }
        let empty = act.empty_buckets(&buckets, now.0).await?;
        if consumed.is_empty() {
            // So that the next one is refused without this.
            self.inner.levels.note(empty.clone(), now.0);
        }
        self.refuse_by(empty, takes, email, client, now)?;
        // Somebody else was quicker, and nothing was taken after all.
        Err(Busy.into())
    }

    /// Refuses what is known to be refused, without asking the database.
    pub(super) fn look(&self, takes: &[Take], email: &str, client: &Client) -> Result<(), Refused> {
        let now = self.inner.clock.now();
        self.refuse_by(self.inner.levels.empty(&buckets(takes), now.0), takes, email, client, now)
    }

    /// Refuses by the empty bucket that takes longest, if there is one.
    fn refuse_by(
        &self,
        empty: Vec<(String, i64)>,
        takes: &[Take],
        email: &str,
        client: &Client,
        now: Timestamp,
    ) -> Result<(), Refused> {
        let refused = empty.into_iter().filter_map(|(key, full_at)| {
            let take = takes.iter().find(|take| take.key == key)?;
            Some((take.bucket().free_at(full_at), take.what))
        });
        let Some((free_at, what)) = refused.max_by_key(|(free_at, _)| *free_at) else { return Ok(()) };
        // Refused requests are many under attack: the server's log has a line a minute, the database none.
        if let Some(count) = self.inner.refusals.count(client.ip.network(), Refusal::Limit, now) {
            Event::about(email, Happened::Limited, what.as_str()).log_refusals(client, count);
        }
        Err(Refused::Limited(Limited { what, wait: Timestamp(free_at).since(now) }))
    }

    /// Whether this client has shown that it reads the mailbox of this address: by a log-in before, or by a link.
    pub(super) async fn reads_mailbox(
        &self,
        reader: &mut Reader,
        email: &str,
        client: &Client,
    ) -> Result<bool, Refused> {
        Ok(self.own_emails(reader, email, client).await?.is_some())
    }

    /// Whose own emails these would be: of a browser that has logged the address in, or of whoever has opened a link
    /// that went to the same mailbox, also one whose time is over. Both have shown that they read it.
    async fn own_emails(&self, reader: &mut Reader, email: &str, client: &Client) -> Result<Option<Own>, Refused> {
        if let Some(device) = client.device
            && let Some(first_seen_at) = reader.device_first_seen(device.as_bytes(), email).await?
        {
            let known_for = self.inner.clock.now().since(Timestamp(first_seen_at));
            let returning = known_for >= self.inner.rules.new_device_for;
            return Ok(Some(Own { key: format!("device {}", device.hex()), returning }));
        }
        let opened = match client.link {
            Some(link) => {
                let since = self.inner.clock.now() - OPENED_COUNTS_FOR;
                reader.address_of_link(link.as_bytes(), since.0).await?
            }
            None => None,
        };
        let read = mailbox(email);
        let opened = opened.filter(|opened| mailbox(opened) == read);
        Ok(opened.map(|_| Own { key: format!("links to {read}"), returning: false }))
    }
}

/// What anybody's email to this address counts against.
fn takes(limits: &Limits, email: &str, replaces_failed: bool, client: &Client) -> Result<Vec<Take>, Refused> {
    // One that replaces an email which could not be sent need not wait: nothing has arrived there. But a server that was
    // only too slow may have delivered it, so it counts for the day.
    let each = limits.emails_per_address.iter().enumerate().filter(|_| !replaces_failed);
    let to_address =
        each.map(|(number, limit)| Take::new(format!("emails {number} to {email}"), *limit, AuthError::EmailsLimited));
    let to_mailbox = format!("emails to mailbox {}", mailbox(email));
    let [own, wider] = [limits.emails_per_client, limits.emails_per_network];
    let of_network = of_network("emails", own, wider, AuthError::NetworkLimited, client)?;
    let others = [
        Take::new(to_mailbox, limits.emails_per_mailbox, AuthError::EmailsLimited),
        Take::new(site_key("emails"), limits.emails_in_all, AuthError::SiteLimited),
    ];
    Ok(to_address.chain(of_network).chain(others).collect())
}

/// What an email counts against that is asked for by who has shown to read the mailbox. Strangers in any number take from
/// none of these, and those who are new here from none of a browser that has come back for long.
fn own_takes(limits: &Limits, own: &Own, email: &str, client: &Client) -> Result<Vec<Take>, Refused> {
    let each = limits.emails_per_device.iter().enumerate();
    let of_own = each.map(|(number, limit)| (format!("emails {number} of {}", own.key), *limit));
    let together = (format!("emails of devices to {}", mailbox(email)), limits.emails_per_devices);
    let of_own = of_own.chain([together]).map(|(key, limit)| Take::new(key, limit, AuthError::EmailsLimited));
    let [client_limit, wider] = [limits.emails_per_client.times(OWN), limits.emails_per_network.times(OWN)];
    let of_network = of_network("own emails", client_limit, wider, AuthError::NetworkLimited, client)?;
    let in_all = Take::new(site_key("emails of new devices"), limits.emails_in_all, AuthError::SiteLimited);
    Ok(of_own.chain(of_network).chain((!own.returning).then_some(in_all)).collect())
}

/// What everything counts against that a client does: its own bucket, and those of the wider networks that it is in,
/// which are never smaller.
///
/// # Errors
/// Nobody knows where the client is: then nothing counts it, so nothing is given.
fn of_network(what: &str, own: Limit, wider: Limit, error: AuthError, client: &Client) -> Result<Vec<Take>, Refused> {
    if client.is_application() {
        return Ok(Vec::new());
    }
    let Some(network) = client.ip.network() else { return Err(AuthError::ClientUnknown.into()) };
    let take = |by: &str, network: Network, limit| Take::new(format!("{what} {by} {network}"), limit, error);
    let wider = if per_second(wider) < per_second(own) || wider.burst < own.burst { own } else { wider };
    let networks = client.ip.wider_networks().map(|network| take("from", network, wider));
    Ok([take("by", network, own)].into_iter().chain(networks).collect())
}

fn per_second(limit: Limit) -> f64 {
    1.0 / limit.interval.max(Duration::from_nanos(1)).as_secs_f64()
}

/// What all of us share: sorts behind every other key, because the row that everybody waits for is taken last.
fn site_key(what: &str) -> String {
    format!("{SITE}{what} in all")
}

fn of_tenant(tenant: &TenantId, mut takes: Vec<Take>) -> Vec<Take> {
    let in_all = takes.iter().find(|take| take.key.starts_with(SITE)).map(|take| {
        // Behind every tenant's.
        Take::new(format!("{SITE}~ every tenant"), take.limit.times(TENANTS), take.what)
    });
    for take in &mut takes {
        take.key = match take.key.strip_prefix(SITE) {
            Some(rest) => format!("{SITE}{tenant}: {rest}"),
            None => format!("of {tenant}: {}", take.key),
        };
    }
    takes.extend(in_all);
    takes
}

/// In the order of their keys, so that two deeds never wait for each other.
fn buckets(takes: &[Take]) -> Vec<Bucket<'_>> {
    let mut buckets: Vec<_> = takes.iter().map(Take::bucket).collect();
    buckets.sort_by_key(|bucket| bucket.key);
    buckets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_counts_with_its_wider_networks_which_are_never_smaller() {
        let (small, large) = (Limit::each(5, Duration::from_secs(60)), Limit::each(50, Duration::from_secs(60)));
        let of = |ip: &str, wider| {
            let takes = of_network("codes", small, wider, AuthError::CodesLimited, &Client::new(ip, ""));
            takes.unwrap().into_iter().map(|take| (take.key, take.limit.burst)).collect::<Vec<_>>()
        };
        let keys = |of: Vec<(String, u32)>| of.into_iter().map(|(key, _)| key).collect::<Vec<_>>();
        assert_eq!(keys(of("203.0.113.7", large)), ["codes by 203.0.113.7", "codes from 203.0.113.0/24"]);
        let v6 = ["codes by 2001:db8:1:203::/64", "codes from 2001:db8:1:200::/56", "codes from 2001:db8:1::/48"];
        assert_eq!(keys(of("2001:db8:1:203::7", large)), v6);
        assert_eq!(of("203.0.113.7", large)[1].1, 50);
        assert_eq!(of("203.0.113.7", Limit::each(1, Duration::from_secs(60)))[1].1, 5);
    }

    #[test]
    fn who_is_not_known_is_given_nothing_that_is_counted() {
        for text in ["unknown", "evil.example", "203.0.113.7, 1"] {
            let limit = Limit::each(5, Duration::from_secs(60));
            let refused = of_network("codes", limit, limit, AuthError::CodesLimited, &Client::new(text, ""));
            assert!(matches!(refused, Err(Refused::Told(AuthError::ClientUnknown))), "{text}");
        }
    }

    #[test]
    fn what_everybody_shares_is_taken_last() {
        let limits = Limits::default();
        let client = Client::new("2001:db8:1:203::7", "");
        let own = |returning| Own { key: "device 00".to_owned(), returning };
        for takes in [
            takes(&limits, "zoe@example.com", false, &client).unwrap(),
            own_takes(&limits, &own(false), "zoe@example.com", &client).unwrap(),
        ] {
            let buckets = buckets(&takes);
            assert!(buckets.last().unwrap().key.starts_with("site: "));
            assert!(buckets.windows(2).all(|two| two[0].key < two[1].key), "in order, and none twice");
        }
        let of =
            |tenant| of_tenant(&TenantId::stored(tenant), takes(&limits, "zoe@example.com", false, &client).unwrap());
        let [acme, globex] = ["acme", "globex"].map(of);
        let keys: Vec<_> = buckets(&acme).iter().map(|bucket| bucket.key.to_owned()).collect();
        assert_eq!(keys[keys.len() - 2..], ["site: acme: emails in all", "site: ~ every tenant"]);
        let shared = buckets(&globex).into_iter().filter(|bucket| keys.iter().any(|key| key == bucket.key));
        assert_eq!(shared.count(), 1, "all else is a tenant's own");
        let returning = own_takes(&limits, &own(true), "zoe@example.com", &client).unwrap();
        assert!(returning.iter().all(|take| !take.key.starts_with("site: ")));
    }
}
