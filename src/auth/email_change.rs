//! Changing the mail address: asked for in a fresh session, confirmed by the new address, taken back by the old one.

use super::{
    Acting, Auth, BrowserSecret, DisconnectSelf, Ended, Refused, UndoToken, address, browser_name,
    challenge::Purpose,
    event::{Event, Happened},
    letter::NewLetterOf,
    session::parsed,
};
use crate::{
    mail::{AddressChangingLetter, utc},
    store::{EmailChangeRow, EndedRow, NewEmailChange, Taken, Transaction, UserRow, Which},
    types::{AuthError, EmailAddress, Notice, SessionInfo, Timestamp},
};
use uuid::Uuid;

/// A change of address was asked for.
pub enum EmailChangeAsked {
    /// All sessions have ended. The new address has a letter, the old one word of it.
    Begun {
        /// For the browser to keep: it types the new letter's code.
        new_secret: BrowserSecret,
        /// What has ended.
        ended: Ended,
    },
    /// The log-in is too long ago: the present address has a letter, and once it has proved itself the change goes on.
    ProveFirst {
        /// For the browser to keep: it types that letter's code.
        new_secret: BrowserSecret,
    },
}

/// What the link in a letter to the old address would do. Looking changes nothing.
#[derive(Clone, Debug)]
pub enum UndoState {
    /// It takes the change back.
    Good {
        /// The address that the account will have.
        old_email: EmailAddress,
        /// The address that it was to have.
        new_email: EmailAddress,
        /// Whether the account has moved there already.
        moved: bool,
        /// When the change was asked for.
        asked_at: Timestamp,
        /// Until when it can be taken back.
        until: Timestamp,
    },
    /// There is nothing that it takes back.
    Over(AuthError),
}

impl Auth {
    /// Asks to change this user's address. All sessions end, and their pages leave, save the one that acts: it goes to
    /// the code page of the new address. An address that somebody has gets the same answer, and its owner a letter.
    pub async fn change_email(
        &self,
        user: &SessionInfo,
        typed: &str,
        acting: Acting<'_>,
        disconnect_self: DisconnectSelf,
    ) -> Result<EmailChangeAsked, Refused> {
        let new_email = address::parse(typed)?;
        if new_email == user.email {
            return Err(AuthError::SameAddress.into());
        }
        let _turn = self.turn().await;
        let (random, rules, now) = (&self.inner.random, &self.inner.rules, self.inner.clock.now());
        let secret = BrowserSecret::generate(random);
        if now.since(user.logged_in_at) > rules.fresh_for {
            let takes = self.may_send(user.email.as_str(), false, acting.client).await?;
            let purpose = Purpose::Prove { new_email };
            let challenge = self.new_challenge(user.email.as_str(), &secret, &purpose, acting.client, now);
            let letter = self.draw_letter(&challenge, &secret, None, now).await?;
            let transaction = self.inner.store.begin().await?;
            self.store_and_send(transaction, NewLetterOf::New(&challenge), letter, &takes, acting.client).await?;
            return Ok(EmailChangeAsked::ProveFirst { new_secret: secret });
        }

        let takes = self.may_send_of_change(new_email.as_str(), false, acting.client).await?;
        let (user_id, change_id) = (parsed(&user.user_id)?, random.id(now));
        let purpose = Purpose::Confirm { change_id };
        let challenge = self.new_challenge(new_email.as_str(), &secret, &purpose, acting.client, now);
        let taken = self.inner.store.is_taken(new_email.as_str(), user_id, now.0).await?;
        let letter = self.draw_letter(&challenge, &secret, taken, now).await?;
        let undo = UndoToken::generate(random);
        let undo_hash = undo.hashed();
        let undo_ends_at = now + rules.undo_lifetime;

        let mut transaction = self.inner.store.begin().await?;
        let because = Notice::AddressChanging;
        let ended = self.end_sessions(&mut transaction, user, Which::All, because).await?;
        transaction.end_challenges_of_changes(user_id, 0, now.0).await?;
        transaction.cancel_pending_email_changes(user_id, now.0).await?;
        let change = NewEmailChange {
            id: change_id,
            user_id,
            old_email: user.email.as_str(),
            new_email: new_email.as_str(),
            undo_hash: undo_hash.as_bytes(),
            created_at: now.0,
            undo_ends_at: undo_ends_at.0,
        };
        transaction.add_email_change(change).await?;
        let event = Event::of(user_id, user.email.as_str(), Happened::ChangeAsked);
        self.record_in(&mut transaction, &event, acting.client).await?;

        let notice_id = random.id(now);
        let notice = AddressChangingLetter {
            app: &self.inner.app_name,
            old_email: user.email.as_str(),
            new_email: new_email.as_str(),
            link: &self.whole(&self.inner.paths.undo(&[("token", &undo.reveal())])),
            browser: &browser_name::of(&acting.client.user_agent),
            client: &acting.client.address,
            asked_at: &utc(now),
            days: rules.undo_lifetime.as_secs().div_ceil(24 * 60 * 60),
            until: &utc(undo_ends_at),
        };
        let notice = notice.written(notice_id, now);
        let stored =
            self.store_letter(transaction, NewLetterOf::New(&challenge), &letter, &takes, acting.client).await?;
        let spared = acting.page.filter(|_| disconnect_self == DisconnectSelf::No);
        let ended = self.tell(ended, because, spared);
        event.log(acting.client);
        self.inner.deliveries.deliver_surely(notice_id, notice, self.inner.clock.clone());
        self.inner.deliveries.deliver(letter.id, stored);
        Ok(EmailChangeAsked::Begun { new_secret: secret, ended })
    }

