//! Logging in where a host has accounts of its own. It takes three steps, because the host is never asked while the
//! database is locked: the proof is looked at, the host is asked, and then the proof is used, if what the host has said
//! still counts.

use super::{
    Auth, Client, Error, HostAccounts, Proved, SessionToken,
    accounts::Access,
    act::{Abort, Act},
    log_in::{By, FreshSecrets, Proof, Who},
};
use crate::{
    ids::EpochId,
    store::{ChallengeRow, Reader, Sessions, UserRow},
    types::{AccountId, EmailAddress, EndReason, Timestamp},
};

/// How often a host is asked for one log-in, where what it has said counts no more by the time it is used.
const MOST_ASKS: u32 = 3;

/// What is known of a proof before it is used.
pub(super) enum Asked {
    /// The host was not asked: the proof is of no use.
    Useless,
    /// The host was not asked: an account has left the address lately.
    Left,
    /// What the host has said.
    Said(HostSaid),
}

/// What a host has said of an email address, and what must be the same when that counts.
pub(super) struct HostSaid {
    access: Access,
    /// When the proof was found to be good: it stays so while the host takes its time.
    proved_at: Timestamp,
    /// The epochs of the accounts that it could have meant, as they were before it was asked.
    epochs: Vec<(AccountId, Option<EpochId>)>,
}

impl Asked {
    /// Returns when the proof counts that is used, or `None` for the time when that is done.
    pub(super) fn proved_at(&self) -> Option<Timestamp> {
        match self {
            Self::Said(said) => Some(said.proved_at),
            Self::Useless | Self::Left => None,
        }
    }

    fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Said(HostSaid { access: Access::Allow(account), .. }) => Some(account),
            _ => None,
        }
    }
}

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
        Err(Error::Accounts("log_in"))
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
        let access = host.log_in(email, self.inner.rules.accounts_patience).await?;
        Ok(Asked::Said(HostSaid { access, proved_at: now, epochs }))
    }

    /// Returns whether this proof would use its challenge up, as things stand.
    pub(super) async fn is_usable(&self, reader: &mut Reader, proof: Proof<'_>, now: Timestamp) -> Result<bool, Error> {
        let Some(challenge) = reader.challenge(proof.challenge.id).await? else { return Ok(false) };
        let rules = &self.inner.rules;
        let is_open = challenge.used_at.is_none() && challenge.ends_at.min(proof.magic_link.ends_at) > now;
        Ok(is_open
            && match proof.by {
                By::Code => challenge.tries < rules.most_tries && challenge.failures < rules.most_failed_codes,
                By::Link => true,
                By::LinkWithCode => challenge.link_tries < rules.most_tries,
            })
    }

    /// Returns who logs in by what the host has said, or `None` where the proof is of no use. The account's epoch and the
    /// user's row are locked from then on.
    pub(super) async fn who_host_says(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        asked: &Asked,
    ) -> Result<Option<Who>, Abort> {
        let (email, now) = (&challenge.email, act.now);
        let said = match asked {
            Asked::Useless => return Ok(None),
            Asked::Left => None,
            Asked::Said(said) => Some(said),
        };
        if act.move_about(email).await?.is_some() {
            return Err(Error::AskAgain.into());
        }
        let present = act.user_with_email(email).await?;
        if present.is_none()
            && let Some(change) = act.change_away_from(email, now).await?
        {
            return Ok(Some(Who::Left(change)));
        }
        let Some(said) = said else { return Err(Error::AskAgain.into()) };
        match &said.access {
            Access::Deny => Ok(Some(Who::Denied)),
            Access::Ours => self.who_has_it_here(act, email, present, said).await.map(Some),
            Access::Allow(account) => {
                self.hold_epoch(act, account, said).await?;
                if let Some(loser) = self.take_email(act, email, account).await?
                    && !said.epochs.iter().any(|(known, _)| *known == loser.account)
                {
                    // Somebody has come to the address after the host was asked.
                    return Err(Error::AskAgain.into());
                }
                let new_id = self.inner.random.id(act.now);
                let proved = act.user_of_account(account, email, new_id).await?;
                let is_new = proved.user.id == new_id;
                Ok(Some(if is_new { Who::New(proved) } else { Who::Known(proved.user) }))
            }
        }
    }

    /// The same by our own table, which the host has named.
    async fn who_has_it_here(
        &self,
        act: &mut Act<'_>,
        email: &EmailAddress,
        present: Option<UserRow>,
        said: &HostSaid,
    ) -> Result<Who, Abort> {
        if let Some(user) = &present {
            self.hold_epoch(act, &user.account, said).await?;
        }
        let who = self.who_has(act, email).await?;
        match (&who, present) {
            (Who::Known(user), Some(present)) if user.id == present.id => Ok(who),
            (Who::New(_), None) | (Who::Left(_), _) => Ok(who),
            _ => Err(Abort::Again),
        }
    }

    /// Locks the epoch of an account, which must be as it was before the host was asked.
    async fn hold_epoch(&self, act: &mut Act<'_>, account: &AccountId, said: &HostSaid) -> Result<(), Abort> {
        let fresh = self.inner.random.id(act.now);
        let seen = said.epochs.iter().find(|(known, _)| known == account).and_then(|(_, epoch)| *epoch);
        let now = act.now;
        match act.hold_epoch(account, fresh, now).await? {
            held if held == seen.unwrap_or(fresh) => Ok(()),
            _ => Err(Error::AskAgain.into()),
        }
    }

    /// Begins a new epoch of an account: whatever a host is saying of it just now counts no more. Without a host there is
    /// nothing to do.
    pub(super) async fn move_epoch(&self, act: &mut Act<'_>, account: &AccountId) -> Result<(), Error> {
        if self.inner.accounts.is_some() {
            let (epoch, now) = (self.inner.random.id(act.now), act.now);
            act.move_epoch(account, epoch, now).await?;
        }
        Ok(())
    }

    /// Takes an email address from whoever has it here, unless that is this account: its host says so. Their sessions end.
    pub(super) async fn take_email(
        &self,
        act: &mut Act<'_>,
        email: &EmailAddress,
        but: &AccountId,
    ) -> Result<Option<UserRow>, Error> {
        let Some(loser) = act.take_email(email, but).await? else { return Ok(None) };
        let (because, now) = (EndReason::AddressChanged, act.now);
        let ended = act.end_sessions_of(loser.id, Sessions::All, because, now).await?;
        act.ended(ended, because, None);
        Ok(Some(loser))
    }
}
