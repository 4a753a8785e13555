//! Which buckets a verb takes from: those of an address, of a client and its wider networks, of a known browser, and of
//! everybody together. All of them are one statement, so a refusal by one takes from none.

use super::{Client, Error, Limit, Limits, Network, mailbox::mailbox, mailbox_reader::Own};
use crate::{
    store::{Bucket, LimitKey},
    types::{AuthError, EmailAddress, TenantId},
};
use std::time::Duration;

/// How many times as much as strangers the clients and networks may ask for of people who have shown to read the mailbox.
const OWN: u32 = 3;

/// How many times as much as one tenant all tenants together may ask for.
const TENANTS: u32 = 10;

/// What the keys of buckets begin with that everybody shares.
const SITE: &str = "site: ";

/// Longest interval, in milliseconds: a capacity in milliseconds must not outgrow a column.
const LONGEST_INTERVAL: u64 = u32::MAX as u64;

/// Whether an email takes the place of one that could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaces {
    /// It does not.
    Nothing,
    /// It does: nothing has arrived, so it need not wait.
    FailedEmail,
}

/// One from one bucket.
pub(super) struct Charge {
    pub(super) key: LimitKey,
    limit: Limit,
    /// What is said where there is none.
    pub(super) what: AuthError,
}

impl Charge {
    pub(super) fn new(key: impl Into<String>, limit: Limit, what: AuthError) -> Self {
        Self { key: LimitKey::new(key), limit, what }
    }

    /// Returns the bucket, in the whole milliseconds that the database counts.
    pub(super) fn bucket(&self) -> Bucket<'_> {
        let interval = u64::try_from(self.limit.interval.as_millis()).unwrap_or(u64::MAX).clamp(1, LONGEST_INTERVAL);
        let interval = Duration::from_millis(interval);
        Bucket { key: &self.key, interval, capacity: interval.saturating_mul(self.limit.burst) }
    }
}

/// What anybody's email to this address counts against.
pub(super) fn charges(
    limits: &Limits,
    email: &EmailAddress,
    replaces: Replaces,
    client: &Client,
) -> Result<Vec<Charge>, Error> {
    // One that replaces an email which could not be sent need not wait: nothing has arrived there. But a server that was
    // only too slow may have delivered it, so it counts for the day.
    let each = limits.emails_per_address.iter().enumerate().filter(|_| replaces == Replaces::Nothing);
    let to_address = each
        .map(|(number, limit)| Charge::new(format!("emails {number} to {email}"), *limit, AuthError::EmailsLimited));
    let to_mailbox = format!("emails to mailbox {}", mailbox(email.as_str()));
    let [own, wider] = [limits.emails_per_client, limits.emails_per_network];
    let of_network = of_network("emails", own, wider, AuthError::NetworkLimited, client)?;
    let others = [
        Charge::new(to_mailbox, limits.emails_per_mailbox, AuthError::EmailsLimited),
        Charge::new(site_key("emails"), limits.emails_in_all, AuthError::SiteLimited),
    ];
    Ok(to_address.chain(of_network).chain(others).collect())
}

/// What an email counts against that is asked for by who has shown to read the mailbox. Strangers in any number take from
/// none of these, and those who are new here from none of a browser that has come back for long.
pub(super) fn own_charges(
    limits: &Limits,
    own: &Own,
    email: &EmailAddress,
    client: &Client,
) -> Result<Vec<Charge>, Error> {
    let each = limits.emails_per_device.iter().enumerate();
    let of_own = each.map(|(number, limit)| (format!("emails {number} of {}", own.key), *limit));
    let together = (format!("emails of devices to {}", mailbox(email.as_str())), limits.emails_per_devices);
    let of_own = of_own.chain([together]).map(|(key, limit)| Charge::new(key, limit, AuthError::EmailsLimited));
    let [client_limit, wider] = [limits.emails_per_client.times(OWN), limits.emails_per_network.times(OWN)];
    let of_network = of_network("own emails", client_limit, wider, AuthError::NetworkLimited, client)?;
    let in_all = Charge::new(site_key("emails of new devices"), limits.emails_in_all, AuthError::SiteLimited);
    Ok(of_own.chain(of_network).chain((!own.returning).then_some(in_all)).collect())
}

