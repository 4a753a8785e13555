//! What a host says of its accounts by itself: that one is gone, or has another email address.

use super::{Auth, BrowserSecret, Client, Error, ListedSession, Purpose, event::Event, return_to};
use crate::{
    ids::SessionId,
    store::Sessions,
    types::{AccountId, AuthError, EndReason, EventKind, Timestamp},
};
use uuid::Uuid;

impl Auth {
    /// Forgets an account: its sessions end, and nothing is left of it. What a host says of it in a log-in that is under
    /// way counts no more.
    ///
    /// # Errors
    /// Those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn forget(&self, account: &str, client: &Client) -> Result<(), Error> {
        let account = &AccountId::new(account).map_err(|_| AuthError::NoSuchSession)?;
        self.act_first(client, |mut act| async move {
            let act = &mut *act;
            self.move_epoch(act, account).await?;
            let Some(user) = act.lock_account(account).await? else { return Ok(()) };
            let (because, now) = (EndReason::LoggedOutEverywhere, act.now);
            let ended = act.end_sessions_of(user.id, Sessions::All, because, now).await?;
            act.end_challenges_of_changes(user.id, Timestamp(0), now).await?;
            act.end_challenges_that_go_on(&user.email, now).await?;
            act.forget_user(&user).await?;
            act.note(Event::of(user.id, &user.email, EventKind::Forgotten).unstored(account));
            act.ended(ended, because, None);
            Ok(())
        })
        .await
    }

    /// Takes note that a host has given an account another email address: its sessions end, its changes that wait are
    /// cancelled, and it has this address here too.
    ///
    /// # Errors
    /// [`Error::Rejected`] when one of the addresses is none; else those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn email_changed(&self, account: &str, old: &str, new: &str, client: &Client) -> Result<(), Error> {
        let account = &AccountId::new(account).map_err(|_| AuthError::NoSuchSession)?;
        let (old, new) = (&self.parse_address(old)?, &self.parse_address(new)?);
        self.act_first(client, |mut act| async move {
            let act = &mut *act;
            self.move_epoch(act, account).await?;
            let Some(user) = act.lock_account(account).await? else { return Ok(()) };
            if user.email == *new {
                return Ok(());
            }
            let (because, now) = (EndReason::AddressChanged, act.now);
            self.cancel_waiting_changes(act, user.id, &user.email).await?;
            self.take_email(act, new, account).await?;
            act.set_email(user.id, new).await?;
            let ended = act.end_sessions_of(user.id, Sessions::All, because, now).await?;
            for email in [old, &user.email, new] {
                act.forget_devices(email, None).await?;
            }
            act.note(Event::of(user.id, new, EventKind::AddressChanged));
            act.ended(ended, because, None);
            Ok(())
        })
        .await
    }

    /// Returns the good sessions of an account, `most` of them: those used last.
    ///
    /// # Errors
    /// [`Error::Rejected`] when that is no account's id, [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn sessions_of(&self, account: &str, most: i64) -> Result<Vec<ListedSession>, Error> {
        let account = &AccountId::new(account).map_err(|_| AuthError::NoSuchSession)?;
        let (mut reader, now) = (self.inner.store.reader(), self.inner.clock.now());
        let Some(user) = reader.user_with_account(account).await? else { return Ok(Vec::new()) };
        // None comes before the others.
        let rows = reader.sessions_of(user.id, Uuid::nil().into(), now, most, 0).await?;
        Ok(rows.into_iter().map(ListedSession::of).collect())
    }

    /// Ends one session of an account, by its id.
    ///
    /// # Errors
    /// [`Error::Rejected`] when it is none of this account's; else those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn end_session_of(&self, account: &str, id: &str, client: &Client) -> Result<(), Error> {
        let account = &AccountId::new(account).map_err(|_| AuthError::NoSuchSession)?;
        let id = SessionId::parse(id).ok_or(AuthError::NoSuchSession)?;
        self.act_first(client, |mut act| async move {
            let act = &mut *act;
            let user = act.lock_account(account).await?.ok_or(AuthError::NoSuchSession)?;
            let (because, now) = (EndReason::SessionEnded, act.now);
            let ended = act.end_sessions_of(user.id, Sessions::One(id), because, now).await?;
            if ended.is_empty() {
                return Err(AuthError::NoSuchSession.into());
            }
            act.note(Event::of(user.id, &user.email, EventKind::SessionEnded));
            act.ended(ended, because, None);
            Ok(())
        })
        .await
    }

    /// Sends an email that logs in whoever opens its link, in whichever browser that is, with its code. No limit of a client
    /// holds for it, but those of an email address and of all together.
    ///
    /// # Errors
    /// Those of [`request_log_in`](Self::request_log_in).
    #[tracing::instrument(skip_all)]
    pub async fn send_log_in(&self, email: &str, return_to: &str) -> Result<(), Error> {
        let (email, client) = (self.parse_address(email)?, &Client::application());
        // No browser has it: it is as if somebody had asked in another one.
        let nobodys = BrowserSecret::generate(&self.inner.random);
        let now = self.inner.clock.now();
        let mut challenge = self.new_challenge(&email, &nobodys, &Purpose::LogIn, client, now);
        challenge.return_to = return_to::parse(return_to, &self.inner.paths).map(str::to_owned);
        self.begin_challenge(&challenge, &nobodys, client).await
    }

    /// Returns whether an email address is kept free for an account that has left it and may come back.
    ///
    /// # Errors
    /// [`Error::Rejected`] when it is no address, [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn is_kept_free(&self, email: &str) -> Result<bool, Error> {
        let (mut reader, now, email) = (self.inner.store.reader(), self.inner.clock.now(), self.parse_address(email)?);
        if reader.user_with_email(&email).await?.is_some() {
            return Ok(false);
        }
        let is_left = reader.change_away_from(&email, now).await?.is_some();
        Ok(is_left || reader.move_about(&email).await?.is_some())
    }
}
