//! Who logs in by a proof: by our own table, or by what a host has said.

use super::{
    Auth, Error,
    accounts::Access,
    act::{Abort, Act},
};
use crate::{
    ids::EpochId,
    store::{ChallengeRow, EmailChangeRow, ProvedUser, Sessions, UserRow},
    types::{AccountId, EmailAddress, EndReason, Timestamp},
};

/// Who logs in.
pub(super) enum Who {
    /// Somebody who has been here before.
    Known(UserRow),
    /// Somebody new.
    New(ProvedUser),
    /// Somebody who has moved away from the address lately, and can still come back: a new account would stand in the way.
    Left(EmailChangeRow),
    /// Whoever has asked for the change that the challenge confirms.
    Moves,
    /// Nobody: the host does not let this email address in.
    Denied,
}

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
    pub(super) access: Access,
    /// When the proof was found to be good: it stays so while the host takes its time.
    pub(super) proved_at: Timestamp,
    /// The epochs of the accounts that it could have meant, as they were before it was asked.
    pub(super) epochs: Vec<(AccountId, Option<EpochId>)>,
}

impl Asked {
    /// Returns when the proof counts that is used, or `None` for the time when that is done.
    pub(super) fn proved_at(&self) -> Option<Timestamp> {
        match self {
            Self::Said(said) => Some(said.proved_at),
            Self::Useless | Self::Left => None,
        }
    }

    /// Returns the host's account, where it has named one.
    pub(super) fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Said(HostSaid { access: Access::Allow(account), .. }) => Some(account),
            _ => None,
        }
    }
}

impl Auth {
    /// Finds who logs in by this challenge. The user's row is locked from then on.
    pub(super) async fn who_logs_in(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        asked: Option<&Asked>,
    ) -> Result<Option<Who>, Abort> {
        if let Some(change) = challenge.change_id {
            act.lock_user_of_change(change).await?;
            return Ok(Some(Who::Moves));
        }
        match asked {
            Some(asked) => self.who_host_says(act, challenge, asked).await,
            None => self.who_has(act, &challenge.email).await.map(Some),
        }
    }

    /// Finds who has this email address in our own table, and makes an account where nobody has.
    async fn who_has(&self, act: &mut Act<'_>, email: &EmailAddress) -> Result<Who, Abort> {
        let new_id = self.inner.random.id(act.now);
        match act.user_of(email, new_id).await? {
            Some(proved) if proved.user.id == new_id => Ok(Who::New(proved)),
            Some(proved) => Ok(Who::Known(proved.user)),
            None => {
                let now = act.now;
                act.change_away_from(email, now).await?.map(Who::Left).ok_or(Abort::Again)
            }
        }
    }

    /// Returns who logs in by what the host has said, or `None` where the proof is of no use. The account's epoch and the
    /// user's row are locked from then on.
    async fn who_host_says(
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
