//! Moving an account to the email address that has just confirmed a change.

use super::{
    Auth, Error,
    act::{Abort, Act},
    event::Event,
};
use crate::{
    store::{ChallengeRow, EmailChangeRow, OutboxKind, Sessions, UserRow},
    types::{AuthError, EndReason, EventKind},
};

impl Auth {
    /// Moves the account to the address that this challenge has just proved.
    pub(super) async fn confirm_change(&self, act: &mut Act<'_>, challenge: &ChallengeRow) -> Result<UserRow, Abort> {
        let change = match challenge.change_id {
            Some(id) => act.email_change(id).await?,
            None => None,
        };
        let Some(change) = change else { return Err(Abort::Kept(AuthError::ChangeRefused.into())) };
        if self.inner.accounts.is_some() {
            return self.confirmed_at_host(act, &change).await;
        }
        match self.move_account(act, &change).await? {
            Some(user) => {
                act.note(Event::of(user.id, &user.email, EventKind::AddressChanged));
                Ok(user)
            }
            None => {
                let event = Event::of(change.user_id, &change.old_email, EventKind::ChangeRefused);
                Err(act.reject(event, AuthError::ChangeRefused))
            }
        }
    }

    /// Returns whose change this is that the host has been asked for already, before the proof was used.
    async fn confirmed_at_host(&self, act: &mut Act<'_>, change: &EmailChangeRow) -> Result<UserRow, Abort> {
        let user = act.user(change.user_id).await?;
        let is_off = change.cancelled_at.is_some();
        match user.filter(|user| change.confirmed_at.is_some() && !is_off && user.email == change.new_email) {
            Some(user) => Ok(user),
            // Whatever else calls a change off ends its challenge too.
            None if is_off && change.undone_at.is_none() => Err(Abort::Kept(AuthError::EmailTaken.into())),
            None => {
                let event = Event::of(change.user_id, &change.old_email, EventKind::ChangeRefused);
                Err(act.reject(event, AuthError::ChangeRefused))
            }
        }
    }

    /// Moves an account to the address that has just proved itself, and ends the sessions that were begun with the old
    /// one meanwhile; `None` when that cannot be any more, and then the change is off.
    async fn move_account(&self, act: &mut Act<'_>, change: &EmailChangeRow) -> Result<Option<UserRow>, Error> {
        let (now, undo_ends_at) = (act.now, act.now + self.inner.rules.undo_lifetime);
        if act.confirm_email_change(change.id, undo_ends_at, now).await? == 0 {
            return Ok(None);
        }
        if act.move_user(change.user_id, &change.new_email, now).await? == 0 {
            act.cancel_email_change(change.id, now).await?;
            return Ok(None);
        }
        let because = EndReason::AddressChanged;
        let ended = act.end_sessions_of(change.user_id, Sessions::All, because, now).await?;
        act.ended(ended, because, None);
        act.send_surely(OutboxKind::ChangeDone, change, &change.old_email).await?;
        Ok(act.user(change.user_id).await?)
    }
}
