//! Where a user is logged in, and the ways to end that: here, everywhere, from the list.

use super::{
    Auth, Client, Hashed, PageId, Refused, SessionToken, browser_name,
    event::{Event, Happened},
    live::Ending,
    session::parsed,
};
use crate::{
    store::{EndedRow, Transaction, Which},
    types::{AuthError, Notice, SessionInfo, Timestamp},
};
use uuid::Uuid;

/// Sessions that have just ended. Their live pages have been told.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// Their ids.
    pub sessions: Vec<Uuid>,
}

/// Who does something: the client, and the page on which it was done, where that page is live.
#[derive(Clone, Copy)]
pub struct Acting<'a> {
    /// The client and its browser.
    pub client: &'a Client,
    /// The page.
    pub page: Option<PageId>,
}

impl Acting<'_> {
    /// The stored form of its browser's device cookie.
    pub(super) fn device(&self) -> Option<&[u8]> {
        self.client.device.as_ref().map(Hashed::as_bytes)
    }
}

/// Whether the page that acts is told of the end of its own session like all others, or is left to go its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisconnectSelf {
    /// It is told, and leaves for the log-in page.
    Yes,
    /// It is not told, for it goes where its own form leads. The other pages of its session are.
    No,
}

/// A session in its user's list.
#[derive(Clone, Debug)]
pub struct ListedSession {
    /// The session's id.
    pub id: Uuid,
    /// The browser and its system, in our words.
    pub browser: String,
    /// The client's address when it logged in.
    pub client: String,
    /// When it logged in.
    pub logged_in_at: Timestamp,
    /// When it was last used, give or take a minute.
    pub last_seen_at: Timestamp,
}

impl Auth {
    /// A user's good sessions, the one with id `first` before all others, then those used last: `most` of them, after
    /// `skipped`. And how many there are.
    pub async fn sessions(
        &self,
        session: &SessionInfo,
        most: i64,
        skipped: i64,
    ) -> Result<(Vec<ListedSession>, i64), Refused> {
        let (store, now) = (&self.inner.store, self.inner.clock.now());
        let (user, own) = (parsed(&session.user_id)?, parsed(&session.id)?);
        let count = store.count_sessions_of(user, now.0).await?;
        let rows = store.sessions_of(user, own, now.0, most, skipped).await?;
        let listed = rows.into_iter().map(|row| ListedSession {
            id: row.id,
            browser: browser_name::of(&row.user_agent),
            client: row.client,
            logged_in_at: Timestamp(row.created_at),
            last_seen_at: Timestamp(row.last_seen_at),
        });
        Ok((listed.collect(), count))
    }

    /// Ends the session with this token. Its row goes first: from then on the token is refused everywhere. Its pages
    /// leave, save the one that acts.
    pub async fn log_out(&self, token: &SessionToken, acting: Acting<'_>) -> Result<Ended, Refused> {
        let (store, now) = (&self.inner.store, self.inner.clock.now());
        let hash = token.hashed();
        let Some(row) = store.session(hash.as_bytes()).await? else { return Ok(Ended::default()) };
        let mut transaction = store.begin().await?;
        let because = Notice::LoggedOut;
        let Some(ended) = transaction.end_session(hash.as_bytes(), because.as_str(), now.0).await? else {
            return Ok(Ended::default());
        };
        let event = Event::of(row.user_id, &row.email, Happened::LoggedOut);
        self.commit_with(transaction, &[event], acting.client).await?;
        Ok(self.tell(vec![ended], because, acting.page))
    }

    /// Ends every session of the user with this id, any number of them by one statement. All their pages leave; whether
    /// the one that acts does too is said by `disconnect_self`. Browsers that have logged in before are strangers again,
    /// save the one that acts. Nobody has to be logged in for this: it is for an application's own reasons too.
    pub async fn log_out_all(
        &self,
        user_id: &str,
        acting: Acting<'_>,
        disconnect_self: DisconnectSelf,
    ) -> Result<Ended, Refused> {
        let (user_id, because) = (parsed(user_id)?, Notice::LoggedOutEverywhere);
        let mut transaction = self.inner.store.begin().await?;
        let Some(user) = transaction.user(user_id).await? else { return Ok(Ended::default()) };
        let now = self.inner.clock.now();
        let ended = transaction.end_sessions_of(user_id, Which::All, because.as_str(), now.0).await?;
        transaction.forget_devices(&user.email, acting.device()).await?;
        let event = Event::of(user_id, &user.email, Happened::LoggedOutEverywhere);
        self.commit_with(transaction, &[event], acting.client).await?;
        Ok(self.tell(ended, because, acting.page.filter(|_| disconnect_self == DisconnectSelf::No)))
    }

