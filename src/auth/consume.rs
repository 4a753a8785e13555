//! Consuming limits: what a verb costs, and whether there is enough of it.

use super::{
    Auth, Client, Error, Limited, Refusal,
    act::Act,
    charge::{Charge, Replaces, buckets, charges, of_network, of_tenant, own_charges},
    event::Event,
    line::Busy,
    mailbox::mailbox,
};
use crate::{
    store::{Level, Reader},
    types::{AuthError, EmailAddress, EventKind, Timestamp},
};

impl Auth {
    /// All limits that an email to this address counts against.
    pub(super) async fn charges_of_email(
        &self,
        reader: &mut Reader,
        email: &EmailAddress,
        replaces: Replaces,
        client: &Client,
    ) -> Result<Vec<Charge>, Error> {
        let Some(limits) = &self.inner.limits else { return Ok(Vec::new()) };
        let charges = match self.own_emails(reader, email, client).await? {
            Some(own) => own_charges(limits, &own, email, client)?,
            None => charges(limits, email, replaces, client)?,
        };
        Ok(self.of_tenant(charges))
    }

    /// The same for an email to the address that an account is to have.
    pub(super) fn charges_of_change(
        &self,
        new_email: &EmailAddress,
        replaces: Replaces,
        client: &Client,
    ) -> Result<Vec<Charge>, Error> {
        let Some(limits) = &self.inner.limits else { return Ok(Vec::new()) };
        let mut charges = charges(limits, new_email, replaces, client)?;
        let key = format!("emails of changes to {}", mailbox(new_email.as_str()));
        charges.push(Charge::new(key, limits.emails_of_changes, AuthError::ChangeLimited));
        // What is good advice for who logs in is none here.
        charges.iter_mut().for_each(|charge| charge.what = AuthError::ChangeLimited);
        Ok(self.of_tenant(charges))
    }

    /// The same for the email by which a change can be undone, asked for again by whoever is logged in.
    pub(super) async fn charges_of_undo_email(
        &self,
        reader: &mut Reader,
        old_email: &EmailAddress,
        client: &Client,
    ) -> Result<Vec<Charge>, Error> {
        let mut charges = self.charges_of_email(reader, old_email, Replaces::Nothing, client).await?;
        // Nobody is about to log in with that address here.
        charges.iter_mut().for_each(|charge| charge.what = AuthError::UndoEmailLimited);
        Ok(charges)
    }

    /// Returns what a code counts against that this client tries.
    fn charges_of_code(&self, client: &Client) -> Result<Vec<Charge>, Error> {
        let Some(limits) = &self.inner.limits else { return Ok(Vec::new()) };
        let [own, wider] = [limits.codes_per_client, limits.codes_per_network];
        Ok(self.of_tenant(of_network("codes", own, wider, AuthError::CodesLimited, client)?))
    }

    /// Makes the buckets this tenant's own, and adds one for all tenants together to what counts against all of one.
    fn of_tenant(&self, charges: Vec<Charge>) -> Vec<Charge> {
        if self.inner.tenants.is_some() { of_tenant(&self.inner.tenant, charges) } else { charges }
    }

    /// Consumes a try of a code from the client's limit.
    pub(super) async fn consume_code(&self, act: &mut Act<'_>, email: &EmailAddress) -> Result<(), Error> {
        let charges = self.charges_of_code(act.client())?;
        self.consume(act, &charges, email).await
    }

    /// Looks whether there is such a try, before anybody waits for it.
    pub(super) fn admit_code(&self, email: &EmailAddress, client: &Client) -> Result<(), Error> {
        self.admit(&self.charges_of_code(client)?, email, client)
    }

    /// Takes from every one of these, or from none. Where that is refused, nothing else of the unit of work may happen either.
    pub(super) async fn consume(
        &self,
        act: &mut Act<'_>,
        charges: &[Charge],
        email: &EmailAddress,
    ) -> Result<(), Error> {
        let (now, client, buckets) = (act.now, act.client(), buckets(charges));
        let consumed = act.consume(&buckets, now).await?;
        if consumed.len() == buckets.len() {
            act.consumed(consumed);
            return Ok(());
        }
        let empty = act.empty_buckets(&buckets, now).await?;
        if consumed.is_empty() {
            // So that the next one is refused without this.
            self.inner.levels.note(empty.clone(), now);
        }
        self.refuse_by(empty, charges, email, client, now)?;
        // Somebody else was quicker, and nothing was taken after all.
        Err(Busy.into())
    }

    /// Refuses what is known to be refused, without asking the database.
    pub(super) fn admit(&self, charges: &[Charge], email: &EmailAddress, client: &Client) -> Result<(), Error> {
        let now = self.inner.clock.now();
        self.refuse_by(self.inner.levels.empty(&buckets(charges), now), charges, email, client, now)
    }

    /// Refuses by the empty bucket that takes longest, if there is one.
    fn refuse_by(
        &self,
        empty: Vec<Level>,
        charges: &[Charge],
        email: &EmailAddress,
        client: &Client,
        now: Timestamp,
    ) -> Result<(), Error> {
        let refused = empty.into_iter().filter_map(|(key, full_at)| {
            let charge = charges.iter().find(|charge| charge.key == key)?;
            Some((charge.bucket().free_at(full_at), charge.what))
        });
        let Some((free_at, what)) = refused.max_by_key(|(free_at, _)| *free_at) else { return Ok(()) };
        // Refused requests are many under attack: the server's log has a line a minute, the database none.
        if let Some(count) = self.inner.refusals.count(client.ip.network(), Refusal::Limit, now) {
            Event::about(email, EventKind::Limited, what.as_str()).log_refusals(client, count);
        }
        Err(Error::Limited(Limited { what, wait: free_at.since(now) }))
    }
}
