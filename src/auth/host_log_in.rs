//! Logging in where a host has accounts of its own. It takes three steps, because the host is never asked while the
//! database is locked: the proof is looked at, the host is asked, and then the proof is used, if what the host has said
//! still counts.

use super::{
    Auth, Client, Error, HostAccounts, Proved, SessionToken,
    proof::{FreshSecrets, Proof},
    who::{Asked, HostSaid},
};
use crate::types::AccountId;

/// How often a host is asked for one log-in, where what it has said counts no more by the time it is used.
const MOST_ASKS: u32 = 3;

impl Auth {
    /// Logs in with a proof that was compared and found right: in one unit of work, or where a host has accounts of its own
    /// once it has said whose the address is.
    pub(super) async fn log_in_by(
        &self,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<Proved, Error> {
        let fresh = &FreshSecrets::draw(&self.inner.random);
        let Some(host) = &self.inner.accounts else {
            return self
                .act(client, |mut act| async move { self.log_in(&mut act, proof, old, fresh, None).await })
                .await;
        };
        if proof.challenge.change_id.is_some() {
            self.change_at_host(proof, client).await?;
        }
        let mut meant = None;
        for _ in 0..MOST_ASKS {
            let asked = &self.ask_whose(host, proof, meant).await?;
            let done =
                self.act(client, |mut act| async move { self.log_in(&mut act, proof, old, fresh, Some(asked)).await });
            match done.await {
                Err(Error::AskAgain) => meant = asked.account().cloned(),
                done => return done,
            }
        }
        tracing::error!("what the application's accounts say of an email address changes faster than it can be used");
        Err(Error::Host("Accounts::log_in"))
    }

    /// Asks the host whose the address of this proof is, where that matters. Begun changes of the address come first.
    async fn ask_whose(&self, host: &HostAccounts, proof: Proof<'_>, meant: Option<AccountId>) -> Result<Asked, Error> {
        let (mut reader, now, email) = (self.inner.store.reader(), self.inner.clock.now(), &proof.challenge.email);
        if proof.challenge.change_id.is_some() || !self.is_usable(&mut reader, proof, now).await? {
            return Ok(Asked::Useless);
        }
        if let Some(begun) = reader.move_about(email).await? {
            self.settle(&begun).await?;
        }
        let present = reader.user_with_email(email).await?;
        if present.is_none() && reader.change_away_from(email, now).await?.is_some() {
            return Ok(Asked::Left);
        }
        let mut epochs = Vec::new();
        for account in present.map(|user| user.account).into_iter().chain(meant) {
            let epoch = reader.epoch(&account).await?;
            epochs.push((account, epoch));
        }
        let (tenant, patience) = (&self.inner.tenant, self.inner.rules.accounts_patience);
        let access = host.log_in(tenant, email, patience).await?;
        Ok(Asked::Said(HostSaid { access, proved_at: now, epochs }))
    }
}
