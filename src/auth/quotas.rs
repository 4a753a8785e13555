//! How much may be asked for: the numbers from which the limits are made.

use super::{Limit, Limits};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Counts how many emails and codes there may be. [`Limits`] are made from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotas {
    /// The pause between two emails of one challenge, and between two to one email address.
    pub email_pause: Duration,
    /// Emails to one email address in an hour.
    pub per_address_hour: u32,
    /// Emails to one mailbox, whatever the `+tag`, in any 24 hours. A bombed mailbox gets no more than these.
    pub per_address_day: u32,
    /// Emails that one client may ask for in an hour. A class of forty gets in behind one address.
    pub per_client: u32,
    /// Emails that a wider network may ask for in an hour; `None` is a tenth of all.
    pub per_network: Option<u32>,
    /// Emails that a known device may ask for in an hour.
    pub per_device: u32,
    /// Emails in all in an hour.
    pub in_all: u32,
    /// Codes that one client may try in a minute.
    pub codes_per_client: u32,
    /// Codes that a wider network may try in a minute: as many as ten clients.
    pub codes_per_network: u32,
}

impl Default for Quotas {
    fn default() -> Self {
        Self {
            email_pause: MINUTE / 2,
            per_address_hour: 5,
            per_address_day: 20,
            per_client: 50,
            per_network: None,
            per_device: 5,
            in_all: 1_000,
            codes_per_client: 60,
            codes_per_network: 600,
        }
    }
}

impl From<&Quotas> for Limits {
    fn from(quotas: &Quotas) -> Self {
        Self {
            emails_per_address: vec![Limit::each(1, quotas.email_pause), Limit::each(quotas.per_address_hour, HOUR)],
            emails_per_mailbox: Limit::never_more_than(quotas.per_address_day, DAY),
            emails_of_changes: Limit::each((quotas.per_address_day / 5).max(1), DAY),
            emails_per_client: Limit::each(quotas.per_client, HOUR),
            emails_per_network: Limit::each(quotas.per_network.unwrap_or(quotas.in_all / 10).max(1), HOUR),
            emails_per_device: vec![
                Limit::each(quotas.per_device, HOUR),
                Limit::never_more_than(quotas.per_address_day, DAY),
            ],
            emails_per_devices: Limit::never_more_than(quotas.per_address_day.saturating_mul(3), DAY),
            emails_in_all: Limit::each(quotas.in_all, HOUR),
            codes_per_client: Limit::each(quotas.codes_per_client, MINUTE),
            codes_per_network: Limit::each(quotas.codes_per_network, MINUTE),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::from(&Quotas::default())
    }
}
