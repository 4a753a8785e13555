//! Where a user is logged in, and the ways to end that: here, everywhere, from the list.

use super::{
    Acting, Auth, DisconnectSelf, Ended, Error, PageId, SessionToken,
    act::{Abort, Act},
    browser_name::{self, BrowserName},
    event::Event,
    session::SessionInfo,
};
use crate::{
    ids::{SessionId, UserId},
    store::Sessions,
    types::{AccountId, AuthError, EndReason, EventKind, Timestamp},
};

/// A session in its user's list.
#[derive(Clone, Debug)]
pub struct ListedSession {
    /// The session's id.
    pub id: SessionId,
    /// The browser and its system, in our words.
    pub browser: BrowserName,
    /// The client's IP address when it logged in.
    pub client: String,
    /// When it logged in.
    pub logged_in_at: Timestamp,
    /// When it was last used, give or take a minute.
    pub last_seen_at: Timestamp,
}

impl Auth {
    /// A user's good sessions, the one with id `first` before all others, then those used last: `most` of them, after
    /// `skipped`. And how many there are.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn sessions(
        &self,
        session: &SessionInfo,
        most: i64,
        skipped: i64,
    ) -> Result<(Vec<ListedSession>, i64), Error> {
        let (mut store, now) = (self.inner.store.reader(), self.inner.clock.now());
        let (user, own) = (session.user_id, session.id);
        let count = store.count_sessions_of(user, now).await?;
        let rows = store.sessions_of(user, own, now, most, skipped).await?;
        let listed = rows.into_iter().map(|row| ListedSession {
            id: row.id,
            browser: browser_name::of(&row.user_agent),
            client: row.client,
            logged_in_at: row.created_at,
            last_seen_at: row.last_seen_at,
        });
        Ok((listed.collect(), count))
    }

    /// Ends the session with this token. Its row goes first: from then on the token is refused everywhere. Its pages
    /// leave, save the one that acts. Nothing ends where it had ended already, or never was.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait to write, [`Error::Store`] when the database fails: then nothing has ended.
    #[tracing::instrument(skip_all)]
    pub async fn log_out(&self, token: &SessionToken, acting: Acting<'_>) -> Result<Ended, Error> {
        let hash = token.hashed();
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            let (because, now) = (EndReason::LoggedOut, act.now);
            let Some(own) = act.end_session(hash, because, now).await? else {
                return Ok(Ended::default());
            };
            act.note(Event::of(own.user_id, &own.email, EventKind::LoggedOut));
            Ok(act.ended(vec![own.ended], because, acting.page))
        })
        .await
    }

    /// Ends every session of this account, any number of them by one statement. All their pages leave; whether
    /// the one that acts does too is said by `disconnect_self`. Browsers that have logged in before are strangers
    /// again, save the one that acts. Changes of address that have not happened yet are cancelled. Nobody has to be
    /// logged in for this: it is for an application's own reasons too.
    ///
    /// # Errors
    /// Those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn log_out_all(
        &self,
        account: &str,
        acting: Acting<'_>,
        disconnect_self: DisconnectSelf,
    ) -> Result<Ended, Error> {
        let account = &AccountId::new(account).map_err(|_| AuthError::LoggedOutMeanwhile)?;
        let because = EndReason::LoggedOutEverywhere;
        let spared = acting.page.filter(|_| disconnect_self == DisconnectSelf::No);
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            self.move_epoch(act, account).await?;
            let Some(user) = act.lock_account(account).await? else { return Ok(Ended::default()) };
            let now = act.now;
            let rows = act.end_sessions_of(user.id, Sessions::All, because, now).await?;
            act.forget_devices(&user.email, acting.device()).await?;
            self.cancel_waiting_changes(act, user.id, &user.email).await?;
            act.note(Event::of(user.id, &user.email, EventKind::LoggedOutEverywhere));
            Ok(act.ended(rows, because, spared))
        })
        .await
    }

    /// Ends one of this user's sessions, by its id. An id of somebody else's session is refused, and noted.
    ///
    /// # Errors
    /// [`Error::Rejected`] when it is none of this user's sessions, or the one that acts has ended; else those of
    /// [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn end_session(&self, user: &SessionInfo, id: &str, acting: Acting<'_>) -> Result<Ended, Error> {
        let (id, user_id) = (SessionId::parse(id).ok_or(AuthError::NoSuchSession)?, user.user_id);
        // One's own in the list is logging out like any other way.
        let (what, because) = match id == user.id {
            true => (EventKind::LoggedOut, EndReason::LoggedOut),
            false => (EventKind::SessionEnded, EndReason::SessionEnded),
        };
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            match act.user_of_session(id).await? {
                Some(owner) if owner == user_id => {
                    self.end_some(act, user, Sessions::One(id), what, because, acting).await
                }
                Some(_) => Err(self.refuse_to_end(act, user, user_id).await),
                None => Err(AuthError::NoSuchSession.into()),
            }
        })
        .await
    }

    /// Notes that somebody tried to end what is not theirs. It counts like a code for the client, so that nobody fills
    /// the list; beyond that it is not noted any more.
    async fn refuse_to_end(&self, act: &mut Act<'_>, user: &SessionInfo, user_id: UserId) -> Abort {
        match self.consume_code(act, &user.email).await {
            Ok(()) => {
                let event = Event::tried_by(user_id, &user.email, EventKind::NotAllowed);
                act.reject(event, AuthError::NoSuchSession)
            }
            Err(Error::Limited(_) | Error::Rejected(AuthError::ClientUnknown)) => AuthError::NoSuchSession.into(),
            Err(error) => error.into(),
        }
    }

    /// Ends every session of this user but the one that asks.
    ///
    /// # Errors
    /// [`Error::Rejected`] when the session that asks has ended; else those of [`log_out`](Self::log_out).
    #[tracing::instrument(skip_all)]
    pub async fn end_other_sessions(&self, user: &SessionInfo, acting: Acting<'_>) -> Result<Ended, Error> {
        let (others, because) = (Sessions::AllBut(user.id), EndReason::SessionEnded);
        self.act_first(acting.client, |mut act| async move {
            let act = &mut *act;
            self.end_some(act, user, others, EventKind::OthersEnded, because, acting).await
        })
        .await
    }

    async fn end_some(
        &self,
        act: &mut Act<'_>,
        user: &SessionInfo,
        some: Sessions,
        what: EventKind,
        because: EndReason,
        acting: Acting<'_>,
    ) -> Result<Ended, Abort> {
        let ended = self.end_sessions(act, user, some, because, acting.page).await?;
        if !ended.sessions.is_empty() {
            act.note(Event::of(user.user_id, &user.email, what));
        }
        Ok(ended)
    }

    /// Ends sessions in the name of one that must still be good when its turn to write has come: what has been logged
    /// out meanwhile acts no more. Their pages leave, save the one that is spared.
    pub(super) async fn end_sessions(
        &self,
        act: &mut Act<'_>,
        user: &SessionInfo,
        some: Sessions,
        because: EndReason,
        spared: Option<PageId>,
    ) -> Result<Ended, Abort> {
        let user_id = user.user_id;
        act.lock_user(user_id).await?;
        let now = act.now;
        if !act.is_good_session(user.id, user_id, now).await? {
            return Err(AuthError::LoggedOutMeanwhile.into());
        }
        let rows = act.end_sessions_of(user_id, some, because, now).await?;
        Ok(act.ended(rows, because, spared))
    }
}
