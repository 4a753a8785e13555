//! Word to a user that somebody has logged in with a browser that was new to the account (ASVS 5.0, 6.3.5).

use super::{Auth, Error, act::Act, browser_name};
use crate::{
    ids::EmailId,
    languages::utc,
    mail::{Draft, NewBrowserEmail},
    store::{LimitKey, UserRow},
};
use std::{array::from_fn, time::Duration};

/// In any such time a user gets three of these emails at the most: whoever logs in with ever new browsers reads the
/// mailbox already, and must not fill it.
const PERIOD: Duration = Duration::from_secs(24 * 60 * 60);

impl Auth {
    /// Tells a user of a log-in, unless this browser has logged the address in before: called before it is remembered.
    ///
    /// Costs nothing that a log-in needs: it counts against no limit of an address or a client, waits in a line of its own
    /// to be sent, and may get lost.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    pub(super) async fn tell_of_new_browser(&self, act: &mut Act<'_>, user: &UserRow) -> Result<(), Error> {
        let (now, client) = (act.now, act.client());
        if let Some(device) = client.device
            && act.device_first_seen(device, &user.email).await?.is_some()
        {
            return Ok(());
        }
        let keys = from_fn(|number| LimitKey::new(format!("word of new browsers {number} to {}", user.id)));
        if !act.consume_one_of(&keys, PERIOD, now).await? {
            return Ok(());
        }
        let id: EmailId = self.inner.random.id(now);
        let spoken = self.language_of_account(user.language.as_deref());
        let email = NewBrowserEmail {
            app: self.inner.app_name.clone(),
            email: user.email.to_string(),
            browser: browser_name::of(&client.user_agent).said_in(&spoken),
            network: client.ip.shortened(),
            at: utc(&spoken, now),
            account: self.whole(&self.inner.paths.account(&[])),
            support: self.inner.support.clone(),
            language: spoken.tag().to_owned(),
            spoken,
        };
        act.tell(id, Draft::NewBrowser(email));
        Ok(())
    }
}
