//! Changing the email address: asked for in a fresh session, confirmed by the new address. `undo` is the way back.

use super::{
    Acting, Auth, BrowserSecret, DisconnectSelf, Ended, Error, Purpose,
    act::{Abort, Act},
    event::Event,
    magic_link::MagicLinkOf,
    session::SessionInfo,
};
use crate::{
    ids::ChangeId,
    store::{EmailChangeRow, NewEmailChange, OutboxKind, Sessions},
    types::{AuthError, EmailAddress, EndReason, EventKind, Timestamp},
};

/// A change of address was asked for.
pub enum EmailChangeAsked {
    /// All sessions have ended. The new address has an email, the old one word of it.
    Begun {
        /// For the browser to keep: it types the new email's code.
        new_secret: BrowserSecret,
        /// What has ended.
        ended: Ended,
    },
    /// The log-in is too long ago: the present address has an email, and once it has proved itself the change goes on.
    ProveFirst {
        /// For the browser to keep: it types that email's code.
        new_secret: BrowserSecret,
    },
}

impl Auth {
    /// Asks to change this user's address. All sessions end, and their pages leave, save the one that acts: it goes to
    /// the code page of the new address. An address that somebody has gets the same answer, and its owner an email.
    ///
    /// # Errors
    /// [`Error::Rejected`] when the address is none, is the present one, or is not changed here; else those of
    /// [`request_log_in`](Self::request_log_in).
    #[tracing::instrument(skip_all)]
    pub async fn change_email(
        &self,
        user: &SessionInfo,
        typed: &str,
        acting: Acting<'_>,
        disconnect_self: DisconnectSelf,
    ) -> Result<EmailChangeAsked, Error> {
        if !self.changes_emails() {
            return Err(AuthError::ChangeNotOffered.into());
        }
        let new_email = self.parse_address(typed)?;
        if new_email == user.email {
            return Err(AuthError::SameAddress.into());
        }
        let now = self.inner.clock.now();
        let secret = BrowserSecret::generate(&self.inner.random);
        if now.since(user.logged_in_at) > self.inner.rules.fresh_for {
            let purpose = Purpose::Prove { new_email };
            let challenge = self.new_challenge(&user.email, &secret, &purpose, acting.client, now);
            self.begin_challenge(&challenge, &secret, acting.client).await?;
            return Ok(EmailChangeAsked::ProveFirst { new_secret: secret });
        }

        let change_id: ChangeId = self.inner.random.id(now);
        let purpose = Purpose::Confirm { change_id };
        let challenge = self.new_challenge(&new_email, &secret, &purpose, acting.client, now);
        self.admit_email(MagicLinkOf::New(&challenge), acting.client).await?;
        let magic_link = self.draw_magic_link(&challenge, &secret, acting.client).await?;
        let spared = acting.page.filter(|_| disconnect_self == DisconnectSelf::No);
        let (challenge, magic_link, new_email) = (&challenge, &magic_link, &new_email);
        let ended = self
            .act(acting.client, |mut act| async move {
                let act = &mut *act;
                let because = EndReason::AddressChanging;
                self.move_epoch(act, &user.account).await?;
                let ended = self.end_sessions(act, user, Sessions::All, because, spared).await?;
                self.put_change(act, user, new_email, change_id).await?;
                self.put_magic_link(act, MagicLinkOf::New(challenge), magic_link).await?;
                Ok(ended)
            })
            .await?;
        Ok(EmailChangeAsked::Begun { new_secret: secret, ended })
    }

    /// Stores a change that takes the place of earlier ones which wait, and sends word of it to the present address.
    async fn put_change(
        &self,
        act: &mut Act<'_>,
        user: &SessionInfo,
        new_email: &EmailAddress,
        change_id: ChangeId,
    ) -> Result<(), Abort> {
        let (rules, now, user_id) = (&self.inner.rules, act.now, user.user_id);
        let undo_ends_at = now + rules.undo_lifetime;
        act.end_challenges_of_changes(user_id, Timestamp(0), now).await?;
        act.cancel_pending_email_changes(user_id, now).await?;
        let change =
            NewEmailChange { id: change_id, user_id, old_email: &user.email, new_email, created_at: now, undo_ends_at };
        act.add_email_change(change).await?;
        act.note(Event::of(user_id, &user.email, EventKind::ChangeAsked));

        let change = EmailChangeRow {
            id: change_id,
            user_id,
            old_email: user.email.clone(),
            new_email: new_email.clone(),
            created_at: now,
            undo_ends_at,
            confirmed_at: None,
            cancelled_at: None,
            undone_at: None,
        };
        Ok(act.send_surely(OutboxKind::ChangeAsked, &change, &change.old_email).await?)
    }
}