    /// Moves an account to the address that has just proved itself, and ends the sessions that were begun with the old
    /// one meanwhile; none when that cannot be any more, and then the change is off.
    pub(super) async fn move_account(
        &self,
        transaction: &mut Transaction,
        change_id: Uuid,
        now: Timestamp,
    ) -> Result<Option<(UserRow, Vec<EndedRow>)>, Refused> {
        let change = self.inner.store.email_change(change_id).await?;
        let Some(change) = change else { return Ok(None) };
        if transaction.confirm_email_change(change.id, now.0).await? == 0 {
            return Ok(None);
        }
        if transaction.move_user(change.user_id, &change.new_email, now.0).await? == 0 {
            transaction.cancel_email_change(change.id, now.0).await?;
            return Ok(None);
        }
        let because = Notice::AddressChanged.as_str();
        let ended = transaction.end_sessions_of(change.user_id, Which::All, because, now.0).await?;
        Ok(Some((UserRow { id: change.user_id, email: change.new_email }, ended)))
    }

    /// What this link would do: it takes back the newest of the changes that it takes back.
    pub async fn email_change_undo(&self, token: &UndoToken) -> Result<UndoState, Refused> {
        Ok(match self.undoable(token).await? {
            Ok((linked, newest)) => UndoState::Good {
                old_email: EmailAddress::checked(linked.old_email),
                new_email: EmailAddress::checked(newest.new_email),
                moved: newest.confirmed_at.is_some(),
                asked_at: Timestamp(newest.created_at),
                until: Timestamp(linked.undo_ends_at),
            },
            Err(over) => UndoState::Over(over),
        })
    }

    /// Takes a change of address back: the account has its old address, all its sessions end, and so does every open
    /// challenge of the new one. Later changes go with it.
    pub async fn undo_email_change(
        &self,
        token: Option<&UndoToken>,
        sure: bool,
        acting: Acting<'_>,
    ) -> Result<Ended, Refused> {
        let token = token.ok_or(AuthError::BadUndoLink)?;
        let (change, _) = self.undoable(token).await??;
        if !sure {
            return Err(AuthError::NotSure.into());
        }
        let (now, user, since) = (self.inner.clock.now(), change.user_id, change.created_at);
        let mut transaction = self.inner.store.begin().await?;
        transaction.end_challenges_of_changes(user, since, now.0).await?;
        transaction.end_challenges_of_new_addresses(user, since, now.0).await?;
        if transaction.undo_email_changes_since(user, since, now.0).await? == 0 {
            return Err(AuthError::UndoUsed.into());
        }
        if transaction.move_user(user, &change.old_email, now.0).await? == 0 {
            tracing::error!(user = %user, "an account could not have its old address back: somebody has it");
            return Err(AuthError::ChangeRefused.into());
        }
        let because = Notice::ChangeUndone;
        let ended = transaction.end_sessions_of(user, Which::All, because.as_str(), now.0).await?;
        transaction.forget_devices(&change.old_email, acting.device()).await?;
        let event = Event::of(user, &change.old_email, Happened::ChangeUndone);
        self.commit_with(transaction, &[event], acting.client).await?;
        Ok(self.tell(ended, because, acting.page))
    }

    /// The change of this link, and the newest one that goes when that is taken back.
    async fn undoable(
        &self,
        token: &UndoToken,
    ) -> Result<Result<(EmailChangeRow, EmailChangeRow), AuthError>, Refused> {
        let store = &self.inner.store;
        let Some(linked) = store.email_change_with_undo(token.hashed().as_bytes()).await? else {
            return Ok(Err(AuthError::BadUndoLink));
        };
        if linked.undo_ends_at <= self.inner.clock.now().0 {
            return Ok(Err(AuthError::UndoEnded));
        }
        let newest = store.undoable(&linked).await?;
        Ok(newest.map(|newest| (linked, newest)).ok_or(AuthError::UndoUsed))
    }

    /// Whether a letter that confirms this change must not go out as such, because somebody has the address: they get
    /// one that says so instead.
    pub(super) async fn is_taken(&self, email: &str, change_id: Uuid) -> Result<Option<Taken>, Refused> {
        let store = &self.inner.store;
        let Some(change) = store.email_change(change_id).await? else { return Ok(Some(Taken::Left)) };
        Ok(store.is_taken(email, change.user_id, self.inner.clock.now().0).await?)
    }

    /// A path of ours as letters have it.
    pub(super) fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.inner.public_url.origin().ascii_serialization())
    }
}
