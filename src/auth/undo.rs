//! Undoing a change of email address: by a link that the old address was sent, or by proving that address once more.

use super::{
    Acting, Auth, Ended, Refused, UndoToken,
    act::{Abort, Act},
    event::{Event, Happened},
    outbox::Told,
};
use crate::{
    store::{ChallengeRow, EmailChangeRow, Reader, Which},
    types::{AuthError, EmailAddress, Notice, Timestamp},
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
    Over(AuthError),
}

impl Auth {
    /// Returns what this link would do: it undoes the newest of the changes that it undoes.
    ///
    /// # Errors
    /// [`Refused::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn email_change_undo(&self, token: &UndoToken) -> Result<UndoState, Refused> {
        let mut look = self.inner.store.look();
        let (linked, newest) = match undoable(&mut look, token, self.inner.clock.now()).await? {
            Ok(found) => found,
            Err(over) => return Ok(UndoState::Over(over)),
        };
        let Some(user) = look.user(linked.user_id).await? else { return Ok(UndoState::Over(AuthError::BadUndoLink)) };
        Ok(UndoState::Good {
            old_email: EmailAddress::checked(linked.old_email),
            new_email: EmailAddress::checked(newest.new_email),
            present_email: EmailAddress::checked(user.email),
            moved: newest.confirmed_at.is_some(),
            asked_at: Timestamp(newest.created_at),
            until: Timestamp(linked.undo_ends_at),
        })
    }

    /// Undoes a change of address: the account has its old address, and all its sessions end. Later changes go with it.
    /// Of challenges only those of the changes themselves end: what becomes of others would tell whether somebody has
    /// the new address.
    ///
    /// # Errors
    /// [`Refused::Told`] says why there is nothing to undo; else those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn undo_email_change(
        &self,
        token: Option<&UndoToken>,
        sure: bool,
        acting: Acting<'_>,
    ) -> Result<Ended, Refused> {
        let token = token.ok_or(AuthError::BadUndoLink)?;
        undoable(&mut self.inner.store.look(), token, self.inner.clock.now()).await??;
        if !sure {
            return Err(AuthError::NotSure.into());
        }
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            let now = act.now;
            let (change, _) = undoable(act, token, now).await??;
            let present = act.lock_user(change.user_id).await?.map(|user| user.email);
            // Another link may have undone it meanwhile, and then this one does nothing to what came afterwards.
            let now = act.now;
            let (change, _) = undoable(act, token, now).await??;
            let (user, since, now) = (change.user_id, change.created_at, now.0);
            let loses = present.filter(|email| *email != change.old_email);
            act.end_challenges_of_changes(user, since, now).await?;
            if act.undo_email_changes_since(user, since, now).await? == 0 {
                return Err(AuthError::UndoUsed.into());
            }
            if act.move_user(user, &change.old_email, now).await? == 0 {
                tracing::error!(user = %user, "an account could not have its old address back: somebody has it");
                return Err(AuthError::ChangeRefused.into());
            }
            let because = Notice::ChangeUndone;
            let rows = act.end_sessions_of(user, Which::All, because.as_str(), now).await?;
            act.forget_devices(&change.old_email, acting.device()).await?;
            if let Some(loses) = &loses {
                self.tell_surely(act, Told::Undone, &change, loses).await?;
            }
            act.note(Event::of(user, &change.old_email, Happened::ChangeUndone));
            Ok(act.ended(rows, because, acting.page))
        })
        .await
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
        act.add_undo_token(token.hashed().as_bytes(), change.id).await?;
        act.note(Event::tried_by(change.user_id, &challenge.email, Happened::UndoOffered));
        Ok(())
    }
}

/// The change of this link, and the newest one that goes when that is undone.
async fn undoable(
    reader: &mut Reader,
    token: &UndoToken,
    now: Timestamp,
) -> Result<Result<(EmailChangeRow, EmailChangeRow), AuthError>, Refused> {
    let Some(linked) = reader.email_change_with_undo(token.hashed().as_bytes()).await? else {
        return Ok(Err(AuthError::BadUndoLink));
    };
    if linked.undo_ends_at <= now.0 {
        return Ok(Err(AuthError::UndoEnded));
    }
    let newest = reader.undoable(&linked).await?;
    Ok(newest.map(|newest| (linked, newest)).ok_or(AuthError::UndoUsed))
}
