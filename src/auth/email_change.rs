//! Changing the mail address: asked for in a fresh session, confirmed by the new address, taken back by the old one.

use super::{
    Acting, Auth, BrowserSecret, DisconnectSelf, Ended, Refused, UndoToken,
    act::{Abort, Act, Arrival},
    address, browser_name,
    challenge::Purpose,
    event::{Event, Happened},
    letter::NewLetterOf,
    session::parsed,
};
use crate::{
    mail::{AddressChangingLetter, utc},
    store::{ChallengeRow, EmailChangeRow, NewEmailChange, Reader, Taken, UserRow, Which},
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
        let now = self.inner.clock.now();
        let secret = BrowserSecret::generate(&self.inner.random);
        if now.since(user.logged_in_at) > self.inner.rules.fresh_for {
            let purpose = Purpose::Prove { new_email };
            let challenge = self.new_challenge(user.email.as_str(), &secret, &purpose, acting.client, now);
            self.begin_challenge(&challenge, &secret, acting.client).await?;
            return Ok(EmailChangeAsked::ProveFirst { new_secret: secret });
        }

        let change_id = self.inner.random.id(now);
        let purpose = Purpose::Confirm { change_id };
        let challenge = self.new_challenge(new_email.as_str(), &secret, &purpose, acting.client, now);
        self.look_at_letter(NewLetterOf::New(&challenge), acting.client).await?;
        let letter = self.draw_letter(&challenge, &secret, acting.client).await?;
        let undo = UndoToken::generate(&self.inner.random);
        let spared = acting.page.filter(|_| disconnect_self == DisconnectSelf::No);
        let (challenge, letter, new_email, undo) = (&challenge, &letter, &new_email, &undo);
        let ended = self
            .act(acting.client, |mut act| async move {
                let act = &mut *act;
                let because = Notice::AddressChanging;
                let ended = self.end_sessions(act, user, Which::All, because, spared).await?;
                self.put_change(act, user, new_email, change_id, undo).await?;
                self.put_letter(act, NewLetterOf::New(challenge), letter).await?;
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
        change_id: Uuid,
        undo: &UndoToken,
    ) -> Result<(), Abort> {
        let (rules, now, client, user_id) = (&self.inner.rules, act.now, act.client(), parsed(&user.user_id)?);
        let (undo_hash, undo_ends_at) = (undo.hashed(), now + rules.undo_lifetime);
        act.end_challenges_of_changes(user_id, 0, now.0).await?;
        act.cancel_pending_email_changes(user_id, now.0).await?;
        let change = NewEmailChange {
            id: change_id,
            user_id,
            old_email: user.email.as_str(),
            new_email: new_email.as_str(),
            undo_hash: undo_hash.as_bytes(),
            created_at: now.0,
            undo_ends_at: undo_ends_at.0,
        };
        act.add_email_change(change).await?;
        act.note(Event::of(user_id, user.email.as_str(), Happened::ChangeAsked));

        let notice_id = self.inner.random.id(now);
        let notice = AddressChangingLetter {
            app: &self.inner.app_name,
            old_email: user.email.as_str(),
            new_email: new_email.as_str(),
            link: &self.whole(&self.inner.paths.undo(&[("token", &undo.reveal())])),
            browser: &browser_name::of(&client.user_agent),
            client: &client.address,
            asked_at: &utc(now),
            days: rules.undo_lifetime.as_secs().div_ceil(24 * 60 * 60),
            until: &utc(undo_ends_at),
        };
        act.send(notice_id, notice.written(notice_id, now), Arrival::Sure);
        Ok(())
    }

    /// Moves an account to the address that has just proved itself, and ends the sessions that were begun with the old
    /// one meanwhile; none when that cannot be any more, and then the change is off.
    pub(super) async fn move_account(
        &self,
        act: &mut Act<'_>,
        change: &EmailChangeRow,
    ) -> Result<Option<UserRow>, Refused> {
        let now = act.now.0;
        if act.confirm_email_change(change.id, now).await? == 0 {
            return Ok(None);
        }
        if act.move_user(change.user_id, &change.new_email, now).await? == 0 {
            act.cancel_email_change(change.id, now).await?;
            return Ok(None);
        }
        let because = Notice::AddressChanged;
        let ended = act.end_sessions_of(change.user_id, Which::All, because.as_str(), now).await?;
        act.ended(ended, because, None);
        Ok(Some(UserRow { id: change.user_id, email: change.new_email.clone() }))
    }

    /// What this link would do: it takes back the newest of the changes that it takes back.
    pub async fn email_change_undo(&self, token: &UndoToken) -> Result<UndoState, Refused> {
        Ok(match undoable(&mut self.inner.store.look(), token, self.inner.clock.now()).await? {
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
        undoable(&mut self.inner.store.look(), token, self.inner.clock.now()).await??;
        if !sure {
            return Err(AuthError::NotSure.into());
        }
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            let now = act.now;
            let (change, _) = undoable(act, token, now).await??;
            let (user, since, now) = (change.user_id, change.created_at, now.0);
            act.end_challenges_of_changes(user, since, now).await?;
            act.end_challenges_of_new_addresses(user, since, now).await?;
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
            act.note(Event::of(user, &change.old_email, Happened::ChangeUndone));
            Ok(act.ended(rows, because, acting.page))
        })
        .await
    }

    /// Whether a letter that confirms a change must not go out as such, because somebody has the address: they get one
    /// that says so instead.
    pub(super) async fn is_taken(
        &self,
        reader: &mut Reader,
        challenge: &ChallengeRow,
    ) -> Result<Option<Taken>, Refused> {
        let Some(change_id) = challenge.change_id else { return Ok(None) };
        let Some(change) = reader.email_change(change_id).await? else { return Ok(Some(Taken::Left)) };
        Ok(reader.is_taken(&challenge.email, change.user_id, self.inner.clock.now().0).await?)
    }

    /// A path of ours as letters have it.
    pub(super) fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.inner.public_url.origin().ascii_serialization())
    }
}

/// The change of this link, and the newest one that goes when that is taken back.
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
