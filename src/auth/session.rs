//! Sessions: begun by a proof, found by their token, ended.

use super::{
    Auth, Client, Hashed, PageId, Refused, SessionToken, browser_name,
    event::{Event, Happened},
    live::Ending,
};
use crate::{
    store::{ChallengeRow, EndedRow, LetterRow, NewSession, SessionRow, Transaction, UserRow, Which},
    types::{AuthError, EmailAddress, Notice, SessionInfo, Timestamp},
};
use std::time::Duration;
use uuid::Uuid;

/// Somebody is logged in.
pub struct LoggedIn {
    /// The session that has begun.
    pub session: SessionInfo,
    /// For the browser's cookie.
    pub token: SessionToken,
    /// How long the cookie may stay; none: until the browser closes.
    pub keep_for: Option<Duration>,
    /// The page that met the log-in wall, already checked.
    pub return_to: Option<String>,
    /// The address that the user wanted to change to, before being asked to prove the present one again.
    pub goes_on_to: Option<String>,
    /// Whether the account has moved to this address just now.
    pub moved: bool,
}

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

/// Who a token stands for.
#[derive(Clone, Debug)]
pub enum SessionState {
    /// Somebody logged in.
    Good(SessionInfo),
    /// A session that is over, and why.
    Over(Notice),
    /// No session of ours.
    Unknown,
}

/// A proven address.
pub(super) struct Proof<'a> {
    pub(super) challenge: &'a ChallengeRow,
    pub(super) letter: &'a LetterRow,
    /// What proved it, in a word for the log.
    pub(super) by: &'static str,
    pub(super) keep: bool,
    /// Whether it was proved in the browser that asked. Only there does what was asked for go on.
    pub(super) by_asker: bool,
}

