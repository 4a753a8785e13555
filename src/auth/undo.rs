//! Undoing a change of email address: by a link that the old address was sent, or by proving that address once more.

use super::{
    Acting, Auth, Ended, Error, UndoToken,
    account_move::Begun,
    accounts::EmailChange,
    act::{Abort, Act},
    event::Event,
};
use crate::{
    store::{ChallengeRow, EmailChangeRow, MoveKind, OutboxKind, Reader, Sessions},
    types::{AuthError, Checkbox, EmailAddress, EndReason, EventKind, Timestamp},
};

/// What a link that undoes a change would do. Looking changes nothing.
#[derive(Clone, Debug)]
pub enum UndoState {
    /// It undoes the change.
    Good {
        /// The address that the account will have.
        old_email: EmailAddress,
        /// The address that it was to have.
        new_email: EmailAddress,
        /// The address that the account has now.
        present_email: EmailAddress,
        /// Whether the account has moved to the new address already.
        moved: bool,
        /// When the change was asked for.
        asked_at: Timestamp,
        /// Until when it can be undone.
        until: Timestamp,
    },
    /// There is nothing that it undoes.
    Unusable(AuthError),
}

impl Auth {
    /// Returns what this link would do: it undoes the newest of the changes that it undoes.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn email_change_undo(&self, token: &UndoToken) -> Result<UndoState, Error> {
        let mut reader = self.inner.store.reader();
        let (linked, newest) = match undoable(&mut reader, token, self.inner.clock.now()).await {
            Ok(found) => found,
            Err(Error::Rejected(error)) => return Ok(UndoState::Unusable(error)),
            Err(error) => return Err(error),
        };
        let Some(user) = reader.user(linked.user_id).await? else {
            return Ok(UndoState::Unusable(AuthError::BadUndoLink));
        };
        Ok(UndoState::Good {
            old_email: linked.old_email,
            new_email: newest.new_email,
            present_email: user.email,
            moved: newest.confirmed_at.is_some(),
            asked_at: newest.created_at,
            until: linked.undo_ends_at,
        })
    }

    /// Undoes a change of address: the account has its old address, and all its sessions end. Later changes go with it.
    /// Of challenges only those of the changes themselves end: what becomes of others would tell whether somebody has
    /// the new address.
    ///
    /// # Errors
    /// [`Error::Rejected`] says why there is nothing to undo; else those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn undo_email_change(
        &self,
        token: Option<&UndoToken>,
        sure: Checkbox,
        acting: Acting<'_>,
    ) -> Result<Ended, Error> {
        let token = token.ok_or(AuthError::BadUndoLink)?;
        undoable(&mut self.inner.store.reader(), token, self.inner.clock.now()).await?;
        if !sure.is_ticked() {
            return Err(AuthError::NotSure.into());
        }
        let (ended, begun) =
            self.act_first(acting.client, |mut act| async move { self.undo(&mut act, token, acting).await }).await?;
        match begun {
            Some(Begun { row, is_claimed: true }) => match self.ask_host(&row).await? {
                EmailChange::Done => Ok(ended),
                EmailChange::Taken => Err(AuthError::EmailTaken.into()),
            },
            // A change is being asked for at the host: the undoing follows.
            Some(_) => Err(Error::Host("Accounts::undo_email_change")),
            None => Ok(ended),
        }
    }

    /// Undoes a change, or begins to where a host is to be asked: then it answers what was begun too.
    async fn undo(
        &self,
        act: &mut Act<'_>,
        token: &UndoToken,
        acting: Acting<'_>,
    ) -> Result<(Ended, Option<Begun>), Abort> {
        let now = act.now;
        let (change, _) = undoable(act, token, now).await?;
        let user = act.user(change.user_id).await?.ok_or(AuthError::BadUndoLink)?;
        self.move_epoch(act, &user.account).await?;
        let user = act.lock_user(user.id).await?.ok_or(AuthError::BadUndoLink)?;
        // Another link may have undone it meanwhile, and then this one does nothing to what came afterwards.
        let now = act.now;
        let (change, _) = undoable(act, token, now).await?;
        let (id, since) = (change.user_id, change.created_at);
        let begun = act.move_of(id).await?;
        if let Some(begun) = &begun
            && begun.kind == MoveKind::Undo
        {
            let row = self.claim(act, begun.clone()).await?;
            return Ok((Ended::default(), Some(Begun { row, is_claimed: true })));
        }
        let loses = Some(user.email).filter(|email| *email != change.old_email);
        act.end_challenges_of_changes(id, since, now).await?;
        if act.undo_email_changes_since(id, since, now).await? == 0 {
            return Err(AuthError::UndoUsed.into());
        }
        let asks_host = self.inner.accounts.is_some() && (loses.is_some() || begun.is_some());
        if !asks_host && act.move_user(id, &change.old_email, now).await? == 0 {
            tracing::error!(user = %id, "an account could not have its old address back: somebody has it");
            return Err(AuthError::ChangeRefused.into());
        }
        let because = EndReason::ChangeUndone;
        let rows = act.end_sessions_of(id, Sessions::All, because, now).await?;
        act.forget_devices(&change.old_email, acting.device()).await?;
        let ended = act.ended(rows, because, acting.page);
        if asks_host {
            let asked = begun.map(|begun| begun.asked_until).filter(|until| *until > now);
            let until = asked.unwrap_or(self.claimed_until(now));
            let row = self.begin_move(act, MoveKind::Undo, &change, until).await?;
            return Ok((ended, Some(Begun { row, is_claimed: asked.is_none() })));
        }
        if let Some(loses) = &loses {
            act.send_surely(OutboxKind::ChangeUndone, &change, loses).await?;
        }
        act.note(Event::of(id, &change.old_email, EventKind::ChangeUndone));
        Ok((ended, None))
    }

    /// Opens the way to undo a change to whoever has just proved the address that an account has left by it: the email
    /// about the change may have been deleted by whoever made it. The proof is used up and does nothing else.
    pub(super) async fn lead_to_undo(
        &self,
        act: &mut Act<'_>,
        change: &EmailChangeRow,
        challenge: &ChallengeRow,
        token: &UndoToken,
    ) -> Result<(), Abort> {
        act.add_undo_token(token.hashed(), change.id).await?;
        act.note(Event::tried_by(change.user_id, &challenge.email, EventKind::UndoOffered));
        Ok(())
    }
}

/// Finds the change of this link, and the newest one that goes when that is undone.
///
/// # Errors
/// [`Error::Rejected`] says why there is none; [`Error::Store`] when the database fails.
async fn undoable(
    reader: &mut Reader,
    token: &UndoToken,
    now: Timestamp,
) -> Result<(EmailChangeRow, EmailChangeRow), Error> {
    let Some(linked) = reader.email_change_with_undo(token.hashed()).await? else {
        return Err(AuthError::BadUndoLink.into());
    };
    if linked.undo_ends_at <= now {
        return Err(AuthError::UndoExpired.into());
    }
    if linked.undone_at.is_some()
        && let Some(begun) = reader.move_of(linked.user_id).await?
        && begun.change_id == linked.id
    {
        // It goes on: a host has not answered yet.
        return Ok((linked.clone(), linked));
    }
    let newest = reader.undoable(&linked).await?.ok_or(AuthError::UndoUsed)?;
    Ok((linked, newest))
}