    /// Ends one of this user's sessions, by its id. An id of somebody else's session is refused, and noted.
    pub async fn end_session(&self, user: &SessionInfo, id: &str, acting: Acting<'_>) -> Result<Ended, Refused> {
        let (own, user_id) = (Uuid::try_parse(id).ok(), parsed(&user.user_id)?);
        let owner = match own {
            Some(id) => self.inner.store.user_of_session(id).await?,
            None => None,
        };
        let (Some(id), true) = (own, owner == Some(user_id)) else {
            if owner.is_some() {
                let event = Event::tried_by(user_id, user.email.as_str(), Happened::NotAllowed);
                let mut transaction = self.inner.store.begin().await?;
                // Counts like a code for the client, so that nobody fills the list; beyond that it is not noted any more.
                match self.take_code(&mut transaction, user.email.as_str(), acting.client).await {
                    Ok(()) => self.commit_with(transaction, &[event], acting.client).await?,
                    Err(Refused::Limited(_)) => transaction.undo().await?,
                    Err(refused) => return Err(refused),
                }
            }
            return Err(AuthError::NoSuchSession.into());
        };
        // One's own in the list is logging out like any other way.
        let (what, because) = match id == parsed(&user.id)? {
            true => (Happened::LoggedOut, Notice::LoggedOut),
            false => (Happened::SessionEnded, Notice::SessionEnded),
        };
        self.end_some(user, Which::One(id), what, because, acting).await
    }

    /// Ends every session of this user but the one that asks.
    pub async fn end_other_sessions(&self, user: &SessionInfo, acting: Acting<'_>) -> Result<Ended, Refused> {
        self.end_some(user, Which::AllBut(parsed(&user.id)?), Happened::OthersEnded, Notice::SessionEnded, acting).await
    }

    async fn end_some(
        &self,
        user: &SessionInfo,
        which: Which,
        what: Happened,
        because: Notice,
        acting: Acting<'_>,
    ) -> Result<Ended, Refused> {
        let mut transaction = self.inner.store.begin().await?;
        let ended = self.end_sessions(&mut transaction, user, which, because).await?;
        if ended.is_empty() {
            return Ok(Ended::default());
        }
        let event = Event::of(parsed(&user.user_id)?, user.email.as_str(), what);
        self.commit_with(transaction, &[event], acting.client).await?;
        Ok(self.tell(ended, because, acting.page))
    }

    /// Ends sessions in the name of one that must still be good when its turn to write has come: what has been logged
    /// out meanwhile acts no more.
    pub(super) async fn end_sessions(
        &self,
        transaction: &mut Transaction,
        user: &SessionInfo,
        which: Which,
        because: Notice,
    ) -> Result<Vec<EndedRow>, Refused> {
        let (user_id, now) = (parsed(&user.user_id)?, self.inner.clock.now());
        if !transaction.is_good_session(parsed(&user.id)?, user_id, now.0).await? {
            return Err(AuthError::LoggedOutMeanwhile.into());
        }
        Ok(transaction.end_sessions_of(user_id, which, because.as_str(), now.0).await?)
    }

    /// Tells the pages of sessions that have ended. Called after the commit.
    pub(super) fn tell(&self, ended: Vec<EndedRow>, because: Notice, spared: Option<PageId>) -> Ended {
        let ending =
            |row: &EndedRow| Hashed::stored(&row.token_hash).map(|token_hash| Ending { token_hash, because, spared });
        self.inner.listeners.tell(&ended.iter().filter_map(ending).collect::<Vec<_>>());
        Ended { sessions: ended.into_iter().map(|row| row.id).collect() }
    }
}