impl Auth {
    /// Who this token stands for. Moves the session's idle end, at most once a minute.
    pub async fn session(&self, token: &SessionToken) -> Result<SessionState, Refused> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let row = self.inner.store.session(token.hashed().as_bytes()).await?;
        let touched = row.as_ref().map(|row| (row.id, row.keep, Timestamp(row.last_seen_at)));
        let (state, _) = state(row, now);
        if let (SessionState::Good(_), Some((id, keep, seen))) = (&state, touched)
            && now.since(seen) >= rules.seen_precision
        {
            let idle = if keep { rules.kept_idle } else { rules.window_lifetime };
            let mut transaction = self.inner.store.begin().await?;
            transaction.touch_session(id, now.0, (now + idle).0).await?;
            transaction.commit().await?;
        }
        Ok(state)
    }

    /// The same without counting as use, and when the session ends as things stand.
    pub(super) async fn look_at_session(
        &self,
        token: &SessionToken,
        now: Timestamp,
    ) -> Result<(SessionState, Timestamp), Refused> {
        Ok(state(self.inner.store.session(token.hashed().as_bytes()).await?, now))
    }

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
    /// the one that acts does too is said by `disconnect_self`. Nobody has to be logged in for this: it is for an
    /// application's own reasons too.
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
                self.record(Event::of(user_id, user.email.as_str(), Happened::NotAllowed), acting.client).await?;
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

    /// Stores what has happened together with what it tells of, makes both final, and logs.
    pub(super) async fn commit_with(
        &self,
        mut transaction: Transaction,
        events: &[Event<'_>],
        client: &Client,
    ) -> Result<(), Refused> {
        for event in events {
            self.record_in(&mut transaction, event, client).await?;
        }
        transaction.commit().await?;
        events.iter().for_each(|event| event.log(client));
        Ok(())
    }

    /// Tells the pages of sessions that have ended. Called after the commit.
    pub(super) fn tell(&self, ended: Vec<EndedRow>, because: Notice, spared: Option<PageId>) -> Ended {
        let ending =
            |row: &EndedRow| Hashed::stored(&row.token_hash).map(|token_hash| Ending { token_hash, because, spared });
        self.inner.listeners.tell(&ended.iter().filter_map(ending).collect::<Vec<_>>());
        Ended { sessions: ended.into_iter().map(|row| row.id).collect() }
    }

    /// Uses a challenge up and begins a session, all in one transaction: of any number of simultaneous proofs of one
    /// challenge, one succeeds. The session that this browser had ends.
    pub(super) async fn log_in(
        &self,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<LoggedIn, Refused> {
        let (random, rules) = (&self.inner.random, &self.inner.rules);
        let (challenge, token) = (proof.challenge, SessionToken::generate(random));
        let (lifetime, idle) = if proof.keep {
            (rules.kept_lifetime, rules.kept_idle)
        } else {
            (rules.window_lifetime, rules.window_lifetime)
        };

        let mut transaction = self.inner.store.begin().await?;
        // Only now: what has waited its turn to write may have ended meanwhile.
        let now = self.inner.clock.now();
        let new_id = random.id(now);
        if proof.letter.ends_at <= now.0 || transaction.use_challenge(challenge.id, now.0).await? == 0 {
            transaction.undo().await?;
            let why =
                if proof.letter.ends_at <= now.0 { AuthError::Ended } else { self.why_over(challenge.id).await? };
            return Err(self.refused(&challenge.email, why, client).await);
        }
        let mut events = Vec::new();
        let (user, mut ended) = match challenge.change_id {
            Some(change) => match self.move_account(&mut transaction, change, now).await? {
                Some(moved) => moved,
                None => {
                    let refused = self.inner.store.email_change(change).await?;
                    let event =
                        refused.as_ref().map(|row| Event::of(row.user_id, &row.old_email, Happened::ChangeRefused));
                    self.commit_with(transaction, event.as_slice(), client).await?;
                    return Err(AuthError::ChangeRefused.into());
                }
            },
            None => match self.user_who_logs_in(&mut transaction, &challenge.email, new_id, now).await? {
                Some(user) => (user, Vec::new()),
                None => {
                    transaction.undo().await?;
                    return Err(self.refused(&challenge.email, AuthError::AddressMovedAway, client).await);
                }
            },
        };
        if challenge.change_id.is_some() {
            events.push(Event::of(user.id, &user.email, Happened::AddressChanged));
        }
        if user.id == new_id {
            events.push(Event::of(user.id, &user.email, Happened::UserCreated));
        }
        let moved_because = Notice::AddressChanged;
        let replaced = match old {
            Some(old) => {
                let because = Notice::SessionReplaced;
                transaction.end_session(old.hashed().as_bytes(), because.as_str(), now.0).await?
            }
            None => None,
        };
        let token_hash = token.hashed();
        let session = NewSession {
            id: random.id(now),
            user_id: user.id,
            token_hash: token_hash.as_bytes(),
            created_at: now.0,
            idle_ends_at: (now + idle).0,
            ends_at: (now + lifetime).0,
            keep: proof.keep,
            user_agent: &client.user_agent,
            client: &client.address,
        };
        let session_info = SessionInfo {
            id: session.id.to_string(),
            user_id: user.id.to_string(),
            email: EmailAddress::checked(user.email.clone()),
            logged_in_at: now,
            ends_at: now + lifetime,
        };
        transaction.add_session(session).await?;
        transaction.forget_failed_codes(&challenge.email).await?;
        events.push(Event::of_with(user.id, &user.email, Happened::LoggedIn, proof.by));
        self.commit_with(transaction, &events, client).await?;
        self.tell(std::mem::take(&mut ended), moved_because, None);
        self.tell(replaced.into_iter().collect(), Notice::SessionReplaced, None);

        Ok(LoggedIn {
            session: session_info,
            token,
            keep_for: proof.keep.then_some(rules.kept_lifetime),
            return_to: challenge.return_to.clone(),
            goes_on_to: challenge.goes_on_to.clone().filter(|_| proof.by_asker),
            moved: challenge.change_id.is_some(),
        })
    }

    /// The user of an address that has proved itself, made when there is none yet; none when the address belonged to
    /// somebody who has moved away lately and can still come back: a new account would stand in the way.
    async fn user_who_logs_in(
        &self,
        transaction: &mut Transaction,
        email: &str,
        new_id: Uuid,
        now: Timestamp,
    ) -> Result<Option<UserRow>, Refused> {
        if transaction.user_with(email).await?.is_none() && transaction.moved_away_from(email, now.0).await? {
            return Ok(None);
        }
        Ok(Some(transaction.user_of(email, new_id, now.0).await?))
    }
}

/// What a session's row says now, and when the session ends as things stand.
fn state(row: Option<SessionRow>, now: Timestamp) -> (SessionState, Timestamp) {
    let Some(row) = row else { return (SessionState::Unknown, now) };
    if let Some(because) = &row.ended_because {
        return (SessionState::Over(Notice::parse(because).unwrap_or(Notice::LoggedOut)), now);
    }
    let ends_at = Timestamp(row.ends_at.min(row.idle_ends_at));
    if ends_at <= now {
        (SessionState::Over(Notice::SessionExpired), now)
    } else {
        (SessionState::Good(info(row)), ends_at)
    }
}

fn info(row: SessionRow) -> SessionInfo {
    SessionInfo {
        id: row.id.to_string(),
        user_id: row.user_id.to_string(),
        email: EmailAddress::checked(row.email),
        logged_in_at: Timestamp(row.created_at),
        ends_at: Timestamp(row.ends_at),
    }
}

/// An id that we have written ourselves. A host that makes up a `SessionInfo` of its own is told like a visitor whose
/// session is over.
pub(super) fn parsed(id: &str) -> Result<Uuid, AuthError> {
    Uuid::try_parse(id).map_err(|_| AuthError::LoggedOutMeanwhile)
}
