//! Who has shown to read the mailbox of an email address.

use super::{Auth, Client, Error, mailbox::mailbox};
use crate::{store::Reader, types::EmailAddress};
use std::time::Duration;

/// How long after its email was sent an opened link counts as reading the mailbox. A browser remembers for an hour that it
/// has opened one; a cookie that is kept for longer, or was copied, ends here.
const OPENED_COUNTS_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// Who has shown to read a mailbox.
pub(super) struct Own {
    /// The browser, or the mailbox of the link.
    pub(super) key: String,
    /// Whether it has come back for long. Nobody else's doings may stop it.
    pub(super) returning: bool,
}

impl Auth {
    /// Returns whether this client has shown that it reads the mailbox of this address: by a log-in before, or by a
    /// link.
    pub(super) async fn reads_mailbox(
        &self,
        reader: &mut Reader,
        email: &EmailAddress,
        client: &Client,
    ) -> Result<bool, Error> {
        Ok(self.own_emails(reader, email, client).await?.is_some())
    }

    /// Returns whose own emails these would be: of a browser that has logged the address in, or of whoever has opened a
    /// link that went to the same mailbox, also one that has expired. Both have shown that they read it.
    pub(super) async fn own_emails(
        &self,
        reader: &mut Reader,
        email: &EmailAddress,
        client: &Client,
    ) -> Result<Option<Own>, Error> {
        if let Some(device) = client.device
            && let Some(first_seen_at) = reader.device_first_seen(device, email).await?
        {
            let known_for = self.inner.clock.now().since(first_seen_at);
            let returning = known_for >= self.inner.rules.new_device_for;
            return Ok(Some(Own { key: format!("device {}", device.hex()), returning }));
        }
        let opened = match client.link {
            Some(link) => {
                let since = self.inner.clock.now() - OPENED_COUNTS_FOR;
                reader.address_of_link(link, since).await?
            }
            None => None,
        };
        let read = mailbox(email.as_str());
        let opened = opened.filter(|opened| mailbox(opened.as_str()) == read);
        Ok(opened.map(|_| Own { key: format!("links to {read}"), returning: false }))
    }
}
