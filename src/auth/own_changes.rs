//! A user's own changes of address, as the account page shows them: cancelled while they wait, and once they have
//! happened sent word of again. A session alone undoes nothing that has happened.

use super::{Acting, Auth, Error, act::Act, event::Event, session::SessionInfo};
use crate::{
    ids::{ChangeId, UserId},
    store::OutboxKind,
    types::{AuthError, EmailAddress, EventKind, Timestamp},
};

/// A user's changes of address that are not settled yet.
#[derive(Clone, Debug, Default)]
pub struct OwnChanges {
    /// The addresses of changes that wait for a proof.
    pub waiting: Vec<EmailAddress>,
    /// Changes that have happened and can be undone, newest first.
    pub moved: Vec<OwnMove>,
}

/// A change of address that has happened and can be undone by its old address.
#[derive(Clone, Debug)]
pub struct OwnMove {
    /// The change's id.
    pub id: ChangeId,
    /// The address that the account had.
    pub old_email: EmailAddress,
    /// The address that it has had since.
    pub new_email: EmailAddress,
    /// When it moved.
    pub moved_at: Timestamp,
    /// Until when that can be undone.
    pub until: Timestamp,
}

impl Auth {
    /// Returns this user's changes of address that are not settled yet.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn own_changes(&self, user: &SessionInfo) -> Result<OwnChanges, Error> {
        let (mut reader, now, user_id) = (self.inner.store.reader(), self.inner.clock.now(), user.user_id);
        let waiting = reader.waiting_changes_of(user_id, &user.email, now).await?;
        let moved = reader.moves_of(user_id, now).await?.into_iter().map(|change| OwnMove {
            id: change.id,
            old_email: change.old_email,
            new_email: change.new_email,
            moved_at: change.confirmed_at.unwrap_or(change.created_at),
            until: change.undo_ends_at,
        });
        let moved = moved.collect();
        Ok(OwnChanges { waiting, moved })
    }

    /// Cancels every change of address of this user that has not happened yet.
    ///
    /// # Errors
    /// [`Error::Rejected`] when the session that asks has ended; [`Error::Busy`], and failures of ours.
    #[tracing::instrument(skip_all)]
    pub async fn cancel_email_change(&self, user: &SessionInfo, acting: Acting<'_>) -> Result<(), Error> {
        let (user_id, session) = (user.user_id, user.id);
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            act.lock_user(user_id).await?;
            let now = act.now;
            if !act.is_good_session(session, user_id, now).await? {
                return Err(AuthError::LoggedOutMeanwhile.into());
            }
            Ok(self.cancel_waiting_changes(act, user_id, &user.email).await?)
        })
        .await
    }

    /// Ends what could still move this user's account; what has happened stays.
    pub(super) async fn cancel_waiting_changes(
        &self,
        act: &mut Act<'_>,
        user: UserId,
        email: &EmailAddress,
    ) -> Result<(), Error> {
        let now = act.now;
        act.end_challenges_of_changes(user, Timestamp(0), now).await?;
        let cancelled = act.cancel_pending_email_changes(user, now).await?;
        if cancelled + act.end_challenges_that_go_on(email, now).await? > 0 {
            act.note(Event::of(user, email, EventKind::ChangeCancelled));
        }
        Ok(())
    }

    /// Sends the email about a change that has happened to its old address again. It counts like any other email to it.
    ///
    /// # Errors
    /// [`Error::Rejected`] when the session has ended or this is no such change of its user; [`Error::Limited`],
    /// [`Error::Busy`], and failures of ours.
    #[tracing::instrument(skip_all)]
    pub async fn send_undo_email(&self, user: &SessionInfo, id: &str, acting: Acting<'_>) -> Result<(), Error> {
        let (user_id, session) = (user.user_id, user.id);
        let id = ChangeId::parse(id).ok_or(AuthError::UndoUsed)?;
        self.act(acting.client, |mut act| async move {
            let act = &mut *act;
            act.lock_user(user_id).await?;
            let now = act.now;
            if !act.is_good_session(session, user_id, now).await? {
                return Err(AuthError::LoggedOutMeanwhile.into());
            }
            let change = act.moves_of(user_id, now).await?.into_iter().find(|change| change.id == id);
            let change = change.ok_or(AuthError::UndoUsed)?;
            let charges = self.charges_of_undo_email(act, &change.old_email, acting.client).await?;
            self.consume(act, &charges, &change.old_email).await?;
            Ok(act.send_surely(OutboxKind::ChangeDone, &change, &change.old_email).await?)
        })
        .await
    }
}