/// What everything counts against that a client does: its own bucket, and those of the wider networks that it is in,
/// which are never smaller.
///
/// # Errors
/// Nobody knows where the client is: then nothing counts it, so nothing is given.
pub(super) fn of_network(
    what: &str,
    own: Limit,
    wider: Limit,
    error: AuthError,
    client: &Client,
) -> Result<Vec<Charge>, Error> {
    if client.is_application() {
        return Ok(Vec::new());
    }
    let Some(network) = client.ip.network() else { return Err(AuthError::ClientUnknown.into()) };
    let charge = |by: &str, network: Network, limit| Charge::new(format!("{what} {by} {network}"), limit, error);
    let wider = if per_second(wider) < per_second(own) || wider.burst < own.burst { own } else { wider };
    let networks = client.ip.wider_networks().map(|network| charge("from", network, wider));
    Ok([charge("by", network, own)].into_iter().chain(networks).collect())
}

fn per_second(limit: Limit) -> f64 {
    1.0 / limit.interval.max(Duration::from_nanos(1)).as_secs_f64()
}

/// What all of us share: sorts behind every other key, because the row that everybody waits for is taken last.
fn site_key(what: &str) -> String {
    format!("{SITE}{what} in all")
}

pub(super) fn of_tenant(tenant: &TenantId, mut charges: Vec<Charge>) -> Vec<Charge> {
    let in_all = charges.iter().find(|charge| charge.key.as_str().starts_with(SITE)).map(|charge| {
        // Behind every tenant's.
        Charge::new(format!("{SITE}~ every tenant"), charge.limit.times(TENANTS), charge.what)
    });
    for charge in &mut charges {
        charge.key = LimitKey::new(match charge.key.as_str().strip_prefix(SITE) {
            Some(rest) => format!("{SITE}{tenant}: {rest}"),
            None => format!("of {tenant}: {}", charge.key.as_str()),
        });
    }
    charges.extend(in_all);
    charges
}

/// In the order of their keys, so that two units of work never wait for each other.
pub(super) fn buckets(charges: &[Charge]) -> Vec<Bucket<'_>> {
    let mut buckets: Vec<_> = charges.iter().map(Charge::bucket).collect();
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
            let charges = of_network("codes", small, wider, AuthError::CodesLimited, &Client::new(ip, ""));
            charges
                .unwrap()
                .into_iter()
                .map(|charge| (charge.key.as_str().to_owned(), charge.limit.burst))
                .collect::<Vec<_>>()
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
            assert!(matches!(refused, Err(Error::Rejected(AuthError::ClientUnknown))), "{text}");
        }
    }

    #[test]
    fn what_everybody_shares_is_taken_last() {
        let limits = Limits::default();
        let client = Client::new("2001:db8:1:203::7", "");
        let zoe = EmailAddress::checked("zoe@example.com".to_owned());
        let own = |returning| Own { key: "device 00".to_owned(), returning };
        for charges in [
            charges(&limits, &zoe, Replaces::Nothing, &client).unwrap(),
            own_charges(&limits, &own(false), &zoe, &client).unwrap(),
        ] {
            let buckets = buckets(&charges);
            assert!(buckets.last().unwrap().key.as_str().starts_with("site: "));
            assert!(buckets.windows(2).all(|two| two[0].key < two[1].key), "in order, and none twice");
        }
        let of =
            |tenant| of_tenant(&TenantId::stored(tenant), charges(&limits, &zoe, Replaces::Nothing, &client).unwrap());
        let [acme, globex] = ["acme", "globex"].map(of);
        let keys: Vec<_> = buckets(&acme).iter().map(|bucket| bucket.key.as_str().to_owned()).collect();
        assert_eq!(keys[keys.len() - 2..], ["site: acme: emails in all", "site: ~ every tenant"]);
        let shared = buckets(&globex).into_iter().filter(|bucket| keys.iter().any(|key| key == bucket.key.as_str()));
        assert_eq!(shared.count(), 1, "all else is a tenant's own");
        let returning = own_charges(&limits, &own(true), &zoe, &client).unwrap();
        assert!(returning.iter().all(|charge| !charge.key.as_str().starts_with("site: ")));
    }
}
